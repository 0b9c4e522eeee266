import { expect, test } from 'vitest';
import { openIndexReader, openIndexWriter } from '../../../src/core/store/openIndex.ts';
import { foldText } from '../../../src/shared/text/fold.ts';
import { kindOf } from '../../../src/shared/text/scripts.ts';
import {
  ARCHIVE,
  noMarks,
  parsedPost,
  record,
  request,
  temporaryFolder,
} from './archiveFixture.ts';

/** Characters that OpenCC's table changes, gives, both or neither; some of them pairs of units. */
const CHARACTERS = Array.from('臺台檯颱湾灣乾干幹薴苧苎后後里裡國国𠵾㗲𡞱㜢𠮷中，a ');

/** The same numbers for the same seed. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 8) / 0x100_0000) * limit);
  };
}

function someText(below: (limit: number) => number, length: number): string {
  return Array.from({ length }, () => CHARACTERS[below(CHARACTERS.length)] ?? '').join('');
}

/** How many words or unspaced characters stand between two places. */
function unitsBetween(text: string, from: number, to: number): number {
  const between = Array.from(text.slice(from, to));
  return between.filter((each, at) => {
    const kind = kindOf(each.codePointAt(0) ?? 0);
    const before = kindOf((between[at - 1] ?? text.charAt(from - 1)).codePointAt(0) ?? 0x20);
    return kind === 'run' || (kind === 'word' && before !== 'word');
  }).length;
}

function placesOf(text: string, term: string): readonly number[] {
  return Array.from({ length: text.length }, (_, at) => at).filter((at) =>
    text.startsWith(term, at),
  );
}

/** NEAR, tried with every pair of places. */
function isNear(text: string, [a, b]: readonly [string, string], most: number): boolean {
  return placesOf(text, a).some((left) =>
    placesOf(text, b).some((right) => {
      if (left + a.length <= right) return unitsBetween(text, left + a.length, right) <= most;
      return right + b.length <= left && unitsBetween(text, right + b.length, left) <= most;
    }),
  );
}

test('variants alike or told apart, near or anywhere: what the index answers is what the texts hold', () => {
  const below = numbers(20);
  const texts = Array.from({ length: 150 }, () => someText(below, 4 + below(30)));
  const folder = temporaryFolder();
  const writer = openIndexWriter(folder, ARCHIVE);
  writer.put(texts.map((text, at) => record(`${at}`, parsedPost({ text }))));
  writer.close();
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) throw new Error('There is no index');
  const total = (typed: string, foldsVariants: boolean): number =>
    reader.search({ ...request(typed), foldsVariants }, noMarks).total;
  const terms = CHARACTERS.filter((each) => !/[，a ]/.test(each));
  const term = (): string =>
    Array.from({ length: 1 + below(2) }, () => terms[below(terms.length)] ?? '').join('');

  for (let round = 0; round < 150; round += 1) {
    const foldsVariants = below(2) === 0;
    const fold = (text: string): string => foldText(text, !foldsVariants);
    const pair = [term(), term()] as const;
    const [a, b] = [fold(pair[0]), fold(pair[1])];
    const holding = texts.filter((text) => fold(text).includes(a));
    expect(total(pair[0], foldsVariants), `${pair[0]} ${foldsVariants}`).toBe(holding.length);
    const most = below(8);
    const near = texts.filter((text) => isNear(fold(text), [a, b], most));
    const typed = `${pair[0]} NEAR/${most} ${pair[1]}`;
    expect(total(typed, foldsVariants), `${typed} ${foldsVariants}`).toBe(near.length);
  }
});
