import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { make, type ChapterNode } from './chapterNode.ts';
import { keptAttributes, type IdGiver } from './keptAttributes.ts';
import { definitionList, figure, list, ruby, table, type Shaping } from './structures.ts';

/** What stands for elements that a book cannot take as they are. */
export interface Replacing {
  /** Pictures, sounds, films. */
  readonly media: (element: Element) => readonly ChapterNode[];
  /** Where a link leads in the book; null = it stays words. */
  readonly link: (href: string) => string | null;
  readonly idOf: IdGiver;
  /** How many levels headings move down. */
  readonly headingShift: number;
  /** What follows a passage that the reader marked and wrote about. */
  readonly noteSign: (number: string, isLinked: boolean) => readonly ChapterNode[];
}

/** Where a node will stand. */
interface Place {
  /** Only words and what stands among words. */
  readonly isPhrasing: boolean;
  readonly isLinked: boolean;
}

const BLOCKS =
  /^(?:p|div|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|td|th|blockquote|pre|figure|figcaption|h[1-6]|hr|address|details|summary)$/u;
const PHRASING =
  /^(?:em|strong|b|i|u|s|small|sub|sup|code|kbd|samp|cite|q|abbr|dfn|bdi|bdo|mark|span|ins|del|a)$/u;
/** Elements that hold whatever their parent may hold (HTML, 3.2.5.3). */
const TRANSPARENT = /^(?:a|ins|del)$/u;

/** The name under which something goes on; every other one stands as itself. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['time', 'span'],
  ['rt', 'span'],
  ['rtc', 'span'],
  ['rb', 'span'],
  ['details', 'div'],
  ['address', 'div'],
]);

/**
 * Turns a sanitised tree into one that keeps HTML's content models (WHATWG HTML, 4.4 to 4.9), which validators of books
 * check and old readers rely on. No word is lost and none moves past another, but for what stands loose in a table: that
 * goes before it.
 */
export function shapeContent(
  nodes: readonly AnyNode[],
  replacing: Replacing,
): readonly ChapterNode[] {
  const shaper = createShaper(replacing);
  return shaper.all(nodes, { isPhrasing: false, isLinked: false });
}

interface Shaper {
  readonly all: (nodes: readonly AnyNode[], place: Place) => readonly ChapterNode[];
  readonly attributes: (element: Element, ...classes: string[]) => Record<string, string>;
  readonly holdsBlock: (element: Element) => boolean;
  readonly replacing: Replacing;
}

function createShaper(replacing: Replacing): Shaper {
  const known = new Map<Element, boolean>();
  const holdsBlock = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const found = element.children.some(
      (child) => isTag(child) && (BLOCKS.test(child.name) || holdsBlock(child)),
    );
    known.set(element, found);
    return found;
  };
  const shaper: Shaper = {
    all: (nodes, place) =>
      nodes.flatMap((node) => {
        if (isText(node)) return [node.data];
        return isTag(node) ? shape(node, place, shaper) : [];
      }),
    attributes: (element, ...classes) => keptAttributes(element, classes, replacing.idOf),
    holdsBlock,
    replacing,
  };
  return shaper;
}

type Shape = (element: Element, place: Place, shaper: Shaper) => readonly ChapterNode[];

const shape: Shape = (element, place, shaper) => {
  const special = SPECIAL.get(element.name);
  if (special !== undefined) return special(element, place, shaper);
  if (/^h[1-6]$/u.test(element.name)) return heading(element, place, shaper);
  const name = RENAMED.get(element.name) ?? element.name;
  if (PHRASING.test(name)) return inline(element, place, shaper);
  return block(element, place, shaper);
};

const inline: Shape = (element, place, shaper) => {
  const name = RENAMED.get(element.name) ?? element.name;
  const isPlain = name === 'bdo' && element.attribs['dir'] === undefined;
  return wrapped(isPlain ? 'span' : name, element, { place, shaper });
};

/** Words with blocks among them become a block of the same look; insertions and deletions stay what they are. */
function wrapped(
  name: string,
  element: Element,
  { place, shaper }: { readonly place: Place; readonly shaper: Shaper },
): readonly ChapterNode[] {
  const isBlock = !place.isPhrasing && shaper.holdsBlock(element);
  const inner = shaper.all(element.children, { ...place, isPhrasing: !isBlock });
  return isBlock && !TRANSPARENT.test(name)
    ? [make('div', shaper.attributes(element, `as-${name}`), inner)]
    : [make(name, shaper.attributes(element), inner)];
}

/** Blocks among words become words on lines of their own. */
const block: Shape = (element, place, shaper) => {
  if (place.isPhrasing) return asWords(element, place, shaper);
  const { name, children } = element;
  if (name === 'div' || name === 'blockquote') return divided(element, place, shaper);
  if (name === 'pre' || name === 'summary') {
    const inner = shaper.all(children, { ...place, isPhrasing: true });
    const attributes = shaper.attributes(element, ...(name === 'pre' ? [] : [name]));
    return [make(name === 'pre' ? name : 'p', attributes, inner)];
  }
  if (name === 'p') {
    const isPhrasing = !shaper.holdsBlock(element);
    const inner = shaper.all(children, { ...place, isPhrasing });
    return [make(isPhrasing ? 'p' : 'div', shaper.attributes(element), inner)];
  }
  // Parts of lists and tables that stand outside of one, and what there is no element for any more.
  return [make('div', shaper.attributes(element, `as-${name}`), shaper.all(children, place))];
};

