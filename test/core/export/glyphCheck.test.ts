import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGlyphCheck, missingGlyphsWarning } from '../../../src/core/export/glyphCheck.ts';
import { drawnSource } from '../../../scripts/lib/drawnCharacters.mjs';

const missingOf = (...texts: readonly string[]): readonly string[] => {
  const check = createGlyphCheck();
  texts.forEach((text) => check.add(text));
  return check.missing();
};

test('what the bundled faces draw is not missing, nor what is never drawn', () => {
  expect(
    missingOf('灯塔 Ünïcödé Приве́т αβγ ①㎡ 「」——…… ✓☎♥ ⇒∑𝑥 😀🎉❤️ \u200b\u00ad\ufeff\t\n'),
  ).toEqual([]);
});

test('what they lack is named once, in order', () => {
  expect(missingOf('坶骣한坶', '灯𠮷\ue000')).toEqual(['坶', '骣', '한', '\ue000', '𠮷']);
});

test('the table is that of the faces that are installed', () => {
  const kept = readFileSync(
    join(import.meta.dirname, '../../../src/core/export/drawnCharacters.ts'),
    'utf8',
  );
  expect(kept).toBe(drawnSource());
});

test('a warning names characters with their numbers, many only in part', () => {
  expect(missingGlyphsWarning([], 'en')).toBeNull();
  expect(missingGlyphsWarning(['坶', '𠮷'], 'en')).toContain('坶 (U+5776), 𠮷 (U+20BB7).');
  const many = Array.from({ length: 40 }, (_, at) => String.fromCodePoint(0x20000 + at));
  expect(missingGlyphsWarning(many, 'en')).toContain(' and 10 more.');
  expect(missingGlyphsWarning(many, 'zh')).toContain('等40个');
});
