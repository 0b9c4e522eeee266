import type { Answer } from './answerRequest.ts';
import type { SearchRequest } from './storeTypes.ts';

/** Results that are kept: those of the last queries, as long as their row numbers take no more than 16 MB. */
const MOST_ANSWERS = 8;
const MOST_KEPT_ROWS = 4_000_000;

/** Keeps the last answers, so that further pages, and a query one comes back to, cost only their rows. */
export function keepAnswers() {
  const kept = new Map<string, Answer>();
  const dropFirst = (): void => {
    const [first] = kept.keys();
    if (first !== undefined) kept.delete(first);
  };
  const isTooMuch = (): boolean => {
    const rows = [...kept.values()].reduce((sum, { filtered }) => sum + filtered.total, 0);
    return kept.size > 1 && (kept.size > MOST_ANSWERS || rows > MOST_KEPT_ROWS);
  };
  return {
    get: (key: string, answer: () => Answer): Answer => {
      const found = kept.get(key) ?? answer();
      // A map goes through its keys in the order they were put in: the one longest not asked for goes first.
      kept.delete(key);
      kept.set(key, found);
      while (isTooMuch()) dropFirst();
      return found;
    },
    forget: (): void => kept.clear(),
  };
}

/** Names a result, at one revision of the index, by all it depends on: the reader's marks and the day too. */
export function resultKey(request: SearchRequest, marksVersion: number, today: number): string {
  const { text, filters, sort, foldsVariants = true } = request;
  return JSON.stringify([text, filters, sort, foldsVariants, marksVersion, today]);
}
