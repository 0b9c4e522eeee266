import { expect, test } from 'vitest';
import {
  keptTemplate,
  shownTemplate,
  unknownFields,
} from '../../../src/shared/text/templateWords.ts';

const zh = {
  source: '来源',
  date: '日期',
  title: '标题',
  archive: '档案库',
  book: '书名',
  page: '页码',
  pages: '总页数',
};

test('fields are shown in the reader’s language and kept by one name', () => {
  const kept = '{archive} | {page} / {pages}';
  expect(shownTemplate(kept, zh)).toBe('{档案库} | {页码} / {总页数}');
  expect(keptTemplate(shownTemplate(kept, zh), zh)).toBe(kept);
});

test('the kept names count in every language, and so do signs of full width', () => {
  expect(keptTemplate('{Page} ｜ ｛来源｝ { 日期 }', zh)).toBe('{page} | {source} {date}');
});

test('what is no field stays as written and is named once', () => {
  const kept = keptTemplate('{页数} {pgae} {pgae} {page}', zh);
  expect(kept).toBe('{页数} {pgae} {pgae} {page}');
  expect(unknownFields(kept)).toEqual(['{页数}', '{pgae}']);
  expect(unknownFields('{page')).toEqual([]);
});
