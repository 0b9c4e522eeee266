import { describe, expect, test } from 'vitest';
import { sheetBox } from '../../../src/renderer/export/sheetBox.ts';

const A4 = { width: 595, height: 842 };
const lying = { width: 842, height: 595 };

describe('pages in the preview', () => {
  test('stand side by side where there is room for both', () => {
    const box = sheetBox(A4, { width: 700, height: 600 }, 8);
    expect(box.perView).toBe(2);
    expect(box.width * 2).toBeLessThanOrEqual(700);
    expect(box.height).toBeLessThanOrEqual(600);
  });

  test('are alone where the second would make the first too small', () => {
    const narrow = { width: 300, height: 600 };
    const box = sheetBox(A4, narrow, 8);
    expect(box).toMatchObject({ width: 300, height: 425, perView: 1 });
    expect(sheetBox(lying, { width: 380, height: 300 }, 8).perView).toBe(1);
  });

  test('are side by side in a low room, where that costs nothing', () => {
    expect(sheetBox(A4, { width: 330, height: 200 }, 8)).toEqual({
      width: 141,
      height: 200,
      perView: 2,
      isStacked: false,
    });
  });

  test('of paper that lies stand one above the other where they are larger so', () => {
    const box = sheetBox(lying, { width: 600, height: 620 }, 8);
    expect(box).toEqual({ width: 424, height: 300, perView: 2, isStacked: true });
    expect(sheetBox(lying, { width: 1200, height: 420 }, 8).isStacked).toBe(false);
  });

  test('keep the shape of the paper and never leave their room', () => {
    for (const page of [A4, lying, { width: 200, height: 900 }]) {
      for (const width of [0, 1, 90, 320, 517, 1400]) {
        for (const height of [0, 1, 120, 480, 900]) {
          const box = sheetBox(page, { width, height }, 3);
          const two = box.perView === 2;
          const beside = two && !box.isStacked ? box.width * 2 + 20 : box.width;
          const above = two && box.isStacked ? box.height * 2 + 20 : box.height;
          expect(beside).toBeLessThanOrEqual(width);
          expect(above).toBeLessThanOrEqual(height);
          expect(Math.abs(box.height - (box.width * page.height) / page.width)).toBeLessThan(1);
        }
      }
    }
  });

  test('of a book of one page show that one', () => {
    expect(sheetBox(A4, { width: 1400, height: 600 }, 1).perView).toBe(1);
  });
});
