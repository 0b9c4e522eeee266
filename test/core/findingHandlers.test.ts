import { describe, expect, test } from 'vitest';
import { valueNamed } from '../../src/core/findingHandlers.ts';

describe('the value that a typed field names', () => {
  const values = ['新华日报', '新华日报周刊', '南昌日报', 'Rust', 'rust lang', 'C++', 'Café', ''];

  test.for<[string, string | null]>([
    ['南昌日报', '南昌日报'],
    ['南昌', null],
    // The weekly holds it too, so the field asks for both.
    ['新华日报', null],
    ['rust', null],
    ['RUST LANG', 'rust lang'],
    ['c++', 'C++'],
    ['café', 'Café'],
    ['nowhere', null],
    ['', null],
    ['\u200b', null],
  ])('%j names %j', ([typed, value]) => {
    expect(valueNamed(typed, values, false)).toBe(value);
  });

  test('knows Traditional characters until they are told apart', () => {
    expect(valueNamed('南昌日報', values, false)).toBe('南昌日报');
    expect(valueNamed('南昌日報', values, true)).toBeNull();
  });
});
