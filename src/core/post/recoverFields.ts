import type { FrontMatterLanguage } from './readFields.ts';
import { readFields, readYaml } from './readFields.ts';
import { isRecordLike } from './plainFields.ts';

/** Keys taken of one block besides the well-known ones. */
const MAX_KEYS = 2000;
/** Lines given back to the text. */
const MAX_LEFTOVER = 1000;
/** Longest value given to a reader by itself; longer ones are taken as written. */
const MAX_CHUNK = 200_000;
const YAML_KEY = /^(?<key>[^\s:#'"{}[\],&*!|>%@`-][^:\n]{0,80}?)[ \t]*[:：](?:\s+(?<value>.*))?$/u;
const QUOTED_KEY = /^(?<key>"[^"\n]{1,80}"|'[^'\n]{1,80}')[ \t]*:(?:\s+(?<value>.*))?$/u;
/** The space after the colon is often forgotten; only these keys are believed without it. */
const TIGHT_KEY =
  /^(?<key>title|date|tags?|categor(?:y|ies)|author|source|layout|draft|published)[:：](?<value>.*\S.*)$/iu;
const TOML_KEY = /^[ \t]*(?<key>[\w"'.-]{1,80})[ \t]*=[ \t]*(?<value>.*)$/u;
const TOML_TABLE = /^[ \t]*\[{1,2}[^\]\n]{1,200}\]{1,2}[ \t]*(?:#.*)?$/u;
const JSON_KEY = /^\s{0,8}\{?\s*["']?(?<key>[\w-]{1,80})["']?\s*:\s*(?<value>.*?),?\s*$/u;
const KNOWN_KEY =
  /^(?:title|date|tags?|categor(?:y|ies)|author|authors|source|draft|published|slug|permalink)$/iu;

/** What could be made of a broken block. An empty map means that nothing could be read. */
export interface RecoveredFields {
  readonly fields: ReadonlyMap<string, unknown>;
  /** Lines that belong to no field. */
  readonly leftover: readonly string[];
  /** Names that stand more than once. */
  readonly repeated: readonly string[];
}

/**
 * Reads a block that is not valid as a whole, key by key: each top-level key with the lines under it is tried alone,
 * and where even that fails its value is taken as written, without the outer quotes (`title: "A "quoted" word"`).
 * Later keys win, empty ones do not overwrite.
 */
export function recoverFields(block: string, language: FrontMatterLanguage): RecoveredFields {
  const whole = language === 'json' ? readAsYaml(block) : null;
  if (whole !== null) return { fields: whole, leftover: [], repeated: [] };
  const found = new Map<string, unknown>();
  const leftover: string[] = [];
  const repeated = new Set<string>();
  for (const chunk of splitChunks(block, language, leftover)) {
    const key = unquote(chunk.key.trim());
    const { value, unread } = readChunk(chunk, language);
    if (found.has(key)) repeated.add(key);
    if (value !== '' || !found.has(key)) found.set(key, value);
    for (const line of unread) keepLine(line, leftover);
  }
  const lines = language === 'yaml' ? leftover : [];
  return { fields: found, leftover: lines, repeated: [...repeated] };
}

/** Leading tabs as YAML's indents. */
export function withoutTabs(block: string): string {
  return block.replaceAll(/^\t+/gmu, (tabs) => '  '.repeat(Math.min(tabs.length, 100)));
}

/** YAML takes the commas, comments and quotes that JSON does not; null when that does not help either. */
function readAsYaml(block: string): ReadonlyMap<string, unknown> | null {
  if (block.length > MAX_CHUNK) return null;
  try {
    const read = readYaml(block, { isRepeatAllowed: true });
    return read instanceof Map && read.size > 0 ? read : null;
  } catch {
    // Expected: the block is read line by line.
    return null;
  }
}

function keepLine(line: string, leftover: string[]): void {
  const text = line.trim();
  if (text !== '' && !text.startsWith('#') && leftover.length < MAX_LEFTOVER) leftover.push(text);
}

interface Chunk {
  readonly key: string;
  readonly value: string;
  readonly below: readonly string[];
}

function patternsOf(language: FrontMatterLanguage): readonly RegExp[] {
  if (language === 'toml') return [TOML_KEY];
  return language === 'json' ? [JSON_KEY] : [YAML_KEY, QUOTED_KEY, TIGHT_KEY];
}

function splitChunks(
  block: string,
  language: FrontMatterLanguage,
  leftover: string[],
): readonly Chunk[] {
  const patterns = patternsOf(language);
  const chunks: { key: string; value: string; below: string[] }[] = [];
  for (const line of block.split('\n')) {
    if (line === '') {
      chunks.at(-1)?.below.push(line);
      continue;
    }
    const groups = matchLine(line, patterns);
    const key = groups?.['key'] ?? '';
    if (groups && (chunks.length < MAX_KEYS || KNOWN_KEY.test(unquote(key)))) {
      chunks.push({ key, value: groups['value'] ?? '', below: [] });
    } else if (isApart(line, language, chunks.length)) keepLine(line, leftover);
    else chunks.at(-1)?.below.push(line);
  }
  return chunks;
}

function matchLine(
  line: string,
  patterns: readonly RegExp[],
): Readonly<Record<string, string>> | undefined {
  const head = line.slice(0, 4000);
  for (const pattern of patterns) {
    const groups = pattern.exec(head)?.groups;
    if (groups) return groups;
  }
  return undefined;
}

/** A line that no field can go on in: in YAML neither indented, nor an entry of a list, nor the end of brackets. */
function isApart(line: string, language: FrontMatterLanguage, chunkCount: number): boolean {
  if (language === 'toml') return TOML_TABLE.test(line.slice(0, 400));
  if (language === 'json') return false;
  return chunkCount === 0 || /^[^\s#\-\]}"',]/u.test(line);
}

interface ChunkReading {
  readonly value: unknown;
  readonly unread: readonly string[];
}

function readChunk(chunk: Chunk, language: FrontMatterLanguage): ChunkReading {
  const sign = language === 'toml' ? ' = ' : ': ';
  const source = ['key', sign, [chunk.value, ...chunk.below].join('\n')].join('');
  const value = source.length > MAX_CHUNK ? undefined : attempt(withoutTabs(source), language);
  if (value !== undefined && value !== null) return { value, unread: [] };
  return takeAsWritten(chunk);
}

function attempt(source: string, language: FrontMatterLanguage): unknown {
  try {
    if (language !== 'toml') {
      const read = readYaml(source, { isRepeatAllowed: true });
      return read instanceof Map ? read.get('key') : undefined;
    }
    return recordValue(readFields(source, 'toml'));
  } catch {
    // Expected: this is the part of the block that does not parse. It is taken as written.
    return undefined;
  }
}

function recordValue(read: unknown): unknown {
  return isRecordLike(read)
    ? Object.entries(read).find(([name]) => name === 'key')?.[1]
    : undefined;
}

function takeAsWritten(chunk: Chunk): ChunkReading {
  const value = withoutTag(chunk.value.trim());
  if (/^\[[^[\]]*\]$/u.test(value) || (LISTED_KEY.test(chunk.key) && /^\[[^[\]]*$/u.test(value))) {
    return { value: listAsWritten(value), unread: chunk.below };
  }
  if (value !== '' && !/^[|>][+-]?\d?$/u.test(value)) {
    return { value: unquote(value), unread: chunk.below };
  }
  const listed: string[] = [];
  const unread: string[] = [];
  for (const line of chunk.below) {
    const entry = /^\s*-\s+(?<value>.+)$/u.exec(line.slice(0, 4000))?.groups?.['value'];
    if (entry === undefined) unread.push(line);
    else if (listed.length < MAX_KEYS) listed.push(unquote(entry.trim()));
  }
  return { value: listed.length > 0 ? listed : '', unread };
}

/** `!ruby/object:Date 2020-01-01`: what a tag says of a value is not known here, the value is. */
function withoutTag(value: string): string {
  return value.replace(/^!{1,2}[\w:/.-]{1,100}(?:\s+|$)/u, '');
}

/** Fields whose bracket opens a list even where it is never closed; a title may begin with one. */
const LISTED_KEY = /^["']?(?:tags?|categor(?:y|ies)|keywords?)["']?$/iu;

/** A list in brackets that does not parse or is never closed, cut at its commas. */
function listAsWritten(value: string): readonly string[] {
  const entries = value.replace(/^\[|\]$/gu, '').split(/[,，]/u);
  return entries.map((entry) => unquote(entry.trim())).filter((entry) => entry !== '');
}

/** Takes off one pair of equal outer quotes and the escapes of that kind of quote, or a `"` that is never closed (`'Twas` is a word). */
function unquote(value: string): string {
  const first = value.charAt(0);
  if (first === '"' && value.lastIndexOf('"') === 0) return value.slice(1).trim();
  if (value.length < 2 || (first !== '"' && first !== "'") || !value.endsWith(first)) return value;
  const inner = value.slice(1, -1);
  return first === '"' ? inner.replaceAll('\\"', '"') : inner.replaceAll("''", "'");
}
