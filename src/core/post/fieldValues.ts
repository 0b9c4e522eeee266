import { cutText } from './cutText.ts';
import type { Fields } from './plainFields.ts';
import { withoutEntities } from './textEntities.ts';

/**
 * Finds front matter values by name, in any letter case; also in Zola's `[extra]`, `[taxonomies]`, Hugo's `[params]` and
 * what YAML's `<<` merges in.
 */
export interface FieldReader {
  /** The first of these names that has a value; undefined when none has. */
  readonly value: (names: readonly string[]) => unknown;
  /** The first of these names that has text; null when none has. A list becomes `a, b`, a record its `name`. */
  readonly text: (names: readonly string[]) => string | null;
}

/** Tables in which generators keep fields of their own. */
const TABLES = ['<<', 'taxonomies', 'extra', 'params'];
/** Longest text of a field, in UTF-16 units. */
export const MAX_FIELD_TEXT = 1000;

/** A reader over the fields of one post; `defaults` give what these do not, the first the most. */
export function fieldReader(fields: Fields, defaults: readonly Fields[] = []): FieldReader {
  const byName = new Map<string, unknown>();
  const take = (record: Fields): void => {
    for (const [name, value] of Object.entries(record)) {
      const key = name.toLowerCase();
      if (!byName.has(key) && !isNothing(value)) byName.set(key, value);
    }
  };
  take(fields);
  for (const table of TABLES) {
    const nested = byName.get(table);
    if (isFields(nested)) take(nested);
  }
  for (const each of defaults) take(each);
  const value = (names: readonly string[]): unknown =>
    byName.get(names.find((name) => byName.has(name)) ?? '');
  const text = (names: readonly string[]): string | null => {
    for (const name of names) {
      const found = textOf(byName.get(name));
      if (found !== null) return found;
    }
    return null;
  };
  return { value, text };
}

/** True for a record of plain values. */
function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as one line of text, entities as characters; null for nothing (`~`, `null`, empty, an empty list). Never `[object Object]`. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return lineOrNull(decoded(value));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    return lineOrNull(
      value
        .map(textOf)
        .filter((part) => part !== null)
        .join(', '),
    );
  }
  if (isFields(value)) return textOf(value['name'] ?? value['title'] ?? value['text'] ?? null);
  return null;
}

/**
 * Every name in a value: lists flattened, scalars cut by `split`, of a map its `name` (or `title`, `text`, `label`) or else
 * its keys. Without repeats or blanks.
 */
export function namesOf(
  value: unknown,
  split: (written: string) => readonly string[],
): readonly string[] {
  const found = new Set<string>();
  collect(value, split, found);
  return [...found];
}

function collect(
  value: unknown,
  split: (written: string) => readonly string[],
  found: Set<string>,
): void {
  if (Array.isArray(value)) {
    for (const part of value) collect(part, whole, found);
  } else if (isFields(value)) {
    const own = value['name'] ?? value['title'] ?? value['text'] ?? value['label'];
    for (const name of typeof own === 'string' ? [own] : Object.keys(value)) {
      addName(decoded(name), found);
    }
  } else {
    const written = textOf(value);
    for (const part of written === null ? [] : split(written)) addName(part, found);
  }
}

/** Most names of one post, and the longest kept of each in UTF-16 units. */
const MAX_NAMES = 500;
const MAX_NAME = 200;

function addName(written: string, found: Set<string>): void {
  const line = lineOrNull(written);
  if (line !== null && found.size < MAX_NAMES) found.add(cutText(line, MAX_NAME).trim());
}

function whole(written: string): readonly string[] {
  return [written];
}

function isNothing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === 'string' && lineOrNull(value) === null)
  );
}

/** An entity is up to thirty times as long as its character; what is never kept is not looked at. */
function decoded(value: string): string {
  return withoutEntities(cutText(value, MAX_FIELD_TEXT * 30));
}

function lineOrNull(value: string): string | null {
  const words = cutText(value, MAX_FIELD_TEXT * 2)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const line = cutText(words, MAX_FIELD_TEXT);
  return line === '' || line === '~' || /^null$/iu.test(line) ? null : line;
}
