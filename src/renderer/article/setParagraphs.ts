import { CHROME_ATTRIBUTE } from './articleText.ts';
import type { PostNodes } from './postFragment.ts';
import {
  hasRightToLeft,
  isHanText,
  isVerse,
  paragraphRoles,
  paragraphScript,
  type ParagraphFacts,
} from '../../shared/text/typesetting.ts';

/**
 * Sets the paragraphs of a post: subheads of Chinese newspapers, verse, paragraphs of another script than the post's,
 * and writing that runs from right to left. Only classes, languages and directions are set; no word changes, but for
 * white space typed as an indent.
 */
export function setParagraphs(fragment: PostNodes, lang: string): void {
  const isHan = isHanText(lang);
  if (isHan) {
    dropWrittenIndents(fragment);
    classSubheads(fragment);
  }
  classVerse(fragment);
  classScripts(fragment, isHan);
  if (hasRightToLeft(fragment.textContent)) turnBlocks(fragment);
}

const NOT_A_PARAGRAPH_OF_TEXT = 'li, blockquote, td, th, dd, figcaption, figure, details';

/** Spaces typed before a paragraph (two wide or no-break ones, usually) would add to the indent that the view sets. */
function dropWrittenIndents(fragment: PostNodes): void {
  for (const paragraph of fragment.querySelectorAll('p')) {
    const texts = fragment.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let node = texts.nextNode();
    while (node instanceof Text) {
      node.nodeValue = (node.nodeValue ?? '').trimStart();
      node = node.length === 0 ? texts.nextNode() : null;
    }
  }
}

function classSubheads(fragment: PostNodes): void {
  let run: HTMLElement[] = [];
  const flush = (): void => {
    const roles = paragraphRoles(run.map(paragraphFacts));
    for (const [at, paragraph] of run.entries()) {
      const role = roles[at];
      if (role === undefined || role === 'body') continue;
      paragraph.classList.add('subhead');
      if (role === 'subhead-next') paragraph.classList.add('subhead-next');
      // What looks like a heading is one to a screen reader too.
      paragraph.setAttribute('role', 'heading');
      paragraph.ariaLevel = '2';
    }
  };
  for (const paragraph of fragment.querySelectorAll('p')) {
    if (paragraph.closest(NOT_A_PARAGRAPH_OF_TEXT) !== null) continue;
    if (run.at(-1)?.nextElementSibling !== paragraph) {
      flush();
      run = [];
    }
    run.push(paragraph);
  }
  flush();
}

function paragraphFacts(paragraph: HTMLElement): ParagraphFacts {
  const text = ownText(paragraph);
  const shareOf = (selector: string): string =>
    Array.from(paragraph.querySelectorAll(selector), (part) =>
      part.parentElement?.closest(selector) === null ? ownText(part) : '',
    ).join('');
  const length = squeeze(text).length;
  return {
    text:
      paragraph.querySelector('img, input') === null && !isVerse(linesOf(paragraph)) ? text : '',
    isWhollyStrong: length > 0 && squeeze(shareOf('strong, b')).length === length,
    isWhollyLink: length > 0 && squeeze(shareOf('a')).length === length,
  };
}

const SCRIPTED = 'p, li, blockquote, dd, dt, td, th, h1, h2, h3, h4, h5, h6, figcaption, caption';

/** A paragraph in another script than the post's is set by the rules of its own: quotes, edges, indent. */
function classScripts(fragment: PostNodes, isHan: boolean): void {
  for (const block of fragment.querySelectorAll<HTMLElement>(SCRIPTED)) {
    if (block.querySelector('p, li') !== null) continue;
    const script = paragraphScript(ownText(block));
    if (script === null || (script !== 'latin') === isHan) continue;
    block.classList.add(script === 'latin' ? 'set-latin' : 'set-han');
    if (!block.hasAttribute('lang')) block.lang = LANGUAGES[script];
  }
}

/** Latin script may be any language: its own fonts follow from the class, and no voice is misled. */
const LANGUAGES = { latin: '', han: 'zh', kana: 'ja' } as const;

/** Short lines that the writer broke: no indent, no filling to the edge. */
function classVerse(fragment: PostNodes): void {
  for (const paragraph of fragment.querySelectorAll<HTMLElement>('p:has(> br)')) {
    if (isVerse(linesOf(paragraph))) paragraph.classList.add('verse');
  }
}

function linesOf(paragraph: HTMLElement): readonly string[] {
  const lines = [''];
  for (const child of paragraph.childNodes) {
    if (child instanceof HTMLBRElement) lines.push('');
    else lines[lines.length - 1] += child.textContent ?? '';
  }
  return lines;
}

const TURNED = `${SCRIPTED}, ul, ol, dl, table, summary`;

/** Every block takes the direction of its own first letter. */
function turnBlocks(fragment: PostNodes): void {
  for (const block of fragment.querySelectorAll<HTMLElement>(TURNED)) {
    if (!block.hasAttribute('dir')) block.dir = 'auto';
  }
}

const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '');

/** Text without the window's own words. */
function ownText(element: Element): string {
  if (element.querySelector(`[${CHROME_ATTRIBUTE}]`) === null) return element.textContent;
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const chrome of copy.querySelectorAll(`[${CHROME_ATTRIBUTE}]`)) chrome.remove();
  return copy.textContent;
}
