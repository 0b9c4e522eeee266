import { Element, type AnyNode, type Document, isTag, isText, Text } from 'domhandler';
import { getElementsByTagName, textContent } from 'domutils';
import {
  hasRightToLeft,
  isHanText,
  isVerse,
  paragraphRoles,
  paragraphScript,
  type ParagraphFacts,
} from '../../shared/text/typesetting.ts';
import { addClass } from './elementClass.ts';
import { directionOf } from './direction.ts';
import { replaceWith } from './marks/markRanges.ts';
import { setTable, type TableRoom } from './book/tableSetting.ts';

/** What a post is set for. */
export interface PrintSetting {
  /** Of the post. */
  readonly lang: string;
  readonly room: TableRoom;
}

/** A wholly bold paragraph longer than this that ends like a sentence is emphasised text, not a subhead. */
const LONGEST_BOLD_SENTENCE = 40;

/**
 * Classes what the style sheet of a book cannot tell by itself, by the rules that the article view is set by: subheads
 * (which stay with what follows), verse, paragraphs of another script than the post's, writing that runs from right to
 * left, pictures that stand alone, apostrophes and marks inside Chinese lines, tables too wide for the page. No word changes, but
 * for white space typed as an indent.
 */
export function setForPrint(tree: Document, { lang, room }: PrintSetting): void {
  const isHan = isHanText(lang);
  const paragraphs = getElementsByTagName('p', tree);
  if (isHan) for (const paragraph of paragraphs) dropWrittenIndent(paragraph);
  classSubheads(paragraphs, isHan);
  for (const paragraph of paragraphs) classParagraph(paragraph);
  for (const picture of getElementsByTagName('img', tree)) {
    if (standsAlone(picture)) addClass(picture, 'alone');
    else classWithPicture(picture);
  }
  for (const table of getElementsByTagName('table', tree)) setTable(table, room);
  classScripts(tree, isHan);
  if (hasRightToLeft(textContent(tree))) turnBlocks(tree);
}

/** Spaces typed before a paragraph (two wide ones, usually) would add to the indent of the book. */
function dropWrittenIndent(paragraph: Element): void {
  for (const text of textsOf(paragraph)) {
    text.nodeValue = text.nodeValue.trimStart();
    if (text.data !== '') return;
  }
}

/** The texts of a node and of all below it, in order. */
export function* textsOf(node: AnyNode): Generator<Text, void> {
  if (isText(node)) yield node;
  else if ('children' in node) for (const child of node.children) yield* textsOf(child);
}

function classSubheads(paragraphs: readonly Element[], isHan: boolean): void {
  if (!isHan) {
    for (const each of paragraphs) if (isBoldLine(each.children)) addClass(each, 'subhead');
    return;
  }
  for (const run of runsOf(paragraphs.filter((each) => !isInside(each, NO_PARAGRAPH)))) {
    const roles = paragraphRoles(run.map(factsOf));
    for (const [at, paragraph] of run.entries()) {
      const role = roles[at] ?? 'body';
      if (role !== 'body') addClass(paragraph, role === 'subhead' ? role : `subhead ${role}`);
    }
  }
}

const NO_PARAGRAPH = /^(?:li|blockquote|td|th|dd|figcaption|figure|details)$/u;

/** Paragraphs that follow each other with nothing between. */
function runsOf(paragraphs: readonly Element[]): readonly (readonly Element[])[] {
  const runs: Element[][] = [];
  for (const paragraph of paragraphs) {
    const run = runs.at(-1);
    if (run !== undefined && nextElement(run.at(-1)) === paragraph) run.push(paragraph);
    else runs.push([paragraph]);
  }
  return runs;
}

function nextElement(element: Element | undefined): AnyNode | null {
  let next = element?.next ?? null;
  while (next !== null && !isTag(next)) next = next.next;
  return next;
}

