import type { Document, Element } from 'domhandler';
import { Element as ElementNode, Text } from 'domhandler';
import { replaceElement } from 'domutils';
import type { Heading } from '../../shared/model.ts';
import { MAX_EMBEDDED_TOTAL } from '../../shared/embeddedPicture.ts';
import { ID_PREFIX } from '../../shared/htmlPolicy.ts';
import { cutText } from './cutText.ts';
import { embeddedName, resolveMedia, safeLink } from './localAddress.ts';
import type { MediaAddress, MediaFinder } from './localAddress.ts';
import { elementsOf, isEmptyNode, lineOf, pruneTree } from './treeQueries.ts';
import { visibleText } from './visibleText.ts';

const HEADING = /^h[1-6]$/u;
/** Attributes in which lazy loaders keep an image's address. */
const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-echo'];
const ALIGNMENT = /text-align\s*:\s*(?<side>left|center|right)/iu;

/** Ids of one post: those in use, and how often a heading's own has been given. */
interface Ids {
  readonly taken: Set<string>;
  readonly counts: Map<string, number>;
}

/**
 * Prepares a tree for the sanitiser, in place: media addresses resolved or set aside as `data-src`, links checked, ids
 * prefixed and given to every heading, math and ruby kept readable, empty paragraphs dropped. Gives the headings.
 */
export function prepareTree(
  root: Document,
  postPath: string,
  finder: MediaFinder | null = null,
): readonly Heading[] {
  const headings: Heading[] = [];
  const ids: Ids = { taken: new Set(), counts: new Map() };
  const place: Place = { postPath, finder, embeddedBytes: 0 };
  pruneTree(root, isUnwanted);
  for (const element of withoutFormulas(root)) {
    prepareId(element, ids.taken);
    if (HEADING.test(element.name)) {
      const heading = describeHeading(element, ids);
      if (heading !== null) headings.push(heading);
    }
    prepareElement(element, place);
  }
  return headings;
}

/** The elements of a tree, once each formula in it has become its text: what stood in one is no heading any more. */
function withoutFormulas(root: Document): readonly Element[] {
  const elements = elementsOf(root);
  const formulas = elements.filter(({ name }) => name === 'math');
  for (const formula of formulas) replaceElement(formula, spanOf(visibleText(formula)));
  return formulas.length === 0 ? elements : elementsOf(root);
}

/** Where a post stands, and how much of pictures in itself it has shown so far. */
interface Place {
  readonly postPath: string;
  /** Null where no file can be looked for. */
  readonly finder: MediaFinder | null;
  embeddedBytes: number;
}

type Preparation = (element: Element, place: Place) => void;

/** What to do with elements of these names. A map, so that no element can be called `constructor`. */
const PREPARATIONS: ReadonlyMap<string, Preparation> = new Map<string, Preparation>([
  ['img', prepareImage],
  ['video', prepareMedia],
  ['audio', prepareMedia],
  ['source', prepareMedia],
  ['a', prepareLink],
  ['input', prepareInput],
  // Written out, these would not be read again as they were: nothing ends a `<plaintext>`.
  ['plaintext', nameAsPre],
  ['xmp', nameAsPre],
  ['listing', nameAsPre],
  ['p', keepAlignment],
  ['td', keepAlignment],
  ['th', keepAlignment],
]);

function prepareElement(element: Element, place: Place): void {
  PREPARATIONS.get(element.name)?.(element, place);
}

/** No style passes the sanitiser; the one that Markdown tables need becomes an attribute. */
function keepAlignment({ attribs }: Element): void {
  const side = ALIGNMENT.exec(attribs['style'] ?? '')?.groups?.['side'];
  if (side !== undefined && attribs['align'] === undefined) attribs['align'] = side.toLowerCase();
}

function nameAsPre(element: Element): void {
  element.name = 'pre';
}

function spanOf(text: string): ElementNode {
  const span = new ElementNode('span', {});
  const content = new Text(text);
  content.parent = span;
  span.children.push(content);
  return span;
}

