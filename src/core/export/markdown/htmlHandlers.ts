import type * as hast from 'hast';
import type { Handle, State } from 'hast-util-to-mdast';
import { defaultHandlers } from 'hast-util-to-mdast';
import type * as mdast from 'mdast';
import { escapeAttribute, escapeText, LINE, MARK, NOTE, RAW } from './htmlTree.ts';

/** Where pictures and links of a post lead in its new place. */
export interface NewPlaces {
  /** The address of a picture, sound or film by its `src` or `data-src`; null leaves it out. */
  readonly media: (address: string, isShown: boolean) => string | null;
  /** The address of a link by its `href`; '' leaves its words alone. */
  readonly link: (address: string) => string;
}

/** Elements within a line that Markdown takes as they are. */
const KEPT_INLINE = [
  'mark',
  'sup',
  'sub',
  'kbd',
  'ins',
  'abbr',
  'ruby',
  'rt',
  'rp',
  'q',
  'u',
  'small',
];

/** How elements become Markdown where unified's own ways would lose something. */
export function htmlHandlers(places: NewPlaces): Record<string, Handle> {
  return {
    ...Object.fromEntries(KEPT_INLINE.map((name) => [name, keepInline])),
    [RAW]: (_state, node) => html(stringOf(node, 'html')),
    [MARK]: (_state, node) => ({
      type: 'footnoteReference',
      identifier: labelOf(node),
      label: labelOf(node),
    }),
    [NOTE]: (state, node) => ({
      type: 'footnoteDefinition',
      identifier: labelOf(node),
      label: labelOf(node),
      children: state.toFlow(state.all(node)),
    }),
    [LINE]: (state, node) => defaultHandlers.p(state, node),
    li: itemOf,
    ol: keepNotes,
    details: keepDetails,
    a: (state, node) => linkOf(state, node, places),
    img: (_state, node) => imageOf(node, places),
    video: (_state, node) => mediaOf(node, places),
    audio: (_state, node) => mediaOf(node, places),
  };
}

const html = (value: string): mdast.Html => ({ type: 'html', value });

const labelOf = (node: hast.Element): string => stringOf(node, 'label');

function stringOf({ properties }: hast.Element, name: string): string {
  const value = properties[name];
  return typeof value === 'string' ? value : '';
}

function keepInline(state: State, node: hast.Element): mdast.RootContent[] {
  const title = stringOf(node, 'title');
  const attribute = title === '' ? '' : ` title="${escapeAttribute(title)}"`;
  const children = state.all(node);
  // An empty one shows nothing.
  if (children.length === 0) return [];
  return [html(`<${node.tagName}${attribute}>`), ...children, html(`</${node.tagName}>`)];
}

/** An item of one line, and of lists below it, is written without an empty line. */
function itemOf(state: State, node: hast.Element): mdast.ListItem {
  const isSpread = node.children.some(
    (child) => child.type === 'element' && SPREAD.test(child.tagName),
  );
  return { ...defaultHandlers.li(state, node), spread: isSpread };
}

const SPREAD = /^(?:p|pre|blockquote|table|div|h[1-6]|dl|figure|details)$/u;

/** A list of notes is none any more. */
function keepNotes(state: State, node: hast.Element): mdast.RootContent[] | mdast.RootContent {
  const hasNotes = node.children.some(
    (child) => child.type === 'element' && child.tagName === NOTE,
  );
  return hasNotes ? state.all(node) : defaultHandlers.ol(state, node);
}

const isSummary = (child: hast.ElementContent): child is hast.Element =>
  child.type === 'element' && child.tagName === 'summary';

function keepDetails(state: State, node: hast.Element): mdast.RootContent[] {
  const rest = node.children.filter((child) => !isSummary(child));
  const words = escapeText(
    toString(state.all({ ...node, children: node.children.filter(isSummary) })),
  );
  const opening = words === '' ? '<details>' : `<details>\n<summary>${words}</summary>`;
  const content = state.toFlow(state.all({ ...node, children: rest }));
  return [html(opening), ...content, html('</details>')];
}

/** The words of what unified made, without their signs. */
function toString(nodes: readonly mdast.Nodes[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return toString(node.children);
      return node.type === 'text' || node.type === 'inlineCode' ? node.value : '';
    })
    .join('');
}

function linkOf(
  state: State,
  node: hast.Element,
  { link }: NewPlaces,
): mdast.RootContent | mdast.RootContent[] {
  const href = stringOf(node, 'href');
  const made = defaultHandlers.a(state, node);
  const url = href === '' ? '' : link(href);
  return url === '' || made.children.length === 0 ? made.children : { ...made, url };
}

function imageOf(node: hast.Element, { media }: NewPlaces): mdast.RootContent | undefined {
  const shown = stringOf(node, 'src');
  const named = stringOf(node, 'data-src');
  const url = shown === '' && named === '' ? null : media(shown || named, shown !== '');
  const alt = stringOf(node, 'alt').replaceAll(/\s+/gu, ' ');
  if (url === null) return alt === '' ? undefined : { type: 'text', value: alt };
  const title = stringOf(node, 'title');
  return { type: 'image', url, alt, title: title === '' ? null : title };
}

/** Sound and film, which Markdown has no sign for. */
function mediaOf(node: hast.Element, { media }: NewPlaces): mdast.RootContent[] {
  const sources = [node, ...node.children.filter((child) => child.type === 'element')];
  const addresses = sources.flatMap((source) => {
    const shown = stringOf(source, 'src');
    const address = shown || stringOf(source, 'data-src');
    const placed = address === '' ? null : media(address, shown !== '');
    return placed === null ? [] : [placed];
  });
  const [first] = addresses;
  if (first === undefined) return [];
  const { tagName } = node;
  return [html(`<${tagName} src="${escapeAttribute(first)}" controls></${tagName}>`)];
}
