import { cutTable } from './longTable.ts';

/** A piece of a long post that is drawn at one go. */
export interface PostPiece {
  /** A `div` of its own that holds the nodes, inside copies of the elements around them. */
  readonly holder: HTMLElement;
  /** The element in the holder whose children are to be moved; the holder itself when it is shown as it is. */
  readonly from: Element;
  /** The element of an earlier piece that they go into; null = the holder goes behind all others of the post. */
  readonly into: Element | null;
  /** Roughly how long it takes to draw; see {@link weigh}. */
  readonly weight: number;
  /** What is to be done to the piece once its nodes are clean. */
  readonly finish?: () => void;
}

/** Posts whose HTML is shorter are drawn at one go, in UTF-16 units. */
const SHORTEST_CUT = 40_000;

/** Weight of a piece: some eight milliseconds of drawing on two shared cores. */
export const PIECE_WEIGHT = 200;

/** Characters that take as long as one element. */
const CHARACTERS_AN_ELEMENT = 60;

/** Blocks within blocks within blocks are looked into so far. */
const DEEPEST = 6;

/** Between shorter paragraphs there is no cut: lines of subheads belong together. */
const SHORTEST_AFTER_CUT = 40;

const BLOCKS = /^(?:BLOCKQUOTE|DETAILS|DIV|DL|FIGURE|H[1-6]|HR|OL|P|PRE|TABLE|UL)$/u;
const CONTAINERS = /^(?:BLOCKQUOTE|DIV|OL|UL)$/u;

/** Whether a post is long enough to be drawn piece by piece. */
export const isLongHtml = (html: string): boolean => html.length >= SHORTEST_CUT;

/**
 * Cuts a post's HTML into pieces in the order of the text: between blocks, entries of lists and rows of tables, never
 * within a paragraph. Parsed in a document that loads nothing; nothing is sanitised yet.
 */
export function cutPost(html: string): readonly PostPiece[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const pieces: PostPiece[] = [];
  cutChildren(parsed.body, null, { pieces, depth: 0 });
  return pieces;
}

interface Cutting {
  readonly pieces: PostPiece[];
  readonly depth: number;
}

/** Cuts the children of an element; `into` is where they belong, null = the post itself. */
function cutChildren(parent: Element, into: Element | null, cutting: Cutting): void {
  const { pieces } = cutting;
  let held: Node[] = [];
  let weight = 0;
  const flush = (): void => {
    if (held.length > 0) pieces.push(hold(held, into, weight));
    held = [];
    weight = 0;
  };
  let before: Element | null = null;
  for (const child of Array.from(parent.childNodes)) {
    const own = weigh(child);
    if (weight + own > PIECE_WEIGHT && isCut(before, child, parent)) flush();
    const cutInside = openBlock(child, own, cutting);
    held.push(child);
    if (cutInside === null) weight += own;
    else {
      flush();
      cutInside();
    }
    before = lastBlock(before, child);
  }
  flush();
}

/** The element that stands directly before what follows; null behind text. */
function lastBlock(before: Element | null, child: Node): Element | null {
  if (child instanceof Element) return child;
  return child.textContent?.trim() === '' ? before : null;
}

/** Takes out what is in a block that is too large for one piece; gives what cuts that, null for a block that stays whole. */
function openBlock(block: Node, weight: number, { pieces, depth }: Cutting): (() => void) | null {
  if (!(block instanceof Element) || weight <= PIECE_WEIGHT * 1.5 || depth >= DEEPEST) return null;
  if (block.tagName === 'TABLE') {
    const rows = cutTable(block, hold);
    return rows === null ? null : () => pieces.push(...rows);
  }
  if (!CONTAINERS.test(block.tagName)) return null;
  const rest = copyOf(block);
  rest.append(...block.childNodes);
  return () => cutChildren(rest, block, { pieces, depth: depth + 1 });
}

/** Whether a cut before a node changes nothing: both sides are blocks of the same flow. */
function isCut(before: Element | null, node: Node, parent: Element): boolean {
  if (!(node instanceof Element) || before === null) return false;
  if (/^[OU]L$/u.test(parent.tagName)) return node.tagName === 'LI' && before.tagName === 'LI';
  if (!BLOCKS.test(node.tagName) || !BLOCKS.test(before.tagName)) return false;
  return node.tagName !== 'P' || node.textContent.length >= SHORTEST_AFTER_CUT;
}

/** Roughly how long a node takes to draw: its elements, and its text. */
function weigh(node: Node): number {
  const elements = node instanceof Element ? node.getElementsByTagName('*').length + 1 : 0;
  return elements + (node.textContent?.length ?? 0) / CHARACTERS_AN_ELEMENT;
}

/** Puts nodes into a piece, inside copies of the elements that `into` stands in, so that all rules see where they are. */
function hold(nodes: readonly Node[], into: Element | null, weight: number): PostPiece {
  const owner = nodes[0]?.ownerDocument ?? document;
  const holder = owner.createElement('div');
  let from: Element = holder;
  if (into !== null) {
    from = copyOf(into);
    holder.append(outerCopies(into.parentElement, from));
  }
  from.append(...nodes);
  return { holder, from, into, weight };
}

/** An empty element inside copies of all that it stands in, up to the post. */
function outerCopies(around: Element | null, inner: Element): Element {
  const isTop = around === null || around.parentElement === null || around.tagName === 'BODY';
  if (isTop) return inner;
  const copy = copyOf(around);
  copy.append(inner);
  return outerCopies(around.parentElement, copy);
}

/** An element without its children and its id: that belongs to the first piece. */
function copyOf(element: Element): Element {
  const copy = element.ownerDocument.createElement(element.localName);
  copy.className = element.className;
  return copy;
}
