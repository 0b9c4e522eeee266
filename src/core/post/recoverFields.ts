import type { FrontMatterLanguage } from './readFields.ts';
import { readFields, readYaml } from './readFields.ts';
import { isRecordLike } from './plainFields.ts';

/** Lines looked at; a block that does not parse and is longer than this is not worth more time. */
const MAX_LINES = 2000;
const YAML_KEY =
  /^(?<key>[^\s:#'"{}[\],&*!|>%@`-][^:\n]{0,80}?)[ \t]*[:：](?:[ \t]+(?<value>.*))?$/u;
/** The space after the colon is often forgotten; only these keys are believed without it. */
const TIGHT_KEY =
  /^(?<key>title|date|tags?|categor(?:y|ies)|author|source|layout|draft|published)[:：](?<value>\S.*)$/iu;
const TOML_KEY = /^(?<key>[\w"'.-]{1,80})[ \t]*=[ \t]*(?<value>.*)$/u;

/**
 * Reads a block that is not valid as a whole, key by key: each top-level key with the lines under it is tried alone,
 * and where even that fails its value is taken as written, without the outer quotes (`title: "A "quoted" word"`).
 * Later keys win, empty ones do not overwrite. An empty map means that nothing could be read.
 */
export function recoverFields(
  block: string,
  language: FrontMatterLanguage,
): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  if (language === 'json') return found;
  const patterns = language === 'toml' ? [TOML_KEY] : [YAML_KEY, TIGHT_KEY];
  for (const chunk of splitChunks(block, patterns)) {
    const key = unquote(chunk.key.trim());
    const value = readChunk(chunk, language);
    if (value !== '' || !found.has(key)) found.set(key, value);
  }
  return found;
}

interface Chunk {
  readonly key: string;
  readonly value: string;
  readonly below: readonly string[];
}

function splitChunks(block: string, patterns: readonly RegExp[]): readonly Chunk[] {
  const chunks: { key: string; value: string; below: string[] }[] = [];
  for (const line of block.split('\n', MAX_LINES)) {
    const match = patterns.map((pattern) => pattern.exec(line.slice(0, 4000))).find(Boolean);
    const groups = match?.groups;
    if (groups) chunks.push({ key: groups['key'] ?? '', value: groups['value'] ?? '', below: [] });
    else chunks.at(-1)?.below.push(line);
  }
  return chunks;
}

function readChunk(chunk: Chunk, language: FrontMatterLanguage): unknown {
  const sign = language === 'toml' ? ' = ' : ': ';
  const source = ['key', sign, [chunk.value, ...chunk.below].join('\n')].join('');
  try {
    const read = language === 'toml' ? readFields(source, 'toml') : readYaml(source);
    const value = read instanceof Map ? read.get('key') : recordValue(read);
    if (value !== undefined && value !== null) return value;
  } catch {
    // Expected: this is the part of the block that does not parse. It is taken as written below.
  }
  return takeAsWritten(chunk);
}

function recordValue(read: unknown): unknown {
  return isRecordLike(read)
    ? Object.entries(read).find(([name]) => name === 'key')?.[1]
    : undefined;
}

function takeAsWritten(chunk: Chunk): unknown {
  const value = chunk.value.trim();
  if (/^\[[^[\]]*\]$/u.test(value)) return listAsWritten(value);
  if (value !== '') return unquote(value);
  const listed = chunk.below
    .map((line) => /^\s*-\s+(?<value>.+)$/u.exec(line.slice(0, 4000))?.groups?.['value'])
    .filter((entry) => entry !== undefined)
    .map((entry) => unquote(entry.trim()));
  return listed.length > 0 ? listed : '';
}

/** A list in brackets that does not parse, cut at its commas. */
function listAsWritten(value: string): readonly string[] {
  const entries = value.slice(1, -1).split(/[,，]/u);
  return entries.map((entry) => unquote(entry.trim())).filter((entry) => entry !== '');
}

/** Takes off one pair of equal outer quotes and the escapes of that kind of quote. */
function unquote(value: string): string {
  const first = value.charAt(0);
  if (value.length < 2 || (first !== '"' && first !== "'") || !value.endsWith(first)) return value;
  const inner = value.slice(1, -1);
  return first === '"' ? inner.replaceAll('\\"', '"') : inner.replaceAll("''", "'");
}
