import type { Archive, TextRange } from '../../shared/model.ts';
import type { SavedSearch } from '../../shared/savedSearches.ts';
import type { Command, Reason } from '../commands/command.ts';
import type { MatchKeys } from '../matching/matchKeys.ts';

/** What the palette lists, in the order of its groups when nothing is typed. */
export const paletteGroups = [
  'recent',
  'posts',
  'searches',
  'archives',
  'commands',
  'sources',
  'tags',
  'search',
] as const;

/** One group of the palette. */
export type PaletteGroup = (typeof paletteGroups)[number];

/** A post as the palette names it. */
export interface NamedPost {
  readonly path: string;
  readonly title: string;
  readonly source: string | null;
  /** `YYYY-MM-DD`; null when unknown. */
  readonly day: string | null;
}

/** What an entry leads to. */
export type Target =
  | { readonly kind: 'command'; readonly command: Command; readonly reason: Reason | null }
  | { readonly kind: 'archive'; readonly archive: Archive }
  | { readonly kind: 'saved'; readonly search: SavedSearch }
  | { readonly kind: 'source' | 'tag'; readonly value: string; readonly count: number }
  | { readonly kind: 'post'; readonly post: NamedPost }
  /** Searches all posts, or finds inside the open one. */
  | { readonly kind: 'search-all' | 'find'; readonly text: string }
  /** Shows more of a group; `count` = how many are not shown. */
  | { readonly kind: 'more'; readonly group: PaletteGroup; readonly count: number };

/** Something with a name that can be typed. */
export interface PaletteName {
  /** Unique among all entries. */
  readonly id: string;
  readonly group: PaletteGroup;
  readonly text: string;
  readonly keys: MatchKeys;
  /** Its name in the other language: found as well, but not shown. */
  readonly also?: MatchKeys;
  readonly target: Target;
}

/** A line of the palette. */
export interface PaletteRow {
  readonly id: string;
  readonly text: string;
  /** Parts of `text` that were typed. */
  readonly marks: readonly TextRange[];
  readonly target: Target;
}

/** A group on screen. */
export interface PaletteSection {
  readonly group: PaletteGroup;
  readonly rows: readonly PaletteRow[];
}

/** What is typed, with its prefix read: `>` commands, `@` sources, `#` tags. */
export interface PaletteQuery {
  readonly text: string;
  /** Null = everything. */
  readonly scope: 'commands' | 'sources' | 'tags' | null;
}

const scopes = { '>': 'commands', '@': 'sources', '#': 'tags' } as const;
/** The same marks as Chinese input methods write them. */
const wideMarks: Readonly<Record<string, keyof typeof scopes>> = {
  '》': '>',
  '＞': '>',
  '＠': '@',
  '＃': '#',
};

const isScopeMark = (mark: string): mark is keyof typeof scopes => Object.hasOwn(scopes, mark);

/** Reads what is typed. */
export function readTyped(typed: string): PaletteQuery {
  const trimmed = typed.trimStart();
  const first = trimmed.charAt(0);
  const mark = wideMarks[first] ?? first;
  if (!isScopeMark(mark)) return { text: trimmed.trimEnd(), scope: null };
  return { text: trimmed.slice(1).trim(), scope: scopes[mark] };
}

/** Whether a line can be run. */
export const canChoose = ({ target }: PaletteRow): boolean =>
  target.kind !== 'command' || target.reason === null;
