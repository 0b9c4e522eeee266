import { describe, expect, test } from 'vitest';
import { excludedValues, withExcluded } from '../../../src/renderer/filters/exclusions.ts';

describe('values left out by name', () => {
  test.for<[string, readonly string[]]>([
    ['a -tag:=x', ['x']],
    ['-tag:="a b" -tag:=(c OR "d e") NOT tag:=f', ['a b', 'c', 'd e', 'f']],
    ['-tag:x -source:=y', []],
    ['tag:=x', []],
    ['-(tag:=x OR source:=y)', []],
    ['a OR -tag:=x', []],
  ])('%s leaves out %o', ([text, values]) => {
    expect(excludedValues(text, 'tag')).toEqual(values);
  });

  test('can be labels, too', () => {
    const text = withExcluded('灯塔 -tag:=x', 'label', ['To read', '课题/第1章']);
    expect(text).toBe('灯塔 -tag:=x -label:="To read" -label:="课题/第1章"');
    expect(excludedValues(text, 'label')).toEqual(['To read', '课题/第1章']);
    expect(excludedValues(text, 'tag')).toEqual(['x']);
  });

  test('are changed without touching the rest', () => {
    const text = withExcluded('供应链 -source:=y title:z', 'tag', ['C++ (a)', 'b']);
    expect(text).toBe('供应链 -source:=y title:z -tag:="C++ (a)" -tag:=b');
    expect(withExcluded(text, 'tag', ['b'])).toBe('供应链 -source:=y title:z -tag:=b');
    expect(withExcluded(text, 'tag', [])).toBe('供应链 -source:=y title:z');
    expect(excludedValues(withExcluded('a OR b', 'tag', ['x']), 'tag')).toEqual(['x']);
  });
});
