import { describe, expect, test } from 'vitest';
import {
  fitStandings,
  shortEnds,
  type Standing,
} from '../../../../src/core/export/book/pictureFit.ts';

const page = { pageHeight: 1000, lineHeight: 20 };

/** A picture of 500 at the top of the second page; the text before it ends at 550 of the first. */
const pushed: Standing = {
  kind: 'picture',
  chapter: 0,
  page: 1,
  top: 0,
  bottom: 500,
  height: 500,
  fullHeight: 500,
  tail: 0,
  beforePage: 0,
  beforeBottom: 550,
};

const heights = (standings: readonly Standing[]): readonly (number | null)[] =>
  fitStandings(standings, page).map(({ height }) => height);

describe('a picture that went to the next page', () => {
  test('is made as high as the hole behind it, with room for lines', () => {
    const [height] = heights([pushed]);
    expect(height).toBeGreaterThan(400);
    expect(height).toBeLessThan(450);
  });

  test('leaves room for its caption, and for the heading that came along', () => {
    const [alone] = heights([pushed]);
    const [captioned] = heights([{ ...pushed, tail: 40 }]);
    const [headed] = heights([{ ...pushed, bottom: 540 }]);
    expect(captioned).toBe((alone ?? 0) - 40);
    expect(headed).toBe((alone ?? 0) - 40);
  });

  test('stays as it is where it would have to be much smaller, or the hole is small', () => {
    expect(heights([{ ...pushed, beforeBottom: 760 }])).toEqual([]);
    expect(heights([{ ...pushed, beforeBottom: 920, height: 60, bottom: 60 }])).toEqual([]);
  });

  test('is not made small twice', () => {
    expect(heights([{ ...pushed, height: 400, bottom: 400, beforeBottom: 720 }])).toEqual([]);
  });

  test('stays as it is where it follows text on its page, or its page was to be a new one', () => {
    expect(heights([{ ...pushed, top: 200, bottom: 700 }])).toEqual([]);
    expect(heights([{ ...pushed, beforePage: 1 }])).toEqual([]);
  });
});

test('a table that leaves a large hole may be cut between rows', () => {
  expect(fitStandings([{ ...pushed, kind: 'table' }], page)).toEqual([{ index: 0, height: null }]);
  expect(fitStandings([{ ...pushed, kind: 'table', beforeBottom: 850 }], page)).toEqual([]);
});

test('of each post the first is fitted, for all that follows it moves', () => {
  const standings = [pushed, pushed, { ...pushed, chapter: 1 }];
  expect(fitStandings(standings, page).map(({ index }) => index)).toEqual([0, 2]);
});

test('posts of which a few lines stand on their last page are told', () => {
  const lengths = [
    { pages: 1, last: 40 },
    { pages: 2, last: 40 },
    { pages: 2, last: 300 },
  ];
  expect(shortEnds({ lengths, lineHeight: 20 })).toEqual([1]);
});
