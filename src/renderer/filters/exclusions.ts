import { exactText } from '../../shared/query/exactText.ts';
import { joinQueries } from '../../shared/query/joinQueries.ts';
import { withoutParts } from '../../shared/query/queryChips.ts';
import type { QueryNode } from '../../shared/query/queryNode.ts';
import { parseQuery } from '../../shared/query/parseQuery.ts';
import type { ExactField } from '../../shared/query/queryPhrase.ts';

/** What a text must have to leave anything out by name. */
const MAYBE = /(?:-|NOT\s)\s*(?:source|category|tag|label)[:\uff1a][=\uff1d]/i;

/** The values that a part of the query leaves out, when it does nothing else. */
function excludedBy(node: QueryNode | null, field: ExactField): readonly string[] {
  if (node?.kind !== 'not') return [];
  const choices = node.node.kind === 'or' ? node.node.nodes : [node.node];
  const values = choices.map((choice) =>
    choice.kind === 'value' && choice.field === field && choice.isExact === true
      ? choice.term.text
      : null,
  );
  return values.every((value) => value !== null) ? values : [];
}

/** PURE. Values of a facet that the query leaves out by name (`-tag:=x`), in the order typed. */
export function excludedValues(text: string, field: ExactField): readonly string[] {
  if (!MAYBE.test(text)) return [];
  return parseQuery(text).parts.flatMap(({ node }) => excludedBy(node, field));
}

/** PURE. The query with other values of a facet left out; each is a field of its own, so that each is a chip. */
export function withExcluded(text: string, field: ExactField, values: readonly string[]): string {
  const { parts } = parseQuery(text);
  const gone = parts.filter(({ node }) => excludedBy(node, field).length > 0);
  const rest = gone.length === 0 ? text : withoutParts(text, gone);
  return joinQueries(rest, values.map((value) => `-${exactText(field, [value])}`).join(' '));
}