const divided: Shape = (element, place, shaper) => {
  const isNotes = /(?:^|\s)footnotes(?:\s|$)/u.test(element.attribs['class'] ?? '');
  const notes = isNotes ? { 'epub:type': 'footnotes', role: 'doc-endnotes' } : {};
  const attributes = { ...shaper.attributes(element), ...notes };
  return [
    make(isNotes ? 'section' : element.name, attributes, shaper.all(element.children, place)),
  ];
};

const asWords: Shape = (element, place, shaper) => {
  const inner = shaper.all(element.children, { ...place, isPhrasing: true });
  return [make('span', shaper.attributes(element, 'line', `as-${element.name}`), inner)];
};

const heading: Shape = (element, place, shaper) => {
  if (place.isPhrasing) return asWords(element, place, shaper);
  const level = Math.min(6, Number(element.name.slice(1)) + shaper.replacing.headingShift);
  const inner = shaper.all(element.children, { ...place, isPhrasing: true });
  return [make(`h${level}`, shaper.attributes(element), inner)];
};

const link: Shape = (element, place, shaper) => {
  const href = element.attribs['href'];
  const address = href === undefined || place.isLinked ? null : shaper.replacing.link(href);
  if (address === null) return wrapped('span', element, { place, shaper });
  const isBlock = !place.isPhrasing && shaper.holdsBlock(element);
  const inner = shaper.all(element.children, { isPhrasing: !isBlock, isLinked: true });
  const attributes = { ...shaper.attributes(element), href: address, ...linkRole(element) };
  return [make('a', attributes, inner)];
};

/** What screen readers and readers of books know notes by (DPUB-ARIA 1.1, EPUB Structural Semantics). */
function linkRole({ attribs, parent }: Element): Record<string, string> {
  if (/(?:^|\s)footnote-backref(?:\s|$)/u.test(attribs['class'] ?? '')) {
    return { 'epub:type': 'backlink', role: 'doc-backlink' };
  }
  const around = parent !== null && isTag(parent) ? (parent.attribs['class'] ?? '') : '';
  return /(?:^|\s)footnote-ref(?:\s|$)/u.test(around)
    ? { 'epub:type': 'noteref', role: 'doc-noteref' }
    : {};
}

const marked: Shape = (element, place, shaper) => {
  const number = element.attribs['data-note'];
  const sign = number === undefined ? [] : shaper.replacing.noteSign(number, place.isLinked);
  return [...inline(element, place, shaper), ...sign];
};

/** What stands for a picture has no id; links to it lead to what is around it. */
const media: Shape = (element, _place, { replacing }) => {
  const nodes = replacing.media(element);
  const id = replacing.idOf(element);
  return id === null || nodes.length === 0 ? nodes : [make('span', { id }, nodes)];
};

/** Structures that have an order of their own, and shapes for what is in them. */
const structured =
  (build: (element: Element, shaping: Shaping) => readonly ChapterNode[]): Shape =>
  (element, place, shaper) => {
    if (place.isPhrasing) return asWords(element, place, shaper);
    return build(element, shapingOf(place, shaper));
  };

function shapingOf(place: Place, shaper: Shaper): Shaping {
  return {
    flow: (nodes) => shaper.all(nodes, { ...place, isPhrasing: false }),
    phrasing: (nodes) => shaper.all(nodes, { ...place, isPhrasing: true }),
    attributes: shaper.attributes,
  };
}

const SPECIAL: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['br', () => [make('br', {})]],
  ['wbr', () => [make('wbr', {})]],
  [
    'hr',
    (element, place, shaper) => [
      make(place.isPhrasing ? 'br' : 'hr', place.isPhrasing ? {} : shaper.attributes(element)),
    ],
  ],
  ['a', link],
  ['mark', marked],
  ['img', media],
  ['audio', media],
  ['video', media],
  ['source', () => []],
  ['rp', () => []],
  ['col', () => []],
  ['colgroup', () => []],
  ['input', ({ attribs, next }) => [attribs['type'] === 'checkbox' ? checkbox(attribs, next) : '']],
  ['ruby', (element, place, shaper) => ruby(element, shapingOf(place, shaper))],
  ['ul', structured(list)],
  ['ol', structured(list)],
  ['dl', structured(definitionList)],
  ['table', structured(table)],
  ['figure', structured(figure)],
]);

/** Boxes that nobody can tick on paper or in a book are signs. */
function checkbox(attribs: Element['attribs'], next: AnyNode | null): string {
  const sign = attribs['checked'] === undefined ? '☐' : '☑';
  const hasSpace = next !== null && isText(next) && /^\s/u.test(next.data);
  return hasSpace ? sign : `${sign} `;
}
