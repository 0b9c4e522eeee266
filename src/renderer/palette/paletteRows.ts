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

/** How often "more" was chosen, by group. */
export type Expanded = Readonly<Partial<Record<PaletteGroup, number>>>;

/** What decides which lines stand in the palette. */
interface PaletteAsk {
  readonly query: PaletteQuery;
  /** In the order they are to stand when nothing is typed. */
  readonly names: readonly PaletteName[];
  readonly expanded: Expanded;
}

interface Found {
  readonly name: PaletteName;
  readonly match: Match;
}

/** The names that answer a query, by group, best first. */
export interface Answers {
  readonly query: PaletteQuery;
  readonly byGroup: ReadonlyMap<PaletteGroup, readonly Found[]>;
}

/** Names being matched; there may be ten thousand, so that it can be done in slices. */
export interface Matching {
  /**
   * Goes on until `isOver` (asked every few names) or until all names were looked at; then the answers, which are kept,
   * else null.
   */
  readonly goOn: (isOver: () => boolean) => Answers | null;
}

/** Names that are looked at between two looks at the clock. */
const NAMES_AT_ONCE = 32;

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
  { most, expanded }: { readonly most: number; readonly expanded: Expanded },
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

/** Sorting is stable: equal answers stay in the order of the names. */
const bestFirst = (found: readonly Found[]): readonly Found[] =>
  found.toSorted((left, right) => right.match.score - left.match.score);

/** Begins to match names. */
export function startMatching(query: PaletteQuery, names: readonly PaletteName[]): Matching {
  const typed = matchQueryOf(query.text);
  const found = new Map<PaletteGroup, Found[]>();
  let next = 0;
  let answers: Answers | null = null;
  const look = (name: PaletteName): void => {
    if (!isWanted(name, query)) return;
    const match = answer(typed, name);
    if (match === null) return;
    const group = found.get(name.group) ?? [];
    group.push({ name, match });
    found.set(name.group, group);
  };
  return {
    goOn: (isOver) => {
      while (answers === null && !isOver()) {
        names.slice(next, next + NAMES_AT_ONCE).forEach(look);
        next += NAMES_AT_ONCE;
        if (next >= names.length) {
          answers = {
            query,
            byGroup: new Map([...found].map(([group, all]) => [group, bestFirst(all)])),
          };
        }
      }
      return answers;
    },
  };
}

/** All answers at once. */
export function matchNames(query: PaletteQuery, names: readonly PaletteName[]): Answers {
  const answers = startMatching(query, names).goOn(() => false);
  return answers ?? { query, byGroup: new Map() };
}

/** Answers of two lists of names to the same query, those of the first before equal ones of the second. */
export function joinAnswers(first: Answers, second: Answers): Answers {
  if (second.byGroup.size === 0) return first;
  const byGroup = new Map(first.byGroup);
  for (const [group, found] of second.byGroup) {
    byGroup.set(group, bestFirst([...(byGroup.get(group) ?? []), ...found]));
  }
  return { query: first.query, byGroup };
}

/**
 * The palette's lines for the answers. While something is typed the group with the best answer comes first; the order
 * of groups is the palette's own otherwise.
 */
export function sectionsOf(
  { query, byGroup }: Answers,
  expanded: Expanded,
): readonly PaletteSection[] {
  const bestOf = (group: PaletteGroup): number => byGroup.get(group)?.[0]?.match.score ?? 0;
  const most = mostRows(query, byGroup.size);
  return paletteGroups
    .filter((group) => byGroup.has(group))
    .toSorted((left, right) => bestOf(right) - bestOf(left))
    .map((group) => sectionOf(group, byGroup.get(group) ?? [], { most, expanded }));
}

/** The palette's lines for what is typed. */
export const paletteSections = ({
  query,
  names,
  expanded,
}: PaletteAsk): readonly PaletteSection[] => sectionsOf(matchNames(query, names), expanded);
