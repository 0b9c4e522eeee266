import { parseQuery } from './parseQuery.ts';

/**
 * PURE. Two queries as one that asks for both. What they mean stays as it was: alternatives get parentheses, and what is
 * not closed comes last.
 */
export function joinQueries(first: string, second: string): string {
  const [left, right] = [first.trim(), second.trim()];
  if (left === '' || right === '') return left + right;
  const wanted = meaningOf([left, right]);
  const joined = [
    `${left} ${right}`,
    `${right} ${left}`,
    `(${left}) ${right}`,
    `${right} (${left}`,
    `${right} (${left})`,
  ];
  return joined.find((typed) => meaningOf([typed]) === wanted) ?? `${right} ${left}`;
}

/** The parts of some queries together, whatever their order. */
function meaningOf(queries: readonly string[]): string {
  const parts = queries.flatMap((typed) => parseQuery(typed, { isLong: true }).parts);
  return parts
    .map(({ node, sort }) => JSON.stringify([node, sort]))
    .toSorted()
    .join('\n');
}
