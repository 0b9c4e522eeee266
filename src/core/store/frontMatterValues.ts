import { foldText } from '../../shared/text/fold.ts';

/** Compares keys folded; an archive has few different ones, so each is folded once. */
export function keyTest(key: string): (name: string) => boolean {
  const wanted = foldText(key);
  const known = new Map<string, boolean>();
  return (name) => {
    const answer = known.get(name) ?? foldText(name) === wanted;
    known.set(name, answer);
    return answer;
  };
}

/**
 * All plain values under a key of stored front matter (in lists and nested blocks too) as texts; null when the key is
 * not there.
 */
export function frontMatterValues(
  json: string,
  isKey: (name: string) => boolean,
): readonly string[] | null {
  const entries = Object.entries(parseFrontMatter(json)).filter(([name]) => isKey(name));
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
