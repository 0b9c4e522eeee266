import { describe, expect, test } from 'vitest';
import { visibleOf } from '../../../src/shared/anchoring/visibleText.ts';
import { isLong, seeds, TEST_TIMEOUT_MS } from '../../support/scale.ts';
import { type Place, tryPlacing } from './checkPlacing.ts';

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
      const { outcome, verdict, isInPlace, isOrdinary, told } = tryPlacing(seed * 1_000_003 + at, {
        mostEdits: MOST_EDITS,
      });
      if (outcome === 'wrong') wrong.push(`characters: ${told}`);
      if (verdict === 'other') wrong.push(`sentences: ${told}`);
      count(outcome);
      if (verdict !== null) count(`on sentence: ${verdict}`);
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

/** Where the words stand in a text with white space, from a place among its visible characters. */
function rangeAt(text: string, start: number, length: number): readonly [number, number] {
  const origins = Array.from(text.matchAll(/\S/gu), ({ index }) => index);
  const last = origins[start + length - 1] ?? text.length - 1;
  return [origins[start] ?? text.length, last + 1];
}

function placesOf(visible: string, words: string): number[] {
  const found: number[] = [];
  for (let at = visible.indexOf(words); at >= 0; at = visible.indexOf(words, at + 1)) {
    found.push(at);
  }
  return found;
}

/** The first place with the same words, whatever stands around them. */
const firstWords: Place = (text, { quote }) => {
  const words = visibleOf(quote);
  const [at] = placesOf(visibleOf(text), words);
  return at === undefined ? null : { range: rangeAt(text, at, words.length) };
};

/** The place with the same words that is nearest to the old one. */
const nearestWords: Place = (text, { quote, position: [start] }) => {
  const words = visibleOf(quote);
  const [at] = placesOf(visibleOf(text), words).toSorted(
    (a, b) => Math.abs(a - start) - Math.abs(b - start),
  );
  return at === undefined ? null : { range: rangeAt(text, at, words.length) };
};

/** Wherever the passage stood, whatever stands there now. */
const samePosition: Place = (text, { position: [start, end] }) =>
  end > visibleOf(text).length ? null : { range: rangeAt(text, start, end - start) };

/** Between what stood before the passage and after it, whatever it is. */
const betweenContexts: Place = (text, { prefix, suffix }) => {
  const visible = visibleOf(text);
  const [before, after] = [visibleOf(prefix).slice(-16), visibleOf(suffix).slice(0, 16)];
  const start = visible.indexOf(before) + before.length;
  const end = visible.indexOf(after, start);
  return start < before.length || end <= start
    ? null
    : { range: rangeAt(text, start, end - start) };
};

describe('both judges see what weaker rules do wrong:', () => {
  test.for([
    ['the first place with the same words', firstWords],
    ['the nearest place with the same words', nearestWords],
    ['the same position', samePosition],
    ['whatever stands between the same neighbours', betweenContexts],
  ] as const)('%s', { timeout: TEST_TIMEOUT_MS }, ([, place]) => {
    const placings = Array.from({ length: 400 }, (_, at) =>
      tryPlacing(at, { mostEdits: MOST_EDITS, place }),
    );
    const bySentences = placings.filter(({ verdict }) => verdict === 'other').length;
    const byCharacters = placings.filter(({ outcome }) => outcome === 'wrong').length;
    process.stdout.write(`wrong of 400: ${bySentences} sentences, ${byCharacters} characters\n`);
    expect(bySentences).toBeGreaterThan(0);
    expect(byCharacters).toBeGreaterThan(0);
  });
});
