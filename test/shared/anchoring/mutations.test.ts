import { expect, test } from 'vitest';
import { isLong, seeds, TEST_TIMEOUT_MS } from '../../support/scale.ts';
import { tryPlacing } from './checkPlacing.ts';

/** Edits of each seed. */
const COUNT = isLong ? 10_000 : 2_500;

/** Most edits one after another. */
const MOST_EDITS = 3;

test.for(seeds(2, 4))(
  'after any edit a passage is in its right place or an orphan, never anywhere else (seed %i)',
  { timeout: Math.max(TEST_TIMEOUT_MS, 600_000) },
  (seed) => {
    const wrong: string[] = [];
    const outcomes = new Map<string, number>();
    const count = (name: string): void => void outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
    for (let at = 0; at < COUNT; at += 1) {
      const { outcome, isInPlace, isOrdinary, told } = tryPlacing(
        seed * 1_000_003 + at,
        MOST_EDITS,
      );
      if (outcome === 'wrong') wrong.push(told);
      count(outcome);
      if (isInPlace) count(`in place, ${isOrdinary ? 'ordinary' : 'list'}, ${outcome}`);
    }
    const told = [...outcomes].map(([name, number]) => `${number} ${name}`).toSorted();
    process.stdout.write(`passages, seed ${seed}: ${told.join('; ')}\n`);
    expect(wrong).toEqual([]);
    // Passages whose sentences stayed as they were are nearly all found again.
    const kept = outcomes.get('in place, ordinary, right') ?? 0;
    const lost = outcomes.get('in place, ordinary, orphan') ?? 0;
    expect(kept / (kept + lost)).toBeGreaterThan(0.985);
  },
);
