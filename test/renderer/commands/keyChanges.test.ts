import { describe, expect, test } from 'vitest';
import {
  conflictsOf,
  reservedReason,
  withDefaultKeys,
  withKeys,
  withKeyTaken,
} from '../../../src/renderer/commands/keyChanges.ts';
import { commandRows, keysOf, type ChangedKeys } from '../../../src/shared/commands/commands.ts';

const rowOf = (id: string) => {
  const row = commandRows.find((known) => known.id === id);
  if (row === undefined) throw new Error(`no command ${id}`);
  return row;
};

const keysNow = (id: string, changed: ChangedKeys) => keysOf(rowOf(id), changed);

/** Whether two commands share a key, or one's key begins another's pair. */
function clashes(changed: ChangedKeys): readonly string[] {
  return commandRows.flatMap((row) =>
    keysOf(row, changed).flatMap((key) =>
      conflictsOf(row.id, key, changed).map((other) => `${row.id} ${key} ${other.id}`),
    ),
  );
}

test('the keys as the app is made clash nowhere, and none is reserved', () => {
  expect(clashes({})).toEqual([]);
  const reserved = commandRows.flatMap(({ id, keys }) =>
    // Undo of marks shares its key with undo in fields, where the field's own comes first.
    keys
      .filter((key) => key !== 'Mod+Z' && reservedReason(key, false) !== null)
      .map((key) => `${id} ${key}`),
  );
  expect(reserved).toEqual([]);
});

describe('a key that is pressed for a command', () => {
  test('names those that have it, and pairs that it would begin or end', () => {
    expect(conflictsOf('about', 'j', {})).toEqual([{ id: 'next-post', key: 'j' }]);
    expect(conflictsOf('about', 'g', {}).map(({ id }) => id)).toContain('list-unread');
    expect(conflictsOf('about', 'j a', {})).toEqual([{ id: 'next-post', key: 'j' }]);
    expect(conflictsOf('about', 'g q', {})).toEqual([]);
    expect(conflictsOf('next-post', 'j', {})).toEqual([]);
    expect(conflictsOf('about', 'j', { 'next-post': ['Q'] })).toEqual([]);
  });

  test('is refused when lists, fields or the system need it', () => {
    expect(reservedReason('ArrowDown', false)).toBe('moves');
    expect(reservedReason('Shift+Tab', false)).toBe('moves');
    expect(reservedReason('Mod+C', false)).toBe('edits');
    expect(reservedReason('Mod+Shift+Z', true)).toBe('edits');
    expect(reservedReason('Mod+Q', false)).toBe('system');
    expect(reservedReason('Alt+F4', false)).toBe('system');
    expect(reservedReason('Mod+H', true)).toBe('system');
    expect(reservedReason('Mod+H', false)).toBeNull();
    expect(reservedReason('g Enter', false)).toBe('moves');
    for (const key of ['q', 'Space', 'Alt+ArrowUp', 'Mod+Shift+K', 'F9', 'g q']) {
      expect(reservedReason(key, false), key).toBeNull();
    }
  });

  test('is taken from the others', () => {
    const changed = withKeyTaken({}, rowOf('about'), 'j');
    expect(keysNow('about', changed)).toEqual(['j']);
    expect(keysNow('next-post', changed)).toEqual([]);
    expect(clashes(changed)).toEqual([]);
  });

  test('that begins pairs takes the pairs away', () => {
    const changed = withKeyTaken({}, rowOf('about'), 'g');
    expect(keysNow('list-all', changed)).toEqual([]);
    expect(keysNow('list-bookmarked', changed)).toEqual([]);
    expect(clashes(changed)).toEqual([]);
  });

  test('is added to those that the command has', () => {
    expect(keysNow('search', withKeyTaken({}, rowOf('search'), 'F9'))).toEqual([
      '/',
      'Mod+Shift+F',
      'F9',
    ]);
  });
});

test('what is as it was made is not kept', () => {
  const changed = withKeys({}, rowOf('search'), ['F9']);
  expect(changed).toEqual({ search: ['F9'] });
  expect(withKeys(changed, rowOf('search'), ['/', 'Mod+Shift+F'])).toEqual({});
  expect(withKeys({}, rowOf('about'), [])).toEqual({});
});

test('resetting one takes its keys back from whoever has them', () => {
  const taken = withKeyTaken({}, rowOf('about'), 'j');
  const reset = withDefaultKeys(taken, rowOf('next-post'));
  expect(keysNow('next-post', reset)).toEqual(['j']);
  expect(keysNow('about', reset)).toEqual([]);
  expect(reset).toEqual({});
});

test('whatever is pressed for whatever commands, no two ever share a key', () => {
  const keys = ['j', 'g', 'g a', 'g j', 'Mod+K', 'x', 'x x', 'Space', '?', '1', 'Alt+ArrowLeft'];
  let changed: ChangedKeys = {};
  for (let step = 0; step < 400; step += 1) {
    const row = commandRows[(step * 37) % commandRows.length];
    const key = keys[(step * 7 + (step % 5)) % keys.length];
    if (row === undefined || key === undefined) throw new Error('no such step');
    changed = step % 6 === 5 ? withDefaultKeys(changed, row) : withKeyTaken(changed, row, key);
    expect(clashes(changed), `step ${step}`).toEqual([]);
  }
});
