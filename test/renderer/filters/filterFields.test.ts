import { describe, expect, test } from 'vitest';
import {
  fieldText,
  frontMatterText,
  hasField,
  toggleField,
} from '../../../src/renderer/filters/filterFields.ts';
import { parseQuery } from '../../../src/shared/query/parseQuery.ts';

describe('fields that are filled in', () => {
  test.for<[string, string]>([
    ['陈渡', 'author:陈渡'],
    ['Anne Smith', 'author:"Anne Smith"'],
    ['the "old" man', 'author:「the "old" man」'],
    ['OR', 'author:OR'],
    ['-x', 'author:"-x"'],
    ['(a', 'author:"(a"'],
  ])('%s is typed %s and asks just for that', ([value, typed]) => {
    expect(fieldText('author', value)).toBe(typed);
    expect(parseQuery(typed).node).toEqual({
      kind: 'value',
      field: 'author',
      term: { text: value, isPrefix: false },
    });
  });

  test('marks that no quotes can hold are left out', () => {
    const typed = fieldText('path', '"」』”');
    expect(parseQuery(`${typed} b`).parts).toHaveLength(2);
  });

  test('keys of the front matter lose what would end them', () => {
    expect(frontMatterText(' layout ', '')).toBe('[layout]');
    expect(frontMatterText('lay]out', 'a]b')).toBe('[lay out:a b]');
  });

  test('fields come and go, whatever stands beside them', () => {
    expect(toggleField('a OR b', 'has:image')).toBe('(a OR b) has:image');
    expect(toggleField('(a OR b) has:image', 'has:image')).toBe('(a OR b)');
    expect(hasField('-has:image x', 'has:image')).toBe(false);
    expect(hasField('-has:image x', '-has:image')).toBe(true);
  });
});
