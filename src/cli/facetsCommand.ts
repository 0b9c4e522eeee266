import { noFilters } from '../shared/defaults.ts';
import type { FacetValue, StateName } from '../shared/searchModel.ts';
import { isRefused } from '../shared/query/refusal.ts';
import type { CliIo } from './io.ts';
import type { Invocation } from './invocation.ts';
import { countOf, jsonText, printable } from './printable.ts';
import type { Reading } from './reading.ts';
import { sayHints } from './searchCommand.ts';

const stateNames: readonly StateName[] = ['bookmarked', 'unread', 'read', 'draft'];

/** `facets`: how many of the matching posts carry each source, tag, category, year, month and state. */
export async function facetsCommand(
  { query, isJson }: Extract<Invocation, { command: 'facets' }>,
  { reader, marks }: Reading,
  io: CliIo,
): Promise<number> {
  const request = { text: query, filters: noFilters, sort: 'newest', offset: 0, limit: 0 } as const;
  const { total, facets, hints } = reader.search(request, marks);
  sayHints(hints, io);
  if (isRefused(hints)) return 1;
  const answer = {
    total,
    sources: mostFirst(facets.sources),
    tags: mostFirst(facets.tags),
    categories: mostFirst(facets.categories),
    years: facets.years,
    months: facets.months,
    states: stateNames.map((value): FacetValue => ({ value, count: facets.states[value] })),
  };
  if (isJson) {
    await io.write(`${jsonText(answer)}\n`);
    return 0;
  }
  const lists = [
    listText('Sources', answer.sources),
    listText('Tags', answer.tags),
    listText('Categories', answer.categories),
    listText('Years', answer.years),
    listText('Months', answer.months),
    listText('States', answer.states),
  ];
  await io.write(`${countOf(total, 'post')}\n${lists.join('')}`);
  return 0;
}

function mostFirst(values: readonly FacetValue[]): readonly FacetValue[] {
  return values.toSorted((a, b) => b.count - a.count || compare(a.value, b.value));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function listText(name: string, values: readonly FacetValue[]): string {
  if (values.length === 0) return '';
  const lines = values.map(
    ({ value, count }) => `${String(count).padStart(9)}  ${printable(value)}\n`,
  );
  return `\n${name}\n${lines.join('')}`;
}
