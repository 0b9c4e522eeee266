import type { FrontMatterLanguage } from './readFields.ts';

/** Where the front matter of a text stands. */
export type BlockSplit =
  | { readonly kind: 'none' }
  | { readonly kind: 'unclosed' }
  | { readonly kind: 'code'; readonly language: string; readonly body: string }
  | {
      readonly kind: 'block';
      readonly language: FrontMatterLanguage;
      readonly block: string;
      readonly body: string;
    };

const NONE: BlockSplit = { kind: 'none' };
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
const TOML_LINE = /^(?:[\w.-]+[ \t]*=|\[[\w.-]+\][ \t]*$)/u;
const KNOWN_KEYS = /^(?:title|date|tags?|categor(?:y|ies)|layout|permalink|author)\s*:/u;

/**
 * Finds the front matter of a text with LF line ends: YAML between `---` lines (closing `...` too), `---toml`/`---json`,
 * TOML between `+++`, Hexo's `;;;` JSON and its block without an opening line, and Hugo's bare `{…}`.
 * Blank lines before it are allowed, as in Hugo. `---js` and the like are code: never read, left out of the body.
 */
export function splitFrontMatter(text: string, isHexo: boolean): BlockSplit {
  const start = /^\s*/u.exec(text.slice(0, 200))?.[0].length ?? 0;
  const lead = text.slice(start, start + 3);
  if (lead === '---') return splitDashes(text, start);
  if (lead === '+++') return splitFenced(text, { start, fence: '+++', language: 'toml' });
  if (lead === ';;;') return splitFenced(text, { start, fence: ';;;', language: 'json' });
  if (lead.startsWith('{')) return splitBareJson(text, start);
  return splitUnopened(text, isHexo);
}

function splitDashes(text: string, start: number): BlockSplit {
  const opening = lineAt(text, start);
  const name = /^---[ \t]*(?<name>[A-Za-z]*)[ \t]*$/u.exec(opening)?.groups?.['name'];
  if (name === undefined) return NONE;
  const language = LANGUAGES.get(name.toLowerCase());
  const isCode = CODE.has(name.toLowerCase());
  if (language === undefined && !isCode) return NONE;
  const from = start + opening.length;
  const closing = findClosing(
    text,
    from,
    language === 'yaml' ? /^(?:---|\.\.\.)\s*$/u : /^---\s*$/u,
  );
  if (closing === null) {
    const second = lineAt(text, from + 1);
    return isCode || KEY_LINE.test(second) ? { kind: 'unclosed' } : NONE;
  }
  const body = text.slice(closing.after);
  if (language === undefined) return { kind: 'code', language: name, body };
  return { kind: 'block', language, block: text.slice(from + 1, closing.at), body };
}

interface Fence {
  readonly start: number;
  readonly fence: string;
  readonly language: FrontMatterLanguage;
}

function splitFenced(text: string, { start, fence, language }: Fence): BlockSplit {
  const opening = lineAt(text, start);
  if (opening.trimEnd() !== fence) return NONE;
  const from = start + opening.length;
  const closing = findClosing(text, from, fence === '+++' ? /^\+\+\+\s*$/u : /^;;;\s*$/u);
  if (closing === null) {
    return TOML_LINE.test(lineAt(text, from + 1)) ? { kind: 'unclosed' } : NONE;
  }
  const inner = text.slice(from + 1, closing.at);
  return {
    kind: 'block',
    language,
    block: language === 'json' ? braced(inner) : inner,
    body: text.slice(closing.after),
  };
}

/** Hexo's JSON front matter may leave out the braces. */
function braced(inner: string): string {
  return inner.trimStart().startsWith('{') ? inner : `{${inner}}`;
}

/** Hugo's JSON: an object that starts the file and ends at its own closing brace. */
function splitBareJson(text: string, start: number): BlockSplit {
  const end = closingBrace(text, start);
  if (end === null || !/^\{\s*(?:"|\})/u.test(text.slice(start, start + 200))) return NONE;
  return {
    kind: 'block',
    language: 'json',
    block: text.slice(start, end + 1),
    body: text.slice(end + 1).replace(/^[ \t;]*\n/u, ''),
  };
}

function closingBrace(text: string, start: number): number | null {
  const last = Math.min(text.length, start + 1_000_000);
  let depth = 0;
  let isInString = false;
  for (let at = start; at < last; at += 1) {
    const character = text.charAt(at);
    if (isInString) {
      if (character === '\\') at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}

/**
 * Hexo reads `key: value` lines up to a `---` or `;;;` line without an opening one. Elsewhere this is only believed
 * when the first two lines are well-known keys, because `words` over `---` is a Markdown heading.
 */
function splitUnopened(text: string, isHexo: boolean): BlockSplit {
  const first = lineAt(text, 0);
  if (/^"[\w-]+"\s*:/u.test(first)) return splitUnopenedJson(text);
  const isLikely = isHexo
    ? KEY_LINE.test(first)
    : KNOWN_KEYS.test(first) && KNOWN_KEYS.test(lineAt(text, first.length + 1));
  if (!isLikely) return NONE;
  const closing = findClosing(text, 0, /^---+\s*$/u);
  if (closing === null || text.slice(0, closing.at).includes('\n\n')) return NONE;
  return {
    kind: 'block',
    language: 'yaml',
    block: text.slice(0, closing.at),
    body: text.slice(closing.after),
  };
}

function splitUnopenedJson(text: string): BlockSplit {
  const closing = findClosing(text, 0, /^;;;+\s*$/u);
  if (closing === null) return NONE;
  const block = braced(text.slice(0, closing.at));
  return { kind: 'block', language: 'json', block, body: text.slice(closing.after) };
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
