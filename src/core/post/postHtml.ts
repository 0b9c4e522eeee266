import type { Document, Element } from 'domhandler';
import { Element as ElementNode, Text } from 'domhandler';
import { removeElement, replaceElement } from 'domutils';
import type { Heading } from '../../shared/model.ts';
import { resolveMedia, safeLink } from './localAddress.ts';
import { elementsOf, isEmptyNode, lineOf } from './treeQueries.ts';
import { visibleText } from './visibleText.ts';

/** Every id in a post's HTML begins so: no element of a post can take the place of one of the window's own. */
export const ID_PREFIX = 'post-';

const HEADING = /^h[1-6]$/u;
/** Attributes in which lazy loaders keep an image's address. */
const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-echo'];
const ALIGNMENT = /text-align\s*:\s*(?<side>left|center|right)/iu;

/**
 * Prepares a tree for the sanitiser, in place: media addresses resolved or set aside as `data-src`, links checked, ids
 * prefixed and given to every heading, math and ruby kept readable, empty paragraphs dropped. Gives the headings.
 */
export function prepareTree(root: Document, postPath: string): readonly Heading[] {
  const headings: Heading[] = [];
  const taken = new Set<string>();
  for (const element of elementsOf(root)) {
    prepareId(element, taken);
    if (HEADING.test(element.name)) {
      const heading = describeHeading(element, taken);
      if (heading !== null) headings.push(heading);
    }
    prepareElement(element, postPath);
  }
  return headings;
}

function prepareElement(element: Element, postPath: string): void {
  const { name, attribs } = element;
  if (name === 'img') prepareImage(element, postPath);
  else if (name === 'video' || name === 'audio' || name === 'source')
    prepareMedia(element, postPath);
  else if (name === 'a') prepareLink(element);
  else if (name === 'input') prepareInput(element);
  else if (name === 'math') replaceElement(element, spanOf(visibleText(element)));
  else if (name === 'p' && isEmptyNode(element)) removeElement(element);
  else if (name === 'td' || name === 'th' || name === 'p' || HEADING.test(name)) {
    const side = ALIGNMENT.exec(attribs['style'] ?? '')?.groups?.['side'];
    if (side !== undefined && attribs['align'] === undefined) attribs['align'] = side.toLowerCase();
  }
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
  const id = `${ID_PREFIX}${written.trim().replaceAll(/\s+/gu, '-').slice(0, 200)}`;
  if (written.trim() === '' || taken.has(id)) {
    delete attribs['id'];
    return;
  }
  taken.add(id);
  attribs['id'] = id;
}

function describeHeading(element: Element, taken: Set<string>): Heading | null {
  const text = lineOf(element);
  if (text === '') return null;
  const id = element.attribs['id'] ?? freeId(text, taken);
  element.attribs['id'] = id;
  taken.add(id);
  return { level: Number(element.name.slice(1)), text, id };
}

/** The id that GitHub and kramdown's GFM give a heading, so that a post's own links to its headings work. */
function freeId(text: string, taken: ReadonlySet<string>): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s+/gu, '-')
    .slice(0, 100);
  const base = `${ID_PREFIX}${slug === '' ? 'section' : slug}`;
  if (!taken.has(base)) return base;
  let count = 1;
  while (taken.has(`${base}-${count}`)) count += 1;
  return `${base}-${count}`;
}

function prepareImage(element: Element, postPath: string): void {
  const { attribs } = element;
  const written = [attribs['src'], ...LAZY.map((name) => attribs[name])].filter(
    (address) => address !== undefined && address.trim() !== '',
  );
  const resolved = written.map((address) => resolveMedia(address ?? '', postPath));
  const used = resolved.find(({ kind }) => kind !== 'none');
  const kept = { ...attribs };
  for (const name of Object.keys(attribs)) if (/src|loading/u.test(name)) delete kept[name];
  if (used?.kind === 'local') kept['src'] = used.src;
  if (used?.kind === 'remote') kept['data-src'] = used.url;
  element.attribs = { ...kept, loading: 'lazy' };
}

function prepareMedia(element: Element, postPath: string): void {
  const { attribs, name } = element;
  const resolved = resolveMedia(attribs['src'] ?? '', postPath);
  delete attribs['src'];
  delete attribs['data-src'];
  if (resolved.kind === 'local') attribs['src'] = resolved.src;
  if (resolved.kind === 'remote') attribs['data-src'] = resolved.url;
  if (name === 'source') return;
  attribs['controls'] = '';
  attribs['preload'] = 'none';
}

function prepareLink({ attribs }: Element): void {
  const address = attribs['href'] === undefined ? null : safeLink(attribs['href'], ID_PREFIX);
  if (address === null) delete attribs['href'];
  else attribs['href'] = address;
}

/** Only check boxes stay, and nobody can press them. */
function prepareInput(element: Element): void {
  const { attribs } = element;
  if (attribs['type']?.trim().toLowerCase() !== 'checkbox') {
    removeElement(element);
    return;
  }
  element.attribs = {
    type: 'checkbox',
    disabled: '',
    ...(attribs['checked'] === undefined ? {} : { checked: '' }),
  };
}
