import { FAILSAFE_SCHEMA, load, realMapTag } from 'js-yaml';
import matter from 'gray-matter';
import { parse as parseToml } from 'smol-toml';
import { readPlainYaml } from './plainYaml.ts';

/** The languages a block of front matter may be written in. Code (`---js`) is never one of them. */
export type FrontMatterLanguage = 'yaml' | 'toml' | 'json';

/** Every scalar stays the string that was written: no dates, no `1:30` = 90, no `010` = 8. Maps take any key safely. */
const AS_WRITTEN = FAILSAFE_SCHEMA.withTags(realMapTag);

/**
 * Reads a block with gray-matter, with its engines replaced: YAML keeps scalars as written, TOML and JSON are data,
 * and the engines that would run code throw. Throws whatever the reader throws on a broken block.
 */
export function readFields(block: string, language: FrontMatterLanguage): unknown {
  const plain = language === 'yaml' ? readPlainYaml(block) : null;
  if (plain !== null) return plain;
  // A line that starts with its closing mark would end the block early for gray-matter.
  if (block.includes('\n---')) return readers[language](block);
  // The options object also turns off gray-matter's cache, which keeps every file and hides the second failure.
  const read: unknown = matter(`---\n${block}\n---\n`, {
    language,
    engines: {
      ...readers,
      javascript: refuseCode,
      js: refuseCode,
      coffee: refuseCode,
      coffeescript: refuseCode,
    },
  }).data;
  return read;
}

const readers: Readonly<Record<FrontMatterLanguage, (text: string) => object>> = {
  yaml: (text) => asObject(readYaml(text)),
  toml: (text) => readToml(text),
  json: (text) => asObject(JSON.parse(text)),
};

/**
 * One YAML document with every scalar a string; null for an empty one. Throws when it is not YAML, and for a key that
 * stands twice unless that is allowed (the last one counts).
 */
export function readYaml(
  text: string,
  { isRepeatAllowed }: { readonly isRepeatAllowed: boolean } = { isRepeatAllowed: false },
): unknown {
  if (text.trim() === '') return null;
  return load(text, { schema: AS_WRITTEN, json: isRepeatAllowed });
}

/**
 * TOML with its dates and decimal numbers as they were written, where they stand on a line of their own: the reader takes
 * 2022-02-30 for 2 March without a word, and `1.10` for 1.1. Throws when it is not TOML.
 */
export function readToml(text: string): object {
  const read = parseToml(text);
  const written = writtenValues(text);
  return written.size === 0 ? read : asWritten(read, written);
}

const TOML_VALUE =
  /^[ \t]*(?:"(?<quoted>[^"\n]{1,80})"|(?<bare>[\w-]{1,80}))[ \t]*=[ \t]*(?<value>\d{4}-\d\d-\d\d[^#\n,\]}"']{0,40}?|[+-]?\d+\.\d+)[ \t]*(?:#.*)?$/gmu;

function writtenValues(text: string): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const match of text.matchAll(TOML_VALUE)) {
    const key = match.groups?.['quoted'] ?? match.groups?.['bare'] ?? '';
    if (!written.has(key)) written.set(key, match.groups?.['value'] ?? '');
  }
  return written;
}

/** Two tables with the same key each keep what was read for the second. */
function asWritten(read: object, written: ReadonlyMap<string, string>): Map<string, unknown> {
  const copy = new Map<string, unknown>();
  const tables: [string, object][] = [];
  const used = new Set<string>();
  for (const [key, value] of Object.entries(read)) {
    const text = written.get(key);
    const isWritten = text !== undefined && (value instanceof Date || typeof value === 'number');
    if (isWritten) used.add(key);
    copy.set(key, isWritten ? text : value);
    if (isTable(value)) tables.push([key, value]);
  }
  const rest = new Map([...written].filter(([key]) => !used.has(key)));
  for (const [key, table] of rest.size === 0 ? [] : tables) copy.set(key, asWritten(table, rest));
  return copy;
}

function isTable(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}

/** gray-matter wants an object; a scalar or a list at the top is no front matter. */
function asObject(read: unknown): object {
  return typeof read === 'object' && read !== null ? read : {};
}

function refuseCode(): never {
  throw new Error('Code in front matter is not run.');
}
