import {
  commandRows,
  keysOf,
  type ChangedKeys,
  type CommandId,
  type KnownRow,
} from '../../shared/commands/commands.ts';

/** Why a key cannot be given to a command (words: `keys.reserved`). */
export type ReservedReason = 'moves' | 'edits' | 'system' | 'app';

/** Keys that lists, fields and layers read themselves, with or without Shift. */
const MOVING =
  /^(?:Shift\+)?(?:Arrow\w+|Home|End|PageUp|PageDown|Tab|Enter|Escape|Backspace|Delete|Insert|ContextMenu|F10)$/;
/** Keys that every field of every system knows. */
const EDITING = /^Mod\+(?:[CVXZY]|Shift\+Z|Shift\+V|Backspace|Delete|Arrow\w+|Home|End)$/;
/** Keys that the system or its window takes before the app hears them, or that quit it. */
const SYSTEM =
  /^(?:Mod\+(?:Q|W|Space|Tab|Escape|Shift\+Tab)|Alt\+(?:Tab|F4|Space|Escape)|F11|F12)$/;
const MAC = /^Mod\+(?:H|M|Alt\+H|`|Shift\+[345])$/;
/** Digits name archives; palette and sheet are how one finds out about keys, so that they keep theirs among others. */
const CHECKOUT = /^Mod\+(?:R|Shift\+R|Shift\+I)$/;

/** Why a key (one stroke, or the strokes of a pair) is not to be had; null = it is. */
export function reservedReason(key: string, isMac: boolean): ReservedReason | null {
  for (const stroke of key.split(' ')) {
    if (MOVING.test(stroke)) return 'moves';
    if (EDITING.test(stroke)) return 'edits';
    if (SYSTEM.test(stroke) || (isMac && MAC.test(stroke))) return 'system';
    if (CHECKOUT.test(stroke)) return 'app';
  }
  return null;
}

/** Whether two keys cannot both be: they are the same, or one begins the other. */
const isClash = (left: string, right: string): boolean =>
  left === right || left.startsWith(`${right} `) || right.startsWith(`${left} `);

/** A key of another command that stands in the way. */
export interface KeyConflict {
  readonly id: CommandId;
  readonly key: string;
}

/** Keys of other commands that stand in the way of a key; empty = it is free. */
export const conflictsOf = (
  id: CommandId,
  key: string,
  changed: ChangedKeys,
): readonly KeyConflict[] =>
  commandRows
    .filter((row) => row.id !== id)
    .flatMap((row) =>
      keysOf(row, changed)
        .filter((other) => isClash(key, other))
        .map((other) => ({ id: row.id, key: other })),
    );

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((key, place) => key === right[place]);

/** Gives a command these keys; what is as it was made is not kept. */
export function withKeys(
  changed: ChangedKeys,
  row: KnownRow,
  keys: readonly string[],
): ChangedKeys {
  const { [row.id]: _, ...others } = changed;
  return isSame(keys, row.keys) ? others : { ...others, [row.id]: keys };
}

/** Gives a command a further key and takes it, and whatever it clashes with, from all others. */
export function withKeyTaken(changed: ChangedKeys, row: KnownRow, key: string): ChangedKeys {
  const freed = commandRows
    .filter((other) => other.id !== row.id)
    .reduce((now, other) => {
      const held = keysOf(other, now);
      const left = held.filter((theirs) => !isClash(key, theirs));
      return left.length === held.length ? now : withKeys(now, other, left);
    }, changed);
  const own = keysOf(row, freed).filter((held) => !isClash(key, held));
  return withKeys(freed, row, [...own, key]);
}

/**
 * Gives a command the keys it was made with. Those that another command has taken since go back to it, as does what
 * that one has instead.
 */
export function withDefaultKeys(changed: ChangedKeys, row: KnownRow): ChangedKeys {
  const bare = withKeys(changed, row, []);
  return row.keys.reduce((now, key) => withKeyTaken(now, row, key), bare);
}
