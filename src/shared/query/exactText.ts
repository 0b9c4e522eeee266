import type { ExactField } from './queryPhrase.ts';

/** A value that needs no quotes: letters, digits and inner joints only. */
const BARE = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_.+#-]*[\p{L}\p{N}\p{M}_+#])?$/u;

/** Words that mean something else inside a group. */
const OPERATORS: ReadonlySet<string> = new Set(['OR', 'NOT', 'AND', 'NEAR']);

/** A value as it is typed after `=`: bare where nothing in it is a sign, else in quotes. */
function exactValue(value: string): string {
  if (BARE.test(value) && !OPERATORS.has(value)) return value;
  return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** PURE. A field that asks for one of these values, character by character: `tag:=x`, `tag:=("a b" OR c)`. Not empty. */
export function exactText(field: ExactField, values: readonly string[]): string {
  const typed = values.map(exactValue);
  return `${field}:=${typed.length === 1 ? (typed[0] ?? '') : `(${typed.join(' OR ')})`}`;
}
