import type { QueryNode } from '../../shared/query/queryNode.ts';
import { addAll, isEmpty, type PostSet, subtract } from './postSet.ts';
import { checkTime, type EvaluationContext } from './queryContext.ts';
import { evaluateFacts } from './queryFacts.ts';
import { evaluateNear } from './queryNear.ts';
import { evaluatePattern } from './queryPattern.ts';

/** Exactly the posts of `within` that fulfil the query. Throws `TooMuchWork`. */
export function evaluateQuery(
  node: QueryNode,
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  checkTime(context);
  switch (node.kind) {
    case 'all':
      return within;
    case 'none':
      return new Uint8Array(within.length);
    case 'and':
      return evaluateAnd(node.nodes, within, context);
    case 'or':
      return evaluateOr(node.nodes, within, context);
    case 'not':
      return subtract(within, evaluateQuery(node.node, within, context));
    case 'term':
      return context.terms.find(node, within, () => checkTime(context));
    case 'near':
      return evaluateNear(node, within, context);
    case 'pattern':
      return evaluatePattern(node, within, context);
    default:
      return evaluateFacts(node, within, context);
  }
}

/** Cheap parts first: what they leave over is all that costly parts have to look at. */
function evaluateAnd(
  nodes: readonly QueryNode[],
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  const costs = new Map(nodes.map((node) => [node, costOf(node, context)]));
  let left = within;
  for (const node of nodes.toSorted((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0))) {
    left = evaluateQuery(node, left, context);
    if (isEmpty(left)) return left;
  }
  return left;
}

function evaluateOr(
  nodes: readonly QueryNode[],
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  const found = new Uint8Array(within.length);
  for (const node of nodes) addAll(found, evaluateQuery(node, within, context));
  return found;
}

const TERM_COSTS = { lookup: 1, check: 3 } as const;

function costOf(node: QueryNode, context: EvaluationContext): number {
  switch (node.kind) {
    case 'term':
      return TERM_COSTS[context.terms.costOf(node.term)];
    case 'value':
      return 2;
    case 'near':
    case 'frontMatter':
      return 4;
    case 'pattern':
      return 5;
    case 'not':
      return costOf(node.node, context);
    case 'and':
    case 'or':
      return Math.max(...node.nodes.map((each) => costOf(each, context)));
    default:
      return 0;
  }
}
