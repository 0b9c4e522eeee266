import type { Filters, StateName } from '../searchModel.ts';
import { parseQuery } from './parseQuery.ts';
import { withoutParts } from './queryChips.ts';
import type { ParsedPart, QueryNode } from './queryNode.ts';
import { type ExactField, exactFieldOf } from './queryPhrase.ts';
import { timesOfPart, type Times } from './timesOfPart.ts';

/** A query and its filters. */
export interface FilteredQuery {
  readonly text: string;
  readonly filters: Filters;
}

/**
 * The value of a facet that a typed field means by itself: the only one that holds the term, and equal to it. Null where
 * there is none, or where others hold the term too (then the field asks for more than one tick says).
 */
export type ValueNamed = (field: ExactField, typed: string) => string | null;

/** What a text must have to hold anything that is a filter. */
const MAYBE = /\b(?:source|category|tag|label|is|date)[:\uff1a]/i;

const FACETS = { source: 'sources', category: 'categories', tag: 'tags', label: 'labels' } as const;

/**
 * PURE. Takes fields out of a query that say what a filter says, and makes them filters: the result finds the same. A
 * facet that is in use already keeps its values: a field beside it means both, which one facet cannot say.
 */
export function absorbFilters(query: FilteredQuery, valueNamed: ValueNamed): FilteredQuery {
  if (!MAYBE.test(query.text)) return query;
  const { parts } = parseQuery(query.text, { isLong: true });
  let { filters } = query;
  const taken: ParsedPart[] = [];
  for (const part of parts) {
    const next = withPart(filters, query.text.slice(part.start, part.end), { part, valueNamed });
    if (next !== null) {
      filters = next;
      taken.push(part);
    }
  }
  if (taken.length === 0) return query;
  return { text: withoutParts(query.text, taken), filters };
}

interface PartReading {
  readonly part: ParsedPart;
  readonly valueNamed: ValueNamed;
}

/** The filters with what a part says; null when no filter says it, or its facet is in use. */
function withPart(
  filters: Filters,
  typed: string,
  { part: { node }, valueNamed }: PartReading,
): Filters | null {
  if (node === null) return null;
  const choices = node.kind === 'or' ? node.nodes : [node];
  switch (choices[0]?.kind) {
    case 'value':
      return withLabels(filters, labelsOf(choices, valueNamed));
    case 'state':
      return filters.states.length > 0 ? null : withStates(filters, statesOf(choices));
    case 'days':
      return isAnyTime(filters) ? withTimes(filters, timesOfPart(typed)) : null;
    default:
      return null;
  }
}

const withStates = (filters: Filters, states: Filters['states'] | null): Filters | null =>
  states === null ? null : { ...filters, states };

const withTimes = (filters: Filters, times: Times | null): Filters | null =>
  times === null ? null : { ...filters, ...times };

function withLabels(filters: Filters, labels: ReturnType<typeof labelsOf>): Filters | null {
  if (labels === null || filters[FACETS[labels.field]].length > 0) return null;
  return { ...filters, [FACETS[labels.field]]: labels.values };
}

const isAnyTime = ({ years, months, from, to }: Times): boolean =>
  years.length + months.length === 0 && from === null && to === null;

function labelsOf(
  nodes: readonly QueryNode[],
  valueNamed: ValueNamed,
): { readonly field: ExactField; readonly values: readonly string[] } | null {
  const [first] = nodes;
  if (first?.kind !== 'value') return null;
  const field = exactFieldOf(first.field);
  if (field === null) return null;
  const values: string[] = [];
  for (const node of nodes) {
    if (node.kind !== 'value' || node.field !== field || node.term.isPrefix) return null;
    const value = node.isExact === true ? node.term.text : valueNamed(field, node.term.text);
    if (value === null) return null;
    values.push(value);
  }
  return { field, values: [...new Set(values)] };
}

const stateNames: readonly StateName[] = ['bookmarked', 'unread', 'read', 'draft'];

function statesOf(nodes: readonly QueryNode[]): readonly StateName[] | null {
  const states: StateName[] = [];
  for (const node of nodes) {
    const name = node.kind === 'state' ? stateNames.find((known) => known === node.state) : null;
    if (name === undefined || name === null) return null;
    states.push(name);
  }
  return [...new Set(states)];
}

/** PURE. The labels that a query asks for without `=`: what `ValueNamed` will be asked. */
export function labelsTyped(
  text: string,
): readonly { readonly field: ExactField; readonly typed: string }[] {
  if (!MAYBE.test(text)) return [];
  return parseQuery(text, { isLong: true }).parts.flatMap(({ node }) => {
    const nodes = node?.kind === 'or' ? node.nodes : node === null ? [] : [node];
    return nodes.flatMap((each) => {
      if (each.kind !== 'value' || each.isExact === true || each.term.isPrefix) return [];
      const field = exactFieldOf(each.field);
      return field === null ? [] : [{ field, typed: each.term.text }];
    });
  });
}
