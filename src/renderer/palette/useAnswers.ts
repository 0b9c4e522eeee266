import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PaletteName, PaletteQuery } from './paletteModel.ts';
import { startMatching, type Answers, type Matching } from './paletteRows.ts';

/** So many names are matched before anything is painted: it takes less than a frame. */
const AT_ONCE = 1_500;
/** Of more names, how long the window matches before it hears the reader again, in milliseconds. */
const SLICE = 8;

/** What answers the query. */
interface FollowedAnswers {
  /** Of this query, or of the one before while this one is being answered; null at the very beginning. */
  readonly answers: Answers | null;
  /** Answers this query now, for a key that chooses among the answers. */
  readonly finish: () => Answers | null;
}

const isNeverOver = (): boolean => false;

/** Matches the names: few at once, many in slices, and what is shown stays until the answers are there. */
export function useAnswers(query: PaletteQuery, names: readonly PaletteName[]): FollowedAnswers {
  const matching = useMemo(() => startMatching(query, names), [query, names]);
  // Without words there is nothing to compare.
  const isQuick = names.length <= AT_ONCE || query.text === '';
  const atOnce = useMemo(() => (isQuick ? matching.goOn(isNeverOver) : null), [isQuick, matching]);
  const [last, setLast] = useState<{ readonly of: Matching; readonly answers: Answers } | null>(
    null,
  );
  // What is shown at once stays on screen, too, while the next query is answered.
  if (atOnce !== null && last?.of !== matching) setLast({ of: matching, answers: atOnce });
  const take = useCallback(
    (isOver: () => boolean): Answers | null => {
      const answers = matching.goOn(isOver);
      if (answers !== null) {
        setLast((before) => (before?.of === matching ? before : { of: matching, answers }));
      }
      return answers;
    },
    [matching],
  );
  useEffect(() => (isQuick ? undefined : inSlices(take)), [isQuick, take]);
  return { answers: atOnce ?? last?.answers ?? null, finish: () => take(isNeverOver) };
}

/** Calls again and again, each time for a slice, until there is an answer. Returns what ends it. */
function inSlices(take: (isOver: () => boolean) => Answers | null): () => void {
  const { port1, port2 } = new MessageChannel();
  // Messages come between what the reader does and what is painted; timers would wait.
  port1.addEventListener('message', () => {
    const until = performance.now() + SLICE;
    if (take(() => performance.now() > until) === null) port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
  return () => port1.close();
}
