import { expect, test } from 'vitest';
import {
  eachCost,
  leastCost,
  patternOf,
  reversedPatternOf,
} from '../../../src/shared/anchoring/editCost.ts';
import { Random } from '../../support/random.ts';

/** The whole table, cell by cell. */
function plainCosts(pattern: string, text: string, isFree: boolean): number[] {
  let row = Array.from({ length: text.length + 1 }, (_, at) => (isFree ? 0 : at));
  for (let i = 1; i <= pattern.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= text.length; j += 1) {
      const same = (row[j - 1] ?? 0) + (pattern[i - 1] === text[j - 1] ? 0 : 1);
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row;
}

const turned = (text: string): string => Array.from(text).toReversed().join('');

test('costs are those of the plain table, whatever the length and direction', () => {
  const random = new Random(7);
  for (let round = 0; round < 400; round += 1) {
    const letters = random.pick(['ab', 'abcdefgh', '甲乙丙丁']);
    const word = (length: number): string =>
      Array.from({ length }, () => letters[random.below(letters.length)]).join('');
    const pattern = word(random.pick([0, 1, 5, 31, 32, 33, 64, 70, 100]));
    const text = word(random.below(120));
    for (const isFree of [false, true]) {
      const costs: number[] = [];
      const visit = (length: number, cost: number): void => {
        costs[length] = cost;
      };
      eachCost(patternOf(pattern), { text, at: 0, step: 1, length: 1e9 }, { isFree, visit });
      expect(costs).toEqual(plainCosts(pattern, text, isFree));
    }
    const from = random.below(text.length + 1);
    const back = { text, at: from, step: -1, length: 1e9 } as const;
    const expected = plainCosts(turned(pattern), turned(text.slice(0, from)), false);
    expect(leastCost(reversedPatternOf(pattern), back)).toBe(Math.min(...expected));
  }
});
