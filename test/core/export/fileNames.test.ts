import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postFileNames, safeFileName } from '../../../src/core/export/fileNames.ts';
import { makePost } from './makePost.ts';

describe('file names', () => {
  test.each([
    ['江汀：a/b\\c', '江汀：a b c'],
    ['...hidden', 'hidden'],
    ['ends with dots. . .', 'ends with dots'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['Com¹', '_Com¹'],
    ['CONIN$', '_CONIN$'],
    ['con .md', '_con .md'],
    ['-rf', '_-rf'],
    ['--to=x', '_--to=x'],
    ['zero\u2060\u00ad\u034fwidth\u{e0041}\u{e0042}', 'zerowidth'],
    ['\u200b\u2060\u3164\ufeff', 'post'],
    ['no\ufffe\uffffcharacters\ud800', 'nocharacters'],
    ['a\u202egnp.exe', 'agnp.exe'],
    ['a\u0000b\nc', 'abc'],
    ['<>:"|?*', 'post'],
    ['', 'post'],
  ])('%j becomes %j', (text, name) => {
    expect(safeFileName(text)).toBe(name);
  });

  test('long titles are cut between characters, within the limit of file systems', () => {
    const name = safeFileName('长'.repeat(500));
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(180);
    expect(name).toMatch(/^长+$/);
  });

  test('posts of the same day and title get names of their own, also where case does not count', () => {
    const posts = ['Tide', 'tide', 'Tide'].map((title) => makePost({ title, day: '2024-01-02' }));
    expect(postFileNames(posts)).toEqual([
      '2024-01-02 Tide.pdf',
      '2024-01-02 tide (2).pdf',
      '2024-01-02 Tide (3).pdf',
    ]);
  });

  test('names that differ in letter case or form of Unicode alone are told apart, a thousand of them at once', () => {
    const titles = ['Straße', 'STRASSE', 'Café', 'Cafe\u0301', ...Array(1_000).fill('Tide')];
    const names = postFileNames(titles.map((title) => makePost({ title, day: null })));
    const folded = names.map((name) => name.normalize('NFC').toUpperCase());
    expect(new Set(folded).size).toBe(names.length);
    expect(names.at(-1)).toBe('Tide (1000).pdf');
  });

  test('no text gives a name that leaves its folder or cannot be written', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const name = safeFileName(text);
        expect(name).not.toMatch(/[/\\\u0000-\u001f]/);
        expect(name).not.toMatch(/^\.|[. ]$/);
        expect(name.length).toBeGreaterThan(0);
      }),
    );
  });
});
