import { expect, test } from 'vitest';
import { createFormat } from '../../../src/renderer/i18n/format.ts';
import { createI18n } from '../../../src/renderer/i18n/i18n.ts';
import { en, zh } from '../../../src/renderer/i18n/resources.ts';

type Words = { readonly [key: string]: string | Words };

/** Every sentence with its dotted key. */
function flatten(words: Words, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as const]
      : flatten(value, `${prefix}${key}.`),
  );
}

const english = flatten(en);
const chinese = flatten(zh);
const holes = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

test('both languages have the same sentences (Chinese has no singular)', () => {
  const wanted = english.map(([key]) => key).filter((key) => !key.endsWith('_one'));
  expect(chinese.map(([key]) => key).toSorted()).toEqual(wanted.toSorted());
});

test('a sentence and its translation have the same places to fill', () => {
  const byKey = new Map(chinese);
  const different = english.filter(
    ([key, text]) => byKey.has(key) && holes(byKey.get(key) ?? '').join() !== holes(text).join(),
  );
  expect(different).toEqual([]);
});

test('copy rules: nothing begs, shouts or addresses the reader as 您', () => {
  expect(english.filter(([, text]) => /!|\bplease\b|\bsorry\b/i.test(text))).toEqual([]);
  expect(chinese.filter(([, text]) => /[！您哦]|请(?!求)/.test(text))).toEqual([]);
});

test('copy rules: Chinese has full-width marks and no space by hand beside it', () => {
  const halfWidth = /\p{Script=Han}[,;:?()]|[,;:?()]\p{Script=Han}/u;
  const spaced = /\p{Script=Han} | \p{Script=Han}/u;
  expect(chinese.filter(([, text]) => halfWidth.test(text) || spaced.test(text))).toEqual([]);
});

test('numbers decide between singular and plural, in English only', () => {
  const i18n = createI18n('en');
  const posts = i18n.getFixedT('en', 'common');
  expect(posts('posts', { count: 1, shown: '1' })).toBe('1 post');
  expect(posts('posts', { count: 1200, shown: '1,200' })).toBe('1,200 posts');
  expect(i18n.getFixedT('zh', 'common')('posts', { count: 1, shown: '1' })).toBe('1篇文章');
});

test('days and months are formatted as written, in the language of the window', () => {
  expect(createFormat('en').shortDay('2022-05-18')).toBe('18 May');
  expect(createFormat('en').month('2022-05')).toBe('May 2022');
  expect(createFormat('zh').shortDay('2022-05-18')).toBe('5月18日');
  expect(createFormat('zh').month('2022-05')).toBe('2022年5月');
  expect(createFormat('en').number(128406)).toBe('128,406');
});

test('Chinese names are ordered by pinyin', () => {
  const names = ['新华日报', '北京日报', '南昌日报'].toSorted(createFormat('zh').compare);
  expect(names).toEqual(['北京日报', '南昌日报', '新华日报']);
});