function factsOf(paragraph: Element): ParagraphFacts {
  const text = textContent(paragraph);
  const length = squeeze(text).length;
  const isWholly = (names: RegExp): boolean =>
    length > 0 && squeeze(textWithin(paragraph, names)).length === length;
  const isOther = getElementsByTagName('img', paragraph).length > 0 || isVerse(linesOf(paragraph));
  return {
    text: isOther ? '' : text,
    isWhollyStrong: isWholly(/^(?:strong|b)$/u),
    isWhollyLink: isWholly(/^a$/u),
  };
}

/** The text that stands inside elements of these names. */
function textWithin(node: AnyNode, names: RegExp): string {
  if (!('children' in node)) return '';
  if (isTag(node) && names.test(node.name)) return textContent(node);
  return node.children.map((child) => textWithin(child, names)).join('');
}

function isBoldLine(children: readonly AnyNode[]): boolean {
  const parts = children.filter((node) => !isBlank(node));
  if (parts.length === 0 || !parts.every(isBold)) return false;
  const line = squeeze(parts.map((node) => textContent(node)).join(''));
  const isSentence = /[。！？…；.!?;][”’」』"'）)]*$/u.test(line);
  return line !== '' && !(isSentence && Array.from(line).length > LONGEST_BOLD_SENTENCE);
}

const isBold = (node: AnyNode): boolean => isTag(node) && /^(?:strong|b)$/u.test(node.name);

function isBlank(node: AnyNode): boolean {
  if (isTag(node)) return node.name === 'br';
  return !isText(node) || node.data.trim() === '';
}

/** What a paragraph that ends with a colon announces. */
const ANNOUNCED = /^(?:ul|ol|dl|table|pre|figure)$/u;

/** Verse, paragraphs that go on after a picture of their own, and those that announce what stands below them. */
function classParagraph(paragraph: Element): void {
  const next = nextElement(paragraph);
  const isColon = /[:：]\s*$/u.test(textContent(paragraph));
  if (isColon && next !== null && isTag(next) && ANNOUNCED.test(next.name)) {
    addClass(paragraph, 'leads');
  }
  if (isVerse(linesOf(paragraph))) addClass(paragraph, 'verse');
  const first = paragraph.children.find((node) => !isBlank(node));
  if (first !== undefined && getElementsByTagName('img', [first]).length > 0) {
    addClass(paragraph, 'pictured');
  }
}

/** The lines that a writer broke by hand. */
function linesOf({ children }: Element): readonly string[] {
  const lines = [''];
  for (const child of children) {
    if (isTag(child) && child.name === 'br') lines.push('');
    else lines[lines.length - 1] += textContent(child);
  }
  return lines;
}

function classWithPicture(picture: Element): void {
  let at = picture.parent;
  while (at instanceof Element && at.name !== 'p') at = at.parent;
  if (at instanceof Element) addClass(at, 'with-picture');
}

/** A link around a picture belongs to it. */
function standsAlone(picture: Element): boolean {
  let at: AnyNode = picture;
  while (at.parent instanceof Element && /^(?:a|span|em|strong|b|i)$/u.test(at.parent.name)) {
    at = at.parent;
  }
  const beside = at.parent === null ? [] : at.parent.children;
  return beside.every((node) => node === at || isBlank(node) || isPicture(node));
}

const isPicture = (node: AnyNode): boolean => isTag(node) && node.name === 'img';

const SCRIPTED = /^(?:p|li|blockquote|dd|dt|td|th|h[1-6]|figcaption|caption)$/u;

/** Latin script may be any language: its own fonts follow from the class. */
const LANGUAGES = { latin: '', han: 'zh', kana: 'ja' } as const;

/** The letters of an address say nothing about the words around it. Without an end, a word of 16 MB would overflow V8. */
const ADDRESS = /https?:[\w!#$%&'()*+,./:;=?@~-]{1,100000}/gu;

/** A paragraph in another script than the post's is set by the rules of its own: quotes, edges, indent. */
function classScripts(tree: Document, isHan: boolean): void {
  for (const block of getElementsByTagName((name) => SCRIPTED.test(name), tree)) {
    if (getElementsByTagName((name) => name === 'p' || name === 'li', block.children).length > 0) {
      continue;
    }
    const script = paragraphScript(textContent(block).replaceAll(ADDRESS, ' '));
    const isLatin = script === 'latin' || (script === null && !isHan);
    if (!isLatin) setApostrophes(block);
    breakAddresses(block);
    if (script === null || isLatin !== isHan) continue;
    addClass(block, isLatin ? 'set-latin' : 'set-han');
    if (block.attribs['lang'] === undefined) block.attribs['lang'] = LANGUAGES[script];
  }
}

/**
 * The apostrophe of a Latin word, which a Chinese face draws as wide as a character, and marks above Chinese (struck out by
 * U+0336, say): no face has both, and Chromium would draw neither.
 */
const APOSTROPHE =
  /(?<=[A-Za-z\u00c0-\u024f])[\u2018\u2019](?=[A-Za-z\u00c0-\u024f])|(?<=[\u2e80-\uffdc\u{20000}-\u{3ffff}])[\u0300-\u036f]+/gu;

function setApostrophes(block: Element): void {
  for (const text of Array.from(textsOf(block))) {
    const parts = text.data.split(APOSTROPHE);
    if (parts.length === 1) continue;
    const marks = text.data.match(APOSTROPHE) ?? [];
    const nodes = marks.flatMap((mark, at) => [
      new Element('span', { class: 'apostrophe' }, [new Text(mark)]),
      new Text(parts[at + 1] ?? ''),
    ]);
    replaceWith(text, [new Text(parts[0] ?? ''), ...nodes]);
  }
}

/**
 * An address, a part of one, or what is as long: nothing else has so many signs without a space. Nobody reads one of more
 * than 2,000, and each of its breaks is an element to lay out: it breaks wherever its line ends.
 */
const LONG_WORD = /(?<![!-~])[!-~]{24,2000}(?![!-~])/gu;

/** Chromium takes minutes for a word of a megabyte that may break nowhere, and no time where it may here and there. */
const ENDLESS = /[^\s\u2e80-\ufffd\u{20000}-\u{3ffff}]{1000}/gu;

/** Where an address may break, so that the words before it are not torn apart to fill their line. */
const ADDRESS_PART = /(?<=[/?&=._-])(?=[^/?&=._-])/u;

function breakAddresses(block: Element): void {
  for (const text of Array.from(textsOf(block))) {
    const inAddresses = [...text.data.matchAll(LONG_WORD)].flatMap(({ 0: address, index }) => {
      let at = index;
      return address
        .split(ADDRESS_PART)
        .slice(0, -1)
        .map((part) => (at += part.length));
    });
    const places = [...inAddresses, ...endlessPlaces(text.data)].toSorted((one, two) => one - two);
    if (places.length === 0) continue;
    const pieces = places.map((end, at) => text.data.slice(places[at - 1] ?? 0, end));
    const nodes = pieces.flatMap((piece) => [new Text(piece), new Element('wbr', {})]);
    replaceWith(text, [...nodes, new Text(text.data.slice(places.at(-1)))]);
  }
}

/** Every thousandth place of a word that is longer than the longest address. */
function endlessPlaces(text: string): readonly number[] {
  const starts = Array.from(text.matchAll(ENDLESS), ({ index }) => index);
  return starts.filter((start, at) => start - (starts[at - 1] ?? start) === 1_000);
}

const TURNED =
  /^(?:p|li|blockquote|dd|dt|td|th|h[1-6]|figcaption|caption|ul|ol|dl|table|summary)$/u;

const isTurned = (name: string): boolean => TURNED.test(name);

/** Every block takes the direction of its first letter; `auto` does not look into blocks with one of their own (HTML, 3.2.6.4). */
function turnBlocks(tree: Document): void {
  for (const block of getElementsByTagName(isTurned, tree)) {
    const holdsBlocks = getElementsByTagName(isTurned, block.children, true, 1).length > 0;
    block.attribs['dir'] ??= holdsBlocks ? directionOf(textContent(block)) : 'auto';
  }
}

function isInside(element: Element, names: RegExp): boolean {
  let at = element.parent;
  while (at !== null) {
    if (isTag(at) && names.test(at.name)) return true;
    at = at.parent;
  }
  return false;
}

const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '');
