import { assert, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cascade, placeWindow } from '../../src/main/windowPlace.ts';
import type { Bounds } from '../../src/main/windowPlace.ts';

const laptop: Bounds = { x: 0, y: 25, width: 1512, height: 920 };
const beside: Bounds = { x: 1512, y: 0, width: 2560, height: 1440 };

describe('where the window opens', () => {
  test('the first time: 1440 by 900 in the middle of the main screen', () => {
    expect(placeWindow(null, [laptop])).toEqual({ x: 36, y: 35, width: 1440, height: 900 });
  });

  test('where it was, on a second screen', () => {
    const remembered = { x: 1700, y: 100, width: 1600, height: 1000 };
    expect(placeWindow(remembered, [laptop, beside])).toEqual(remembered);
  });

  test('on the main screen when the second one is gone', () => {
    const remembered = { x: 1700, y: 100, width: 1600, height: 1000 };
    const placed = placeWindow(remembered, [laptop]);
    expect(placed).toEqual({ x: 0, y: 25, width: 1512, height: 920 });
  });

  test('pulled down when its head would be above the screen', () => {
    const placed = placeWindow({ x: 200, y: 12, width: 1000, height: 700 }, [laptop]);
    expect(placed.y).toBe(25);
  });

  test('hanging over the edge stays as it was, as long as its head can be grabbed', () => {
    const remembered = { x: 1200, y: 200, width: 1000, height: 700 };
    expect(placeWindow(remembered, [laptop])).toEqual(remembered);
  });

  test('never smaller than the three panes need', () => {
    const placed = placeWindow({ x: 0, y: 30, width: 10, height: 10 }, [laptop]);
    expect([placed.width, placed.height]).toEqual([900, 600]);
  });

  test('whatever was remembered, part of its head lies on a screen', () => {
    const pixel = integer({ min: -50_000, max: 50_000 });
    const bounds = record({ x: pixel, y: pixel, width: pixel, height: pixel });
    assert(
      property(bounds, (remembered) => {
        const { x, y, width } = placeWindow(remembered, [laptop, beside]);
        const isOnScreen = [laptop, beside].some((screen) => {
          const shared = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
          return shared >= 100 && y >= screen.y && y <= screen.y + screen.height - 32;
        });
        expect(isOnScreen).toBe(true);
      }),
    );
  });
});

describe('a window for one post', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 };
  test('stands a step right of and below the window it was opened from', () => {
    expect(cascade({ x: 100, y: 80, width: 1440, height: 900 }, screen)).toEqual({
      x: 132,
      y: 112,
      width: 900,
      height: 860,
    });
  });
  test('steps on while another window stands exactly there', () => {
    const from = { x: 100, y: 80, width: 1440, height: 900 };
    const taken = [from, { x: 132, y: 112 }, { x: 164, y: 144 }];
    expect(cascade(from, screen, taken)).toMatchObject({ x: 196, y: 176 });
    // Where all of the screen is taken it still opens somewhere.
    const small = { x: 0, y: 0, width: 500, height: 400 };
    expect(cascade(small, small, [{ x: 0, y: 0 }])).toMatchObject({ x: 0, y: 0 });
  });
  test('goes back to the corner where the step would lead off the screen, and fits small ones', () => {
    expect(cascade({ x: 1100, y: 300, width: 700, height: 700 }, screen)).toMatchObject({
      x: 0,
      y: 0,
    });
    expect(cascade(null, { x: 50, y: 20, width: 800, height: 600 })).toEqual({
      x: 50,
      y: 20,
      width: 800,
      height: 600,
    });
  });
});
