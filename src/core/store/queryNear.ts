import type { QueryNode } from '../../shared/query/queryNode.ts';
import { prepareNear, textHoldsNear } from '../../shared/text/nearTerms.ts';
import { isEmpty, type PostSet } from './postSet.ts';
import { checkTime, type EvaluationContext } from './queryContext.ts';
import { keepByText } from './queryTexts.ts';

/** Posts with the terms of a `NEAR` near one another: those that hold them all, looked at one by one. */
export function evaluateNear(
  { terms, distances, scope }: Extract<QueryNode, { kind: 'near' }>,
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  let left = within;
  for (const term of terms) {
    left = context.terms.find({ term, scope }, left, () => checkTime(context));
    if (isEmpty(left)) return left;
  }
  const near = prepareNear(terms, distances);
  return keepByText(left, context, {
    scope,
    holds: (texts) => texts.map((text) => textHoldsNear(text, near)),
  });
}
