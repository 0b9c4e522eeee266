import { expect, test } from 'vitest';
import { commands } from '../../../src/renderer/commands/commands.ts';
import { en, zh } from '../../../src/renderer/i18n/resources.ts';
import { commandRows } from '../../../src/shared/commands/commands.ts';
import { settingsSchema } from '../../../src/shared/schemas.ts';
import { defaultSettings } from '../../../src/shared/defaults.ts';
import * as v from 'valibot';

test('every command has its own name, and words in both languages', () => {
  const ids = commandRows.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => en.commands[id].trim() === '')).toEqual([]);
  expect(ids.filter((id) => !/\p{Script=Han}/u.test(zh.commands[id]))).toEqual([]);
  expect(commands.map(({ id }) => id)).toEqual(ids);
});

test('no two commands that the palette lists have the same words', () => {
  for (const words of [en.commands, zh.commands]) {
    const names = commands
      .filter(({ isInPalette }) => isInPalette !== false)
      .map(({ id, group }) => `${words[id]}${group === 'mark' ? ' (mark)' : ''}`);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  }
});

test('the keys that readers were promised do what they were promised', () => {
  const promised: Readonly<Record<string, readonly string[]>> = {
    search: ['/', 'Mod+Shift+F'],
    palette: ['Mod+K'],
    'find-in-post': ['Mod+F'],
    'find-next': ['Mod+G'],
    'find-previous': ['Mod+Shift+G'],
    'next-post': ['j'],
    'previous-post': ['k'],
    'open-post': ['o'],
    'page-down': ['Space'],
    'page-up': ['Shift+Space'],
    'next-hit': ['n'],
    'previous-hit': ['N'],
    bookmark: ['s', 'b'],
    'toggle-read': ['m'],
    highlight: ['h'],
    'pen-yellow': ['1'],
    'pen-green': ['2'],
    'pen-blue': ['3'],
    'pen-pink': ['4'],
    note: ['c'],
    tick: ['x'],
    'select-all': ['Mod+A'],
    'open-original': ['v'],
    'list-all': ['g a'],
    'list-unread': ['g u'],
    'list-bookmarked': ['g s'],
    'list-highlighted': ['g h'],
    'export-selection': ['Mod+E'],
    'open-folder': ['Mod+O'],
    'archive-1': ['Mod+1'],
    'archive-9': ['Mod+9'],
    'go-back': ['Alt+ArrowLeft'],
    'go-forward': ['Alt+ArrowRight'],
    'next-pane': ['F6'],
    shortcuts: ['?'],
    settings: ['Mod+,'],
  };
  const known = new Map<string, readonly string[]>(commandRows.map(({ id, keys }) => [id, keys]));
  const missing = Object.entries(promised).filter(
    ([id, keys]) => !keys.every((key) => known.get(id)?.includes(key) === true),
  );
  expect(missing).toEqual([]);
});

test('keys of a library from another version are kept, nonsense is not', () => {
  const stored = { ...defaultSettings, keys: { search: ['F9'], 'no-such-command': ['q'] } };
  expect(v.parse(settingsSchema, stored).keys).toEqual(stored.keys);
  const { keys: _, ...older } = defaultSettings;
  expect(v.parse(settingsSchema, older).keys).toEqual({});
  expect(v.safeParse(settingsSchema, { ...stored, keys: { search: 'F9' } }).success).toBe(false);
  expect(v.safeParse(settingsSchema, { ...stored, keys: { search: [''] } }).success).toBe(false);
});
