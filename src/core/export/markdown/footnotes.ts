import type { AnyNode, Element, ParentNode } from 'domhandler';
import { isTag } from 'domhandler';
import { textContent } from 'domutils';
import { elementsOf, isEmptyNode } from '../../post/treeQueries.ts';

/** Footnotes of a post's HTML, by their elements. */
export interface Footnotes {
  /** The label of each mark in the text. */
  readonly marks: ReadonlyMap<Element, string>;
  /** The label of each note. */
  readonly notes: ReadonlyMap<Element, string>;
  /** What leads back from a note to its mark, and the rule above the notes. */
  readonly dropped: ReadonlySet<Element>;
}

/** For posts without any, and where they are better left as links. */
export const noFootnotes: Footnotes = { marks: new Map(), notes: new Map(), dropped: new Set() };

/** What a mark reads: a number, a star or a letter, perhaps in brackets. */
const MARK_TEXT = /^\s*[[(（［]?\s*(?:\d{1,4}|[*†‡§]|[a-z]|注\d{0,3})\s*[\])）］]?\s*$/iu;

/**
 * Finds footnotes as generators write them: a mark is a link to an item of a list that holds a link back to the mark. A
 * note that several marks share is one note.
 */
export function findFootnotes(root: ParentNode): Footnotes {
  const elements = elementsOf(root);
  const byId = new Map(elements.map((element) => [element.attribs['id'] ?? '', element]));
  const marks = new Map<Element, string>();
  const notes = new Map<Element, string>();
  const dropped = new Set<Element>();
  for (const link of elements) {
    const note = link.name === 'a' ? byId.get(targetOf(link)) : undefined;
    if (note?.name !== 'li' || !MARK_TEXT.test(textContent(link))) continue;
    const mark = markOf(link);
    const back = elementsOf(note).filter((inner) => isBack(inner, mark, link));
    if (back.length === 0) continue;
    const label = notes.get(note) ?? String(notes.size + 1);
    marks.set(mark, label);
    notes.set(note, label);
    for (const arrow of back) dropped.add(markOf(arrow));
  }
  for (const note of notes.keys()) dropRule(note, dropped);
  return { marks, notes, dropped };
}

const targetOf = ({ attribs }: Element): string =>
  attribs['href']?.startsWith('#') === true ? attribs['href'].slice(1) : '?';

function isBack(inner: Element, mark: Element, link: Element): boolean {
  const target = inner.name === 'a' ? targetOf(inner) : '?';
  return target === mark.attribs['id'] || target === link.attribs['id'];
}

/** The raised element round a link where it holds nothing else. */
function markOf(link: Element): Element {
  const { parent } = link;
  const isAround =
    parent !== null && isTag(parent) && parent.name === 'sup' && isAlone(link, parent.children);
  return isAround ? parent : link;
}

const isAlone = (link: AnyNode, siblings: readonly AnyNode[]): boolean =>
  siblings.every((sibling) => sibling === link || isEmptyNode(sibling));

/** Renderers of Markdown draw a rule above the notes themselves. */
function dropRule(note: Element, dropped: Set<Element>): void {
  let around: AnyNode | null = note.parent;
  // The list may be alone in a box.
  for (let depth = 0; around !== null && depth < 3; depth += 1) {
    let before = around.prev;
    while (before !== null && isEmptyNode(before) && !isRule(before)) before = before.prev;
    if (before !== null) {
      if (isRule(before)) dropped.add(before);
      return;
    }
    around = around.parent;
  }
}

const isRule = (node: AnyNode): node is Element => isTag(node) && node.name === 'hr';
