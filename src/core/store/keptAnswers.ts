import type { Answer } from './answerRequest.ts';
import type { SearchRequest } from './storeTypes.ts';

/** Results that are kept: those of the last queries, as long as their row numbers take no more than 16 MB. */
const MOST_ANSWERS = 8;
const MOST_KEPT_ROWS = 4_000_000;

/**
 * Keeps the last answers, so that further pages, and a query one comes back to, cost only their rows. In a list, which is
 * looked through sooner than it is tidied away: see `keepLast` in keptTexts.ts for what a map would hold on to.
 */
export function keepAnswers() {
  let kept: readonly KeptAnswer[] = [];
  const isTooMuch = (): boolean => {
    const rows = kept.reduce((sum, { answer: { filtered } }) => sum + filtered.total, 0);
    return kept.length > 1 && (kept.length > MOST_ANSWERS || rows > MOST_KEPT_ROWS);
  };
  return {
    get: (key: string, answer: () => Answer): Answer => {
      const found = kept.find((each) => each.key === key)?.answer ?? answer();
      kept = [...kept.filter((each) => each.key !== key), { key, answer: found }];
      // The one longest not asked for goes first.
      while (isTooMuch()) kept = kept.slice(1);
      return found;
    },
    forget: (): void => {
      kept = [];
    },
  };
}

interface KeptAnswer {
  readonly key: string;
  readonly answer: Answer;
}

/** Names a result, at one revision of the index, by all it depends on: the reader's marks and the day too. */
export function resultKey(request: SearchRequest, marksVersion: number, today: number): string {
  const { text, filters, sort, foldsVariants = true } = request;
  return JSON.stringify([text, filters, sort, foldsVariants, marksVersion, today]);
}
