import { foldText } from '../../shared/text/fold.ts';

/**
 * All plain values under a key of stored front matter (in lists and nested blocks too) as texts; null when the key is
 * not there. Keys are compared folded.
 */
export function frontMatterValues(json: string, key: string): readonly string[] | null {
  const wanted = foldText(key);
  const entries = Object.entries(parseFrontMatter(json)).filter(
    ([name]) => foldText(name) === wanted,
  );
  if (entries.length === 0) return null;
  const values: string[] = [];
  for (const [, value] of entries) collect(value, values);
  return values;
}

/** Front matter as it is stored; anything but an object counts as none. */
export function parseFrontMatter(json: string): Readonly<Record<string, unknown>> {
  const parsed: unknown = JSON.parse(json);
  return isRecord(parsed) ? parsed : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collect(value: unknown, values: string[]): void {
  if (typeof value === 'string') values.push(value);
  else if (typeof value === 'number' || typeof value === 'boolean') values.push(String(value));
  else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) collect(each, values);
  }
}
