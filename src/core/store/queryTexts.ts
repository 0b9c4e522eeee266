import type { TermScope } from '../../shared/query/queryNode.ts';
import { type PostSet, rowsOf } from './postSet.ts';
import { checkTime, type EvaluationContext } from './queryContext.ts';

/** A question that only the texts themselves can answer. */
export interface TextQuestion {
  /** Which texts of a post are asked; one that holds is enough. */
  readonly scope: TermScope;
  /** For each of some texts as they stand, whether it holds what is asked for. */
  readonly holds: (texts: readonly string[]) => ArrayLike<number | boolean>;
}

/** Texts are asked in groups of about so many UTF-16 units: few enough for memory, enough to forget what a group costs. */
const GROUP_UNITS = 500_000;

/** Posts of `within` one of whose texts holds what is asked for. Throws `TooMuchWork`. */
export function keepByText(
  within: PostSet,
  context: EvaluationContext,
  { scope, holds }: TextQuestion,
): PostSet {
  const kept = new Uint8Array(within.length);
  let texts: string[] = [];
  let owners: number[] = [];
  let units = 0;
  const ask = (): void => {
    checkTime(context);
    const answers = holds(texts);
    owners.forEach((id, at) => {
      if (answers[at]) kept[id] = 1;
    });
    texts = [];
    owners = [];
    units = 0;
  };
  const add = (id: number, text: string): void => {
    texts.push(text);
    owners.push(id);
    units += text.length;
  };
  for (const id of rowsOf(within)) {
    if (scope !== 'body') add(id, context.rows.title(id));
    if (scope !== 'title') add(id, context.rows.text(id));
    if (units >= GROUP_UNITS) ask();
  }
  ask();
  return kept;
}
