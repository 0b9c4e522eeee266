/** Metadata that stands in lines of its own at the head of a text, without marks round it. */
export interface HeadLines {
  readonly fields: ReadonlyMap<string, string>;
  /** Where the text goes on. */
  readonly after: number;
}

const REFERENCE_LINE =
  /^\[#\]:[ \t]*(?:#[ \t]*)?(?<key>[\w-]{1,40})[ \t]*[:：][ \t]*(?<value>[^\n]{0,2000})$/u;
const ADDRESS_AT_END = /^(?<name>.{1,300}?)[ \t]+https?:\/\/\S+$/u;
/** Keys of Pelican and MultiMarkdown, which need no marks round their lines (docs.getpelican.com, "File metadata"). */
const HEAD_KEY =
  /^(?<key>title|date|modified|category|tags|keywords|slug|authors?|summary|status|lang|language|translation|template|save_as|url|subtitle|description|copyright)[ \t]*:[ \t]*(?<value>\S[^\n]{0,2000})$/iu;
/** More than anybody writes; a text that goes on so is no head. */
const MAX_HEAD_LINES = 100;

/**
 * Reads `[#]: author: (name)` and `[#]: author: "name"`, the link references in which a translation project keeps its
 * metadata: Markdown shows nothing of them. Null when the text does not begin with one. A name that is followed by an
 * address loses that (`author`), and the original's address is `via`.
 */
export function readReferenceLines(text: string, start: number): HeadLines | null {
  if (!text.startsWith('[#]:', start)) return null;
  const fields = new Map<string, string>();
  let after = start;
  for (const line of linesFrom(text, start)) {
    const groups = REFERENCE_LINE.exec(line.text.trimEnd())?.groups;
    if (!groups && line.text.trim() !== '') break;
    after = line.after;
    if (!groups) continue;
    const value = unwrap(groups['value'] ?? '');
    if (value !== '') fields.set((groups['key'] ?? '').toLowerCase(), value);
  }
  if (after === start) return null;
  return { fields: named(fields), after };
}

/** `subject` is the title of the original: the text's own heading is the title that readers know. */
function named(fields: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const copy = new Map(fields);
  const author = copy.get('author');
  const name = author === undefined ? undefined : ADDRESS_AT_END.exec(author)?.groups?.['name'];
  if (name !== undefined) copy.set('author', name);
  const via = copy.get('via');
  if (via !== undefined) copy.set('original_url', via);
  return copy;
}

function unwrap(written: string): string {
  const value = written.trim();
  const inner = /^(?:\((?<round>.*)\)|"(?<quoted>.*)")$/u.exec(value)?.groups;
  return (inner?.['round'] ?? inner?.['quoted'] ?? value).trim();
}

/**
 * Reads `Title: …`, `Date: …` lines at the very beginning that end at the first blank line. Believed only when every
 * line is one of the known keys (or goes on one, indented) and `Title` is among at least two: nobody's prose is that.
 */
export function readHeadLines(text: string, start: number): HeadLines | null {
  if (!HEAD_KEY.test(lineEndingAt(text, start))) return null;
  const fields = new Map<string, string>();
  let last = '';
  let count = 0;
  for (const line of linesFrom(text, start)) {
    if (line.text.trim() === '') {
      return fields.has('title') && fields.size > 1 ? { fields, after: line.after } : null;
    }
    count += 1;
    const key = takeHeadLine(line.text, last, fields);
    if (key === null || count > MAX_HEAD_LINES) return null;
    last = key;
  }
  return null;
}

/** The key that a line gives or goes on; null when it does neither. */
function takeHeadLine(line: string, last: string, fields: Map<string, string>): string | null {
  const groups = HEAD_KEY.exec(line.trimEnd())?.groups;
  if (groups) {
    const key = (groups['key'] ?? '').toLowerCase();
    fields.set(key, groups['value'] ?? '');
    return key;
  }
  if (!/^[ \t]{2,}\S/u.test(line)) return null;
  fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
  return last;
}

interface Line {
  readonly text: string;
  /** Where the next line begins. */
  readonly after: number;
}

function* linesFrom(text: string, start: number): Generator<Line, void> {
  for (let at = start; at < text.length;) {
    const end = text.indexOf('\n', at);
    const after = end === -1 ? text.length : end + 1;
    yield { text: text.slice(at, end === -1 ? Math.min(text.length, at + 4000) : end), after };
    at = after;
  }
}

function lineEndingAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? Math.min(text.length, start + 4000) : end).trimEnd();
}
