import { expect, test } from 'vitest';
import { commands } from '../../../src/renderer/commands/commands.ts';
import {
  isCharacterKey,
  isSingleKey,
  strokeName,
  strokeNames,
} from '../../../src/renderer/commands/keyStroke.ts';
import { ariaShortcut, shortcutText } from '../../../src/renderer/commands/shortcutText.ts';
import { readListKey } from '../../../src/renderer/posts/listKeys.ts';

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test.each([
  [{ ...plain, key: 'j' }, 'j'],
  [{ ...plain, key: '?', shiftKey: true }, '?'],
  [{ ...plain, key: 'f', ctrlKey: true }, 'Mod+F'],
  [{ ...plain, key: 'F', ctrlKey: true, shiftKey: true }, 'Mod+Shift+F'],
  [{ ...plain, key: 'F6', shiftKey: true }, 'Shift+F6'],
  [{ ...plain, key: 'ArrowLeft', altKey: true }, 'Alt+ArrowLeft'],
  [{ ...plain, key: 'j', metaKey: true }, null],
])('a key press %j is named %j', (stroke, name) => {
  expect(strokeName(stroke, false)).toBe(name);
});

test.each([
  ['a Russian layout', { ...plain, key: 'о', code: 'KeyJ' }, 'j'],
  ['a Russian layout with Shift', { ...plain, key: 'Т', code: 'KeyN', shiftKey: true }, 'N'],
  ['a Russian layout with Mod', { ...plain, key: 'л', code: 'KeyK', ctrlKey: true }, 'Mod+K'],
  [
    'a Greek layout with Mod and Shift',
    { ...plain, key: 'Φ', code: 'KeyF', ctrlKey: true, shiftKey: true },
    'Mod+Shift+F',
  ],
  ['a full-width question mark', { ...plain, key: '？', code: 'Slash', shiftKey: true }, '?'],
  ['a full-width comma for the slash', { ...plain, key: '、', code: 'Slash' }, '/'],
  ['Dvorak, by what is written on the key', { ...plain, key: 'j', code: 'KeyC' }, 'j'],
  ['caps lock', { ...plain, key: 'J', code: 'KeyJ' }, 'j'],
  ['caps lock and Shift', { ...plain, key: 'n', code: 'KeyN', shiftKey: true }, 'N'],
  ['the space bar', { ...plain, key: ' ', code: 'Space', shiftKey: true }, 'Shift+Space'],
  [
    'AltGr writing a bracket',
    { ...plain, key: '[', code: 'Digit8', ctrlKey: true, altKey: true, isAltGraph: true },
    '[',
  ],
  ['a dead key', { ...plain, key: 'Dead', code: 'Quote' }, null],
  ['a dead key in a chord', { ...plain, key: 'Dead', code: 'BracketLeft', ctrlKey: true }, 'Mod+['],
  ['a key the input method took', { ...plain, key: 'Process', code: 'KeyJ' }, null],
  ['Shift alone', { ...plain, key: 'Shift', code: 'ShiftLeft', shiftKey: true }, null],
  ['a letter of no known place', { ...plain, key: 'é', code: 'IntlRo' }, null],
])('%s', (...[, stroke, name]) => {
  expect(strokeName(stroke, false)).toBe(name);
});

test('where digits need Shift, Mod and a digit key still mean the digit', () => {
  const french = { ...plain, key: '&', code: 'Digit1', ctrlKey: true };
  expect(strokeNames(french, false)).toEqual(['Mod+&', 'Mod+1']);
  expect(strokeNames({ ...plain, key: '1', code: 'Digit1', ctrlKey: true }, false)).toEqual([
    'Mod+1',
  ]);
  expect(strokeNames({ ...plain, key: 'Process' }, false)).toEqual([]);
});

test('what can be switched off are keys that are one character', () => {
  expect(['j', '/', '?', '1', 'g a'].every(isCharacterKey)).toBe(true);
  expect(['Space', 'Mod+K', 'F6', 'Alt+ArrowLeft', 'Enter'].some(isCharacterKey)).toBe(false);
});

test('on macOS Command is the modifier, and Control belongs to the system', () => {
  expect(strokeName({ ...plain, key: 'o', metaKey: true }, true)).toBe('Mod+O');
  expect(strokeName({ ...plain, key: 'a', ctrlKey: true }, true)).toBeNull();
});

test('single keys are those that type', () => {
  expect(['j', '/', '?', 'Enter'].every(isSingleKey)).toBe(true);
  expect(['Mod+F', 'F6', 'Shift+F6', 'Alt+ArrowLeft'].some(isSingleKey)).toBe(false);
});

test.each([
  ['Mod+Shift+F', '⇧⌘F', 'Ctrl+Shift+F', 'Control+Shift+F'],
  ['Mod+K', '⌘K', 'Ctrl+K', 'Control+K'],
  ['j', 'J', 'J', 'j'],
  ['g a', 'G A', 'G A', 'g a'],
])('the key %s is written as each system writes it', (...[keys, mac, other, aria]) => {
  expect(shortcutText(keys, 'mac')).toBe(mac);
  expect(shortcutText(keys, 'linux')).toBe(other);
  expect(ariaShortcut(keys, 'windows')).toBe(aria);
});

test('no key means two commands, and no single key hides the start of a pair', () => {
  const keys = commands.flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
  const starts = keys.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]);
  expect(keys.filter((key) => starts.includes(key))).toEqual([]);
});

test('the list reads moving, extending, opening; letters and Space are left to the commands', () => {
  expect(readListKey({ ...plain, key: 'ArrowDown' }, 8)).toEqual({
    kind: 'move',
    by: 1,
    isExtending: false,
  });
  expect(readListKey({ ...plain, key: 'PageUp', shiftKey: true }, 8)).toEqual({
    kind: 'move',
    by: -7,
    isExtending: true,
  });
  expect(readListKey({ ...plain, key: 'PageDown' }, 1)).toMatchObject({ by: 1 });
  expect(readListKey({ ...plain, key: 'End' }, 8)).toMatchObject({ kind: 'go', to: 'last' });
  // Space pages through the open post wherever the focus is.
  expect(readListKey({ ...plain, key: ' ' }, 8)).toBeNull();
  expect(readListKey({ ...plain, key: 'a', ctrlKey: true }, 8)).toBeNull();
  expect(readListKey({ ...plain, key: 'j' }, 8)).toBeNull();
});
