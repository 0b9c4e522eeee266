import { parseQuery } from './parseQuery.ts';
import { chipsOf, withoutParts, type QueryChip } from './queryChips.ts';
import { joinQueries } from './joinQueries.ts';
import type { ParsedPart, QueryNode } from './queryNode.ts';

/** A query as the window shows it: words in the field, fields as chips below. */
export interface QueryBox {
  readonly words: string;
  /** Fields as one query. */
  readonly fields: string;
}

/** PURE. Parts a query into words and fields; `joinQueries` puts them together again, and the meaning is the same. */
export function splitQuery(text: string): QueryBox {
  const fields = fieldChips(text);
  if (fields.length === 0) return { words: text, fields: '' };
  const box = {
    words: withoutParts(text, fields),
    fields: fields.map((chip) => chip.text).join(' '),
  };
  const isSame = conditions(joinQueries(box.words, box.fields)) === conditions(text);
  return isSame ? box : { words: text, fields: '' };
}

/** PURE. The parts of a query that are fields, with their places. */
export function fieldChips(text: string): readonly QueryChip[] {
  const { parts } = parseQuery(text);
  const isField = new Set(parts.filter(isFieldPart).map(({ start }) => start));
  return isField.size === 0 ? [] : chipsOf(text).filter(({ start }) => isField.has(start));
}

const isFieldPart = ({ node, sort }: ParsedPart): boolean =>
  node === null ? sort !== null : isFieldNode(node);

/** Whether all that a node asks for is asked of fields. */
function isFieldNode(node: QueryNode): boolean {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes.every(isFieldNode);
    case 'not':
      return isFieldNode(node.node);
    case 'term':
    case 'near':
    case 'pattern':
      return node.scope !== 'any';
    case 'all':
    case 'none':
      return false;
    default:
      return true;
  }
}

/** What a query asks, without needless nesting. */
function conditions(text: string): string {
  const flat = (node: QueryNode): readonly QueryNode[] =>
    node.kind === 'and' ? node.nodes.flatMap(flat) : [node];
  const { node, sort } = parseQuery(text);
  return [
    ...flat(node)
      .map((each) => JSON.stringify(each))
      .toSorted(),
    sort,
  ].join('\n');
}
