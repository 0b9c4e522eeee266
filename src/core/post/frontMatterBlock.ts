import type { FrontMatterLanguage } from './readFields.ts';
import { readHeadLines, readReferenceLines } from './referenceLines.ts';

/** Where the front matter of a text stands. */
export type BlockSplit =
  | { readonly kind: 'none' }
  | { readonly kind: 'unclosed' }
  | { readonly kind: 'code'; readonly language: string; readonly body: string }
  /** Metadata in lines without marks round them, read already. */
  | { readonly kind: 'lines'; readonly fields: ReadonlyMap<string, string>; readonly body: string }
  | {
      readonly kind: 'block';
      readonly language: FrontMatterLanguage;
      readonly block: string;
      readonly body: string;
    };

const NONE: BlockSplit = { kind: 'none' };
const UNCLOSED: BlockSplit = { kind: 'unclosed' };
const LANGUAGES: ReadonlyMap<string, FrontMatterLanguage> = new Map([
  ['', 'yaml'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
]);
/** What gray-matter or its plugins would hand to a JavaScript engine. */
const CODE = new Set(['js', 'javascript', 'coffee', 'coffeescript', 'cson', 'ts', 'typescript']);
const KEY_LINE = /^[^\s:#>*`|[\]{}<-][^:\n]{0,60}:(?:\s|$)/u;
const TOML_LINE = /^(?:[\w."'-]+[ \t]*=|\[{1,2}[\w. "'-]+\]{1,2}[ \t]*$)/u;
const JSON_LINE = /^\{?\s*"[^"\n]{1,80}"\s*:/u;
const KNOWN_KEYS =
  /^(?:title|date|tags?|categor(?:y|ies)|layout|permalink|author|draft|slug|published|标题|日期)\s*[:：]/iu;
/** A key that makes a bare object the front matter of a post rather than the text of a file. */
const KNOWN_JSON_KEY =
  /"(?:title|date|tags?|categor(?:y|ies)|layout|slug|draft|author|authors|description|type|url|aliases|weight)"\s*:/iu;

/**
 * Finds the front matter of a text with LF line ends: YAML between `---` lines (closing `...` too), `---toml`/`---json`,
 * TOML between `+++`, Hexo's `;;;` JSON and its block without an opening line (hexo.io/docs/front-matter; its reader also
 * takes longer rows of both marks), Hugo's bare `{…}` (gohugo.io/content-management/front-matter), `[#]: key: (value)`
 * lines and the unmarked `Title: …` lines of Pelican and MultiMarkdown.
 * Blank lines before it are allowed, as in Hugo. `---js` and the like are code: never read, left out of the body.
 */
export function splitFrontMatter(text: string, isHexo: boolean): BlockSplit {
  const start = /^\s*/u.exec(text.slice(0, 200))?.[0].length ?? 0;
  const lead = text.slice(start, start + 3);
  if (lead === '---') return splitDashes(text, { start, isHexo });
  if (lead === '+++') return splitFenced(text, { start, fence: '+++', language: 'toml' });
  if (lead === ';;;') return splitFenced(text, { start, fence: ';;;', language: 'json' });
  if (lead.startsWith('{')) return splitBareJson(text, { start, isHexo });
  if (lead === '[#]') return splitLines(text, readReferenceLines(text, start));
  return splitUnopened(text, { start, isHexo });
}

interface Opening {
  readonly start: number;
  readonly isHexo: boolean;
}

function splitDashes(text: string, opening: Opening): BlockSplit {
  const { start } = opening;
  const line = lineAt(text, start);
  const match = /^(?<mark>-{3,})[ \t]*(?<name>[A-Za-z]*)[ \t]*(?:\s#.*)?$/u.exec(line)?.groups;
  const from = start + line.length;
  if (!match || !isOpening(match['mark'], opening, lineAt(text, from + 1))) return NONE;
  const { mark = '---', name = '' } = match;
  const language = LANGUAGES.get(name.toLowerCase());
  const isCode = CODE.has(name.toLowerCase());
  if (language === undefined && !isCode) return NONE;
  const closing = findClosing(text, from, closingOf(mark, language));
  if (closing === null) {
    return isCode || isFirstLine(text, from, KEY_LINE, JSON_LINE) ? UNCLOSED : NONE;
  }
  const body = text.slice(closing.after);
  if (language === undefined) return { kind: 'code', language: name, body };
  const block = blockText(text.slice(from + 1, closing.at), language);
  return { kind: 'block', language, block, body };
}

/** A longer row is Hexo's; elsewhere it is a rule unless a known key follows. */
function isOpening(mark: string | undefined, { isHexo }: Opening, next: string): boolean {
  return mark === '---' || isHexo || KNOWN_KEYS.test(next);
}

function closingOf(mark: string, language: FrontMatterLanguage | undefined): RegExp {
  if (mark !== '---') return new RegExp(`^-{${mark.length}}\\s*$`, 'u');
  return language === 'yaml' ? /^(?:---|\.\.\.)\s*$/u : /^---\s*$/u;
}

interface Fence {
  readonly start: number;
  readonly fence: string;
  readonly language: FrontMatterLanguage;
}

function splitFenced(text: string, { start, fence, language }: Fence): BlockSplit {
  const opening = lineAt(text, start);
  const isFence = language === 'toml' ? opening.trimEnd() === fence : /^;{3,}\s*$/u.test(opening);
  if (!isFence) return NONE;
  const from = start + opening.length;
  const closing = findClosing(text, from, fence === '+++' ? /^\+\+\+\s*$/u : /^;{3,}\s*$/u);
  if (closing === null) return isFirstLine(text, from, TOML_LINE, JSON_LINE) ? UNCLOSED : NONE;
  const inner = text.slice(from + 1, closing.at);
  return {
    kind: 'block',
    language,
    block: blockText(inner, language),
    body: text.slice(closing.after),
  };
}

/** Whether the first line below an opening one that says something is like that of fields. */
function isFirstLine(text: string, from: number, ...patterns: readonly RegExp[]): boolean {
  const lines = text.slice(from + 1, from + 4000).split('\n', 20);
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith('#'));
  return first !== undefined && patterns.some((pattern) => pattern.test(first));
}

function blockText(inner: string, language: FrontMatterLanguage): string {
  return language === 'json' ? braced(inner) : inner;
}

/** Hexo's JSON front matter may leave out the braces. */
function braced(inner: string): string {
  return inner.trimStart().startsWith('{') ? inner : `{${inner}}`;
}

/** Hugo's JSON: an object that starts the file and ends at its own closing brace. */
function splitBareJson(text: string, { start, isHexo }: Opening): BlockSplit {
  const head = text.slice(start, start + 4000);
  if (!/^\{\s*(?:"|\}|\/[/*])/u.test(head)) return NONE;
  const end = closingBrace(text, start);
  if (end === null) return JSON_LINE.test(head) && KNOWN_JSON_KEY.test(head) ? UNCLOSED : NONE;
  const block = text.slice(start, end + 1);
  const after = text.slice(end + 1);
  // `{"a": 1}` alone may be the text itself.
  if (!isHexo && !KNOWN_JSON_KEY.test(block.slice(0, 100_000))) return NONE;
  return { kind: 'block', language: 'json', block, body: after.replace(/^[ \t;]*\n/u, '') };
}

/** Longest object looked through for its end. */
const MAX_OBJECT = 40_000_000;

function closingBrace(text: string, start: number): number | null {
  const marks = /["{}]/gu;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark.index > start + MAX_OBJECT) return null;
    if (mark[0] === '"') {
      const end = stringEnd(text, mark.index + 1);
      if (end === null) return null;
      marks.lastIndex = end + 1;
    } else depth += mark[0] === '{' ? 1 : -1;
    if (depth === 0) return mark.index;
  }
  return null;
}

/** Where the quotation mark stands that ends a JSON string. */
function stringEnd(text: string, from: number): number | null {
  let at = text.indexOf('"', from);
  while (at !== -1) {
    let slashes = 0;
    while (text.charAt(at - 1 - slashes) === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
    at = text.indexOf('"', at + 1);
  }
  return null;
}

/**
 * Hexo reads `key: value` lines up to a `---` or `;;;` line without an opening one. Elsewhere this is only believed
 * when the first two lines are well-known keys, because `words` over `---` is a Markdown heading.
 */
function splitUnopened(text: string, { start, isHexo }: Opening): BlockSplit {
  const first = lineAt(text, start);
  if (/^"[\w-]+"\s*:/u.test(first)) return splitUnopenedJson(text, start);
  const isKnown = KNOWN_KEYS.test(first);
  const isLikely = isHexo
    ? KEY_LINE.test(first)
    : isKnown && KNOWN_KEYS.test(lineAt(text, start + first.length + 1));
  const closing = isLikely ? findClosing(text, start, /^---+\s*$/u) : null;
  const block = closing === null ? '' : text.slice(start, closing.at);
  if (closing === null || block.includes('\n\n')) {
    return splitLines(text, readHeadLines(text, start));
  }
  return { kind: 'block', language: 'yaml', block, body: text.slice(closing.after) };
}

function splitUnopenedJson(text: string, start: number): BlockSplit {
  const closing = findClosing(text, start, /^;;;+\s*$/u);
  if (closing === null) return NONE;
  const block = braced(text.slice(start, closing.at));
  return { kind: 'block', language: 'json', block, body: text.slice(closing.after) };
}

function splitLines(text: string, lines: ReturnType<typeof readHeadLines>): BlockSplit {
  if (lines === null) return NONE;
  return { kind: 'lines', fields: lines.fields, body: text.slice(lines.after) };
}

/** The first whole line after `from` that matches: where it starts, and where the text goes on. */
function findClosing(
  text: string,
  from: number,
  pattern: RegExp,
): { readonly at: number; readonly after: number } | null {
  let lineEnd = text.indexOf('\n', from);
  while (lineEnd !== -1) {
    const at = lineEnd + 1;
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    if (end - at < 200 && pattern.test(text.slice(at, end))) {
      return { at, after: next === -1 ? end : next + 1 };
    }
    lineEnd = next;
  }
  return null;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? Math.min(text.length, start + 4000) : end);
}
