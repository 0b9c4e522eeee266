import type { SavedSearch, SavedSearchId } from '../../shared/savedSearches.ts';

/** PURE. One step up (-1) or down (1) among those of its kind; null at the end, where nothing changes. */
export function movedBy(
  searches: readonly SavedSearch[],
  id: SavedSearchId,
  step: -1 | 1,
): readonly SavedSearch[] | null {
  const place = searches.findIndex((search) => search.id === id);
  const [moved, other] = [searches[place], searches[place + step]];
  if (moved === undefined || other === undefined || moved.isPinned !== other.isPinned) return null;
  return searches.with(place, other).with(place + step, moved);
}

/** PURE. Put where another one stands; null when that is itself, or of the other kind: pinned ones stay first. */
export function movedTo(
  searches: readonly SavedSearch[],
  id: string,
  target: string,
): readonly SavedSearch[] | null {
  const moved = searches.find((search) => search.id === id);
  const place = searches.findIndex((search) => search.id === target);
  if (moved === undefined || moved.id === target || moved.isPinned !== searches[place]?.isPinned) {
    return null;
  }
  const others = searches.filter((search) => search.id !== id);
  return others.toSpliced(place, 0, moved);
}