function prepareId({ name, attribs }: Element, taken: Set<string>): void {
  // Old pages name the targets of their links with `<a name>`.
  const written = attribs['id'] ?? (name === 'a' ? attribs['name'] : undefined);
  delete attribs['name'];
  if (written === undefined) return;
  const id = `${ID_PREFIX}${cutText(written.trim().replaceAll(/\s+/gu, '-'), 200)}`;
  if (written.trim() === '' || taken.has(id)) {
    delete attribs['id'];
    return;
  }
  taken.add(id);
  attribs['id'] = id;
}

function describeHeading(element: Element, ids: Ids): Heading | null {
  const text = lineOf(element);
  if (text === '') return null;
  const id = element.attribs['id'] ?? freeId(text, ids);
  element.attribs['id'] = id;
  ids.taken.add(id);
  return { level: Number(element.name.slice(1)), text, id };
}

/** The id that GitHub and kramdown's GFM give a heading, so that a post's own links to its headings work. */
function freeId(text: string, ids: Ids): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s+/gu, '-');
  const base = `${ID_PREFIX}${slug === '' ? 'section' : cutText(slug, 100)}`;
  // Counting goes on where it stopped: a page of ten thousand equal headings must not be quadratic.
  let count = ids.counts.get(base) ?? 0;
  while (ids.taken.has(count === 0 ? base : `${base}-${count}`)) count += 1;
  ids.counts.set(base, count + 1);
  return count === 0 ? base : `${base}-${count}`;
}

function prepareImage(element: Element, place: Place): void {
  const { attribs } = element;
  const written = [attribs['src'], ...LAZY.map((name) => attribs[name])].filter(
    (address) => address !== undefined && address.trim() !== '',
  );
  const resolved = written.map((address) =>
    resolveMedia(address ?? '', place.postPath, place.finder),
  );
  const used =
    resolved.find(({ kind }) => kind !== 'none' && kind !== 'missing') ??
    resolved.find(({ kind }) => kind !== 'none');
  const kept = { ...attribs };
  for (const name of Object.keys(attribs)) if (/src|loading/u.test(name)) delete kept[name];
  Object.assign(kept, used === undefined ? {} : pictureAttributes(used, place));
  element.attribs = { ...kept, loading: 'lazy' };
}

/** `src` for what is shown, `data-src` for what is only named. */
function pictureAttributes(used: MediaAddress, place: Place): Readonly<Record<string, string>> {
  if (used.kind === 'local') return { src: used.src };
  if (used.kind === 'remote') return { 'data-src': used.url };
  if (used.kind === 'oversized') return { 'data-src': used.name };
  if (used.kind === 'missing') return { 'data-src': `./${used.path}` };
  if (used.kind === 'none') return {};
  place.embeddedBytes += used.sizeBytes;
  const mediaType = used.src.slice('data:'.length, used.src.indexOf(';'));
  return place.embeddedBytes > MAX_EMBEDDED_TOTAL
    ? { 'data-src': embeddedName(mediaType, used.sizeBytes) }
    : { src: used.src };
}

function prepareMedia(element: Element, { postPath, finder }: Place): void {
  const { attribs, name } = element;
  const resolved = resolveMedia(attribs['src'] ?? '', postPath, finder);
  delete attribs['src'];
  delete attribs['data-src'];
  if (resolved.kind === 'local') attribs['src'] = resolved.src;
  if (resolved.kind === 'remote') attribs['data-src'] = resolved.url;
  if (resolved.kind === 'missing') attribs['data-src'] = `./${resolved.path}`;
  if (name === 'source') return;
  attribs['controls'] = '';
  attribs['preload'] = 'none';
}

function prepareLink({ attribs }: Element): void {
  const address = attribs['href'] === undefined ? null : safeLink(attribs['href'], ID_PREFIX);
  if (address === null) delete attribs['href'];
  else attribs['href'] = address;
}

/** Empty paragraphs show nothing, and of controls only check boxes stay. */
function isUnwanted(element: Element): boolean {
  if (element.name === 'p') return isEmptyNode(element);
  return element.name === 'input' && element.attribs['type']?.trim().toLowerCase() !== 'checkbox';
}

/** A check box that nobody can press. */
function prepareInput(element: Element): void {
  const isChecked = element.attribs['checked'] !== undefined;
  element.attribs = { type: 'checkbox', disabled: '', ...(isChecked ? { checked: '' } : {}) };
}
