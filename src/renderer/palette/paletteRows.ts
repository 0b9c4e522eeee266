import type { Match } from '../matching/matchText.ts';
import { matchQueryOf, matchText, type MatchQuery } from '../matching/matchText.ts';
import {
  paletteGroups,
  type PaletteGroup,
  type PaletteName,
  type PaletteQuery,
  type PaletteRow,
  type PaletteSection,
} from './paletteModel.ts';

/** Lines of a group before "more": fewer where many groups answer; a scope shows one group alone, and more of it. */
const FIRST_ROWS = 5;
const ROWS_OF_FEW = 8;
const FEW_GROUPS = 2;
const SCOPED_ROWS = 50;
/** Lines that one "more" adds; the list is drawn whole, so that it never holds thousands. */
const MORE_ROWS = 100;

/** What decides which lines stand in the palette. */
export interface PaletteAsk {
  readonly query: PaletteQuery;
  /** In the order they are to stand when nothing is typed. */
  readonly names: readonly PaletteName[];
  /** How often "more" was chosen, by group. */
  readonly expanded: Readonly<Partial<Record<PaletteGroup, number>>>;
}

interface Found {
  readonly name: PaletteName;
  readonly match: Match;
}

/** Commands that cannot run stand below all that can. */
const OFF = 60;
/** A name in the other language counts a little less than the one on screen. */
const OTHER_LANGUAGE = 10;

const isOff = ({ target }: PaletteName): boolean =>
  target.kind === 'command' && target.reason !== null;

/** How a name answers; null when it does not. */
function answer(query: MatchQuery, name: PaletteName): Match | null {
  const own = matchText(query, name.keys);
  const other = own === null && name.also !== undefined ? matchText(query, name.also) : null;
  const match = own ?? (other === null ? null : { score: other.score - OTHER_LANGUAGE, marks: [] });
  if (match === null || !isOff(name)) return match;
  return { ...match, score: match.score - OFF };
}

/** Whether a name may stand here: a scope shows its own group only, and nothing typed shows no values and no dead ends. */
function isWanted(name: PaletteName, { text, scope }: PaletteQuery): boolean {
  if (scope !== null) return name.group === scope;
  if (text !== '') return name.group !== 'recent';
  return name.group !== 'sources' && name.group !== 'tags' && !isOff(name);
}

const rowOf = ({ name, match }: Found): PaletteRow => ({
  id: name.id,
  text: name.text,
  marks: match.marks,
  target: name.target,
});

/** The lines of one group, best first, with "more" as the last when there are at least two. */
function sectionOf(
  group: PaletteGroup,
  found: readonly Found[],
  { most, expanded }: { readonly most: number; readonly expanded: PaletteAsk['expanded'] },
): PaletteSection {
  const shown = most + (expanded[group] ?? 0) * MORE_ROWS;
  const isWhole = found.length <= shown + 1;
  const rows = found.slice(0, isWhole ? found.length : shown).map(rowOf);
  const count = found.length - rows.length;
  const more: PaletteRow = {
    id: `more:${group}`,
    text: '',
    marks: [],
    target: { kind: 'more', group, count },
  };
  return { group, rows: isWhole ? rows : [...rows, more] };
}

/** Lines of a group before "more". */
function mostRows({ scope, text }: PaletteQuery, groupCount: number): number {
  if (scope !== null) return SCOPED_ROWS;
  return text !== '' && groupCount <= FEW_GROUPS ? ROWS_OF_FEW : FIRST_ROWS;
}

/**
 * The palette's lines for what is typed. While something is typed the group with the best answer comes first; the order
 * of groups is the palette's own otherwise.
 */
export function paletteSections(ask: PaletteAsk): readonly PaletteSection[] {
  const { query, names } = ask;
  const typed = matchQueryOf(query.text);
  const byGroup = new Map<PaletteGroup, Found[]>();
  for (const name of names) {
    if (!isWanted(name, query)) continue;
    const match = answer(typed, name);
    if (match === null) continue;
    const group = byGroup.get(name.group) ?? [];
    group.push({ name, match });
    byGroup.set(name.group, group);
  }
  const bestOf = (group: PaletteGroup): number => byGroup.get(group)?.[0]?.match.score ?? 0;
  // Sorting is stable: equal answers stay in the order of the names.
  for (const found of byGroup.values()) {
    found.sort((left, right) => right.match.score - left.match.score);
  }
  const most = mostRows(query, byGroup.size);
  return paletteGroups
    .filter((group) => byGroup.has(group))
    .toSorted((left, right) => bestOf(right) - bestOf(left))
    .map((group) => sectionOf(group, byGroup.get(group) ?? [], { most, expanded: ask.expanded }));
}
