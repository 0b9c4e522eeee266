import { describe, expect, test } from 'vitest';
import { clusterCodes } from '../../../../src/core/export/pdf/pdfClusters.ts';
import type { AddedCode, FontCodes } from '../../../../src/core/export/pdf/pdfFontCodes.ts';

/** A font whose glyphs from 0x20 on are marks without a width, and which draws nothing with glyph 9. */
function told(
  letters: string,
  glyphs: readonly number[],
  says: readonly string[] = [],
): string | null {
  const added: AddedCode[] = [];
  const codes: FontCodes = {
    descendant: 1,
    blankGlyph: 9,
    widthOf: (glyph) => (glyph >= 0x20 ? 0 : 500),
    add: (code) => 0xff + added.push(code),
    added: () => added,
    first: 0x100,
  };
  const hex = (number: number): string => number.toString(16).toUpperCase().padStart(4, '0');
  const written = clusterCodes(codes, {
    glyphs: glyphs.map(hex),
    letters: Array.from(letters, (letter) => hex(letter.charCodeAt(0))),
    told: glyphs.map((_, at) => (says[at] === undefined ? null : hex(says[at].charCodeAt(0)))),
  });
  if (written === null) return null;
  const said = added.map(({ glyph, width, text }) => {
    const spelled = (text.match(/.{4}/g) ?? []).map((one) =>
      String.fromCharCode(Number.parseInt(one, 16)),
    );
    return `${glyph}/${width} ${spelled.join('')}`;
  });
  expect(written.join('').match(/.{4}/g)).toHaveLength(added.length);
  return said.join(', ');
}

describe('letters that are drawn together', () => {
  test('are said in their order, marks by codes without a width', () => {
    // The sign for i is drawn first: कि.
    expect(told('कि', [1, 2])).toBe('1/500 क, 2/500 ि');
    // One glyph, with a mark above that it says itself: क्षे.
    expect(told('क्षे', [1, 0x20])).toBe('1/500 क, 9/0 ्षे, 32/0 \u200b');
  });

  test('stay as they are where their glyphs say them', () => {
    expect(told('กา', [1, 2], ['ก', 'า'])).toBeNull();
  });

  test('are taken apart where one stands on both sides of another', () => {
    expect(told('கொ', [1, 2, 3])).toBe('1/500 க, 2/500 ெ, 3/500 ா');
  });

  test('are left alone in other scripts', () => {
    expect(told('fi', [1])).toBeNull();
    expect(told('——', [1])).toBeNull();
  });
});
