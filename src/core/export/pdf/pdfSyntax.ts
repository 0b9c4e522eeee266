/**
 * The little of PDF's syntax (ISO 32000-1, 7.3) that joining needs. Objects are handled as the text of their file, read as
 * Latin-1 so that every byte is one character; values inside a dictionary stay as written.
 */

const isSpace = (text: string, at: number): boolean => /[\s\0]/.test(text.charAt(at));

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text, at)) at++;
  return at;
}

const REGULAR = /[^\s\0()<>[\]{}/%]*/y;

function endOfRegular(text: string, from: number): number {
  REGULAR.lastIndex = from;
  REGULAR.exec(text);
  return Math.max(from, REGULAR.lastIndex);
}

/** Strings may hold balanced and escaped parentheses (7.3.4.2). */
function endOfString(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return at + 1;
  }
  return text.length;
}

function endOfNested(text: string, from: number, close: string): number {
  let at = skipSpace(text, from);
  while (at < text.length && !text.startsWith(close, at)) {
    at = skipSpace(text, Math.max(at + 1, endOfValue(text, at)));
  }
  return Math.min(text.length, at + close.length);
}

const REFERENCE = /\d+\s+\d+\s+R\b/y;

/** The place after the value that begins at `at`; a reference (`12 0 R`) is one value. */
function endOfValue(text: string, at: number): number {
  if (text.startsWith('<<', at)) return endOfNested(text, at + 2, '>>');
  switch (text.charAt(at)) {
    case '[':
      return endOfNested(text, at + 1, ']');
    case '(':
      return endOfString(text, at);
    case '<':
      return text.indexOf('>', at) + 1 || text.length;
    case '/':
      return endOfRegular(text, at + 1);
    default:
      REFERENCE.lastIndex = at;
      return REFERENCE.test(text) ? REFERENCE.lastIndex : endOfRegular(text, at);
  }
}

/** The entries of the dictionary that begins in `text`, names without slash, values as written. */
export function readEntries(text: string): Map<string, string> {
  const entries = new Map<string, string>();
  const start = text.indexOf('<<');
  let at = start < 0 ? text.length : skipSpace(text, start + 2);
  while (text.charAt(at) === '/') {
    const end = endOfRegular(text, at + 1);
    const from = skipSpace(text, end);
    const to = endOfValue(text, from);
    entries.set(text.slice(at + 1, end), text.slice(from, to));
    at = skipSpace(text, to);
  }
  return entries;
}

/** A dictionary of entries, values as they shall stand. */
export function writeEntries(entries: ReadonlyMap<string, string>): string {
  return `<<${[...entries].map(([name, value]) => `/${name} ${value}`).join('\n')}>>`;
}

/** The elements of an array, as written. */
export function readElements(text: string): readonly string[] {
  const elements: string[] = [];
  let at = skipSpace(text, text.indexOf('[') + 1);
  while (at < text.length && text.charAt(at) !== ']') {
    const end = Math.max(at + 1, endOfValue(text, at));
    elements.push(text.slice(at, end));
    at = skipSpace(text, end);
  }
  return elements;
}

/** The number of the object that a value refers to; null when it is no reference. */
export function referenceOf(value: string | undefined): number | null {
  const match = /^\s*(\d+)\s+\d+\s+R\s*$/.exec(value ?? '');
  return match === null ? null : Number(match[1]);
}

/** Numbers of all objects that a text refers to, in order. */
export function referencesIn(text: string): readonly number[] {
  return [...text.matchAll(/\b(\d+) \d+ R\b/g)].map((match) => Number(match[1]));
}

/** What stands in a string `( )` or `< >`, as bytes. */
export function readString(value: string): string {
  if (value.startsWith('<')) {
    return value
      .slice(1, -1)
      .replace(/\s/g, '')
      .replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  }
  return value
    .slice(1, -1)
    .replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_match, octal?: string, other?: string) =>
      octal === undefined
        ? (escapes[other ?? ''] ?? other ?? '')
        : String.fromCharCode(Number.parseInt(octal, 8) & 0xff),
    );
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
  '\r\n': '',
};

/** A text string (7.9.2.2): UTF-16 with its mark, in hexadecimal. */
export function textString(text: string): string {
  let hex = 'FEFF';
  for (let at = 0; at < text.length; at++) {
    hex += text.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase();
  }
  return `<${hex}>`;
}

/** A name (7.3.5) from its bytes; what is not plain is written as `#xx`. */
export function writeName(text: string): string {
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  return `/${bytes.replace(/[^\w.+-]/g, (byte) => `#${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

/** The text of a name without its slash. */
export function readName(name: string): string {
  const bytes = name.replace(/#([0-9A-Fa-f]{2})/g, (_match, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

// Strings and the names of things may hold what looks like a reference: they are passed over whole.
const REWRITABLE =
  /\((?:[^()\\]|\\[\s\S])*\)|\/(StructParents?) (\d+)|\/(BaseFont|FontName) \/([A-Z]{6})\+|\b(\d+) 0 R\b/g;

/** How what a text refers to is named in the book. */
export interface Renaming {
  readonly object: (id: number) => number;
  /** Key in the parent tree (14.7.4.4). */
  readonly structParent: (key: number) => number;
  /** The six letters before the name of a font subset (9.6.4). */
  readonly fontTag: (tag: string) => string;
}

/** Rewrites every reference, key of the parent tree and tag of a font subset in the text of an object. */
export function renameIn(text: string, { object, structParent, fontTag }: Renaming): string {
  return text.replace(
    REWRITABLE,
    // oxlint-disable-next-line max-params -- one for each group, as `replace` gives them
    (match, parents?: string, key?: string, font?: string, tag?: string, id?: string) => {
      if (id !== undefined) return `${object(Number(id))} 0 R`;
      if (key !== undefined) return `/${parents} ${structParent(Number(key))}`;
      if (tag !== undefined) return `/${font} /${fontTag(tag)}+`;
      return match;
    },
  );
}
