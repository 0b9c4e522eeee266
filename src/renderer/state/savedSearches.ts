import type { SavedSearch } from '../../shared/savedSearches.ts';
import type { Filters, Sort } from '../../shared/searchModel.ts';
import { askedOf } from './askedQuery.ts';
import type { Session } from './model.ts';
import { hasFilters } from './session.ts';

/** What a saved search keeps of the window. */
export interface SearchContents {
  readonly text: string;
  readonly filters: Filters;
  readonly sort: Sort;
}

/** What is on screen, as a saved search keeps it. */
export const contentsOf = (
  session: Pick<Session, 'text' | 'filters' | 'valuesNamed' | 'sort'>,
): SearchContents => ({
  ...askedOf(session),
  sort: session.sort,
});

/** Filters in one order of keys and values, so that the same ones compare as the same. */
function canonical({ text, filters, sort }: SearchContents): string {
  const named = Object.entries(filters)
    .map(([name, value]: readonly [string, unknown]) => {
      const values = Array.isArray(value) ? value.map(String).toSorted() : [value];
      return JSON.stringify([name, ...values]);
    })
    .toSorted();
  return JSON.stringify([text.trim(), sort, named]);
}

/** Whether two searches keep the same. */
export const sameSearch = (left: SearchContents, right: SearchContents): boolean =>
  canonical(left) === canonical(right);

/** Whether nothing is searched for: all posts, or a whole list of the library. */
export const isBlank = ({ text, filters }: Pick<SearchContents, 'text' | 'filters'>): boolean =>
  text.trim() === '' && !hasFilters({ ...filters, list: 'all' });

/** The saved search that stands for what is on screen, and whether that has been changed since it was chosen. */
export interface ChosenSearch {
  readonly search: SavedSearch;
  readonly isEdited: boolean;
}

/** The saved search on screen: the one that is just this, else the one chosen last. Null when there is none. */
export function chosenSearch(
  searches: readonly SavedSearch[],
  asked: SearchContents,
  lastChosen: Session['savedSearchId'],
): ChosenSearch | null {
  const same = searches.filter((search) => sameSearch(search, asked));
  const exact = same.find(({ id }) => id === lastChosen) ?? same[0];
  if (exact !== undefined) return { search: exact, isEdited: false };
  if (isBlank(asked)) return null;
  const search = searches.find(({ id }) => id === lastChosen);
  return search === undefined ? null : { search, isEdited: true };
}
