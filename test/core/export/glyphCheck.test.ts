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

test.each([
  ['Roman numerals and numbered signs', 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ①⑳㉑㊿❶❿㈠㈩㈱㊣㋿'],
  ['what GB 2312 has beyond the commonest characters', '坶骣戤弪蟓牿劐筢阢耠猸憝蓰轷齄胲'],
  ['rare characters of names', '㛃䶮𠮷𬀩𬭎𫖯𬳽𬒈𨋢𠺢'],
  ['traditional and Japanese characters', '龘鬱籲灩臢峠辻働畑込枠栃匂'],
  ['units, signs and fractions', '℃℉㎡㎏‰№℡§†‡→★■▲○◎※〇々〆½⅓⅔¼¾⅛₹₽₿'],
  ['letters with marks', 'āáǎàǖǘǚǜńňǹḿ ʂʐɕʑɤəŋʃʒː Nguyễn Ȳ ἀρχή Қазақстан'],
  [
    'other scripts',
    '한국어 김정은 뷁 العربية ئۇيغۇرچە עברית ไทย हिन्दी བོད་ཡིག ᠮᠣᠩᠭᠣᠯ ꆈꌠꉙ ქართული',
  ],
])('%s are drawn', (_name, text) => {
  expect(missingOf(text)).toEqual([]);
});

test('what they lack is named once, in order', () => {
  expect(missingOf('𪚥ᥖ한𪚥', '灯ᥖ\ue000')).toEqual(['ᥖ', '\ue000', '𪚥']);
});

test('a mark is drawn above a letter, not above a character of a face without marks', () => {
  expect(missingOf('m̀ ê̌ x̄ в́ 𝑥̂ x⃗ 1️⃣ がプ')).toEqual([]);
  expect(missingOf('一̶二̶ が́ ①⃝')).toEqual(['\u0301', '\u0336', '\u20dd']);
});

test('signs that choose a form or join others are never missing', () => {
  expect(
    missingOf('葛\u{e0100} ⚠\ufe0f ☎\ufe0e 喝\ufe00 क\u094d\u200dष 👨\u200d👩\u200d👧'),
  ).toEqual([]);
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
  expect(missingGlyphsWarning(['ᥖ', '𪚥'], 'en')).toContain('ᥖ (U+1956), 𪚥 (U+2A6A5).');
  const many = Array.from({ length: 40 }, (_, at) => String.fromCodePoint(0x20000 + at));
  expect(missingGlyphsWarning(many, 'en')).toContain(' and 10 more.');
  expect(missingGlyphsWarning(many, 'zh')).toContain('等40个');
});
