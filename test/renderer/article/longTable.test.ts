import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/renderer/article/longTable.ts';

describe('columns of a long table', () => {
  it('are as wide as their longest text, Chinese characters twice as wide as letters', () => {
    const [first = 0, second = 0] = columnsOf([
      ['供应链还是断的', 'chains of supply'],
      ['短', 'a'],
    ]);
    expect(first).toBeCloseTo(7, 1);
    expect(second).toBeGreaterThan(8);
    expect(second).toBeLessThan(10);
  });

  it('are neither too narrow to read nor wider than cells may be', () => {
    expect(columnsOf([['1', '很长'.repeat(400)]])).toEqual([3, 20]);
  });

  it('are known for every column, also where some rows have fewer cells', () => {
    expect(columnsOf([['a'], ['a', 'b', 'c'], []])).toEqual([3, 3, 3]);
  });
});
