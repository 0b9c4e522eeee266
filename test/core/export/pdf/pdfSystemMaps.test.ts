import { expect, test } from 'vitest';
import { mendMap } from '../../../../src/core/export/pdf/pdfGlyphTexts.ts';
import { mendSystemMap } from '../../../../src/core/export/pdf/pdfSystemMaps.ts';

const mapOf = (codes: string, sections: string): string =>
  `begincmap\n1 begincodespacerange\n${codes}\nendcodespacerange\n${sections}endcmap\n`;

const ONE_BYTE = '<00> <FF>';

test('radicals in a map of a Type 3 font are the characters of which they are the glyph', () => {
  const radicals = '4 beginbfchar\n<8E> <2ECB>\n<AC> <2F08>\n<AD> <2F3E>\n<BC> <8F66>\nendbfchar\n';
  expect(mendSystemMap(mapOf(ONE_BYTE, radicals))).toBe(
    mapOf(
      ONE_BYTE,
      '4 beginbfchar\n<8E> <8F66>\n<AC> <4EBA>\n<AD> <6237>\n<BC> <8F66>\nendbfchar\n',
    ),
  );
});

test('a range of them is written out, others in the map with it', () => {
  const ranges =
    '1 beginbfchar\n<05> <D842DFB7>\nendbfchar\n1 beginbfrange\n<0A> <0C> <2EC4>\nendbfrange\n';
  expect(mendSystemMap(mapOf(ONE_BYTE, ranges))).toBe(
    mapOf(
      ONE_BYTE,
      '4 beginbfchar\n<05> <D842DFB7>\n<0A> <897F>\n<0B> <89C1>\n<0C> <89D2>\nendbfchar\n',
    ),
  );
});

test('signs that Chinese writes in full width are those', () => {
  const signs = '2 beginbfchar\n<01> <2215>\n<02> <301C>\nendbfchar\n';
  expect(mendSystemMap(mapOf(ONE_BYTE, signs))).toContain('<01> <FF0F>\n<02> <FF5E>\n');
});

test('a map without them stays as it is', () => {
  const letters = mapOf(ONE_BYTE, '1 beginbfrange\n<0A> <0C> <0041>\nendbfrange\n');
  expect(mendSystemMap(letters)).toBe(letters);
});

test('only maps of Type 3 fonts are mended: the bundled faces draw a radical where one is meant', () => {
  const radical = '1 beginbfchar\n<008E> <2ECB>\nendbfchar\n';
  const ours = mapOf('<0000> <FFFF>', radical);
  expect(mendMap(ours, { texts: new Map(), plain: new Set(['008E']) })).toBe(ours);
  const system = mapOf(ONE_BYTE, radical.replace('<008E>', '<8E>'));
  expect(mendMap(system, { texts: new Map(), plain: new Set() })).toContain('<8E> <8F66>');
});
