import { isEmbeddedPicture } from './embeddedPicture.ts';

/**
 * What of a post's HTML may be shown: the one allow-list, for the screen, the PDF and the command line. Two sanitisers
 * that share no code apply it one after the other (sanitize-html in `core/post`, DOMPurify in the window), so that a
 * mistake in how one of them reads markup is caught by the other.
 */

/** Elements that a post may show; every other loses its tag and keeps its text (script and style lose that too). */
export const ALLOWED_TAGS: readonly string[] =
  `a abbr address audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
  figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rb rp rt rtc ruby s samp small source
  span strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr`.split(
    /\s+/u,
  );

/** Attributes by element; `*` = on every one. `class` is not among them: see {@link ALLOWED_CLASSES}. */
export const ALLOWED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': ['lang', 'dir', 'id'],
  a: ['href', 'title'],
  abbr: ['title'],
  dfn: ['title'],
  img: ['src', 'data-src', 'alt', 'title', 'width', 'height', 'loading'],
  video: ['src', 'data-src', 'controls', 'preload', 'width', 'height'],
  audio: ['src', 'data-src', 'controls', 'preload'],
  source: ['src', 'data-src', 'type'],
  input: ['type', 'checked', 'disabled'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  td: ['colspan', 'rowspan', 'align'],
  th: ['colspan', 'rowspan', 'align', 'scope'],
  p: ['align'],
  col: ['span'],
  colgroup: ['span'],
  time: ['datetime'],
  del: ['datetime'],
  ins: ['datetime'],
  details: ['open'],
};

/** Classes by element, for what Markdown and the colouring of code make. No class of the window itself is reachable through them. */
export const ALLOWED_CLASSES: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  code: [/^language-[\w+#.-]{1,40}$/u],
  pre: [/^language-[\w+#.-]{1,40}$/u],
  span: ['math', /^code-(?:word|type|name|text|number|note|added|removed)$/u],
  p: ['math'],
  sup: ['footnote-ref'],
  hr: ['footnotes-sep'],
  div: ['footnotes'],
  ol: ['footnotes-list'],
  li: ['footnote-item', 'task-list-item'],
  a: ['footnote-backref'],
};

/** Every id in a post begins so: no element of a post can take the place of one of the window's own. */
export const ID_PREFIX = 'post-';

const SIZE = /^\d{1,4}$/u;

/** Numbers stay numbers of a sane size, words stay words of a known list. */
const BOUNDED: ReadonlyMap<string, RegExp> = new Map([
  ['width', SIZE],
  ['height', SIZE],
  ['start', /^-?\d{1,6}$/u],
  ['value', /^-?\d{1,6}$/u],
  ['colspan', /^\d{1,3}$/u],
  ['rowspan', /^\d{1,3}$/u],
  ['span', /^\d{1,3}$/u],
  ['align', /^(?:left|center|right)$/iu],
  ['scope', /^(?:row|col|rowgroup|colgroup)$/iu],
  ['dir', /^(?:ltr|rtl|auto)$/iu],
  ['lang', /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu],
  ['datetime', /^[\w:+. -]{1,40}$/u],
  ['loading', /^lazy$/u],
  ['preload', /^(?:none|metadata)$/u],
  ['id', /^post-/u],
  // `./x` names a file that is not in the archive; no value of it is ever loaded.
  ['data-src', /^(?:https?:\/\/[^/\\]|data:image\/|\.\/)/iu],
]);

/** An attribute as it stands on an element. */
export interface WrittenAttribute {
  /** Name of the element, in lower case. */
  readonly tag: string;
  readonly name: string;
  readonly value: string;
}

/** Whether the attribute may stand on that element with that value. Classes are another matter. */
export function isAllowedAttribute({ tag, name, value }: WrittenAttribute): boolean {
  const named = Object.hasOwn(ALLOWED_ATTRIBUTES, tag) ? (ALLOWED_ATTRIBUTES[tag] ?? []) : [];
  const everywhere = ALLOWED_ATTRIBUTES['*'] ?? [];
  if (!named.includes(name) && !everywhere.includes(name)) return false;
  if (name === 'href') return isAllowedLink(value);
  if (name === 'src') return isAllowedSource(tag, value);
  return BOUNDED.get(name)?.test(value) ?? true;
}

/** The classes of an element that may stay, in their order. */
export function allowedClasses(tag: string, written: string): readonly string[] {
  const known = Object.hasOwn(ALLOWED_CLASSES, tag) ? (ALLOWED_CLASSES[tag] ?? []) : [];
  return written
    .split(/\s+/u)
    .filter((name) =>
      known.some((allowed) =>
        typeof allowed === 'string' ? allowed === name : allowed.test(name),
      ),
    );
}

/** What a browser takes for the beginning of an address: it reads none of these characters. */
const UNREAD = /[\u0000-\u0020]/gu;

/** http, https, mailto, or an address without a scheme or a host: a place in the archive or in the post. */
function isAllowedLink(value: string): boolean {
  const read = value.replaceAll(UNREAD, '');
  return /^(?:https?:\/\/[^/\\]|mailto:)/iu.test(read) || isRelative(read);
}

/** A file of the archive, relative to its folder; a picture may also stand in the post itself. */
function isAllowedSource(tag: string, value: string): boolean {
  const read = value.replaceAll(UNREAD, '');
  return isRelative(read) || (tag === 'img' && isEmbeddedPicture(value));
}

function isRelative(read: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/iu.test(read);
}
