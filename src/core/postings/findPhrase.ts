import { meetLists } from './meetLists.ts';
import { markCommon, narrow } from './narrowPlaces.ts';
import {
  countPlaces,
  MOST_COUNTED,
  NO_POSTS,
  PLACE_SHIFT,
  type PostCounts,
  type PostPlaces,
  readPlaces,
  readPosts,
} from './postingList.ts';
import type { SegmentList, SegmentReader } from './segmentReader.ts';
import type { PhraseToken } from './termTokens.ts';

/** Tokens that stand one after the other, at their offsets. */
export interface Phrase {
  readonly tokens: readonly PhraseToken[];
  /** True when the last token is only the beginning of a token of the text. */
  readonly isLastPrefix: boolean;
}

/**
 * Posts of a segment whose field holds the phrase, and how often. Intersects positional lists beginning with the
 * rarest (Zobel and Moffat, Inverted Files for Text Search Engines, 2006, 3.3 and 5.2). Posts marked dead are included.
 *
 * @param mark the field's mark, which begins the keys
 */
export function findPhrase(segment: SegmentReader, mark: string, phrase: Phrase): PostCounts {
  const { tokens, isLastPrefix } = phrase;
  const [only] = tokens;
  if (only === undefined) return NO_POSTS;
  if (tokens.length > 1) return findPlaced(segment, mark, phrase);
  if (isLastPrefix) return segment.countsFrom(mark + only.text);
  const list = segment.list(mark + only.text);
  return list === null ? NO_POSTS : readPosts(list);
}

function findPlaced(
  segment: SegmentReader,
  mark: string,
  { tokens, isLastPrefix }: Phrase,
): PostCounts {
  const whole = isLastPrefix ? tokens.slice(0, -1) : tokens;
  const lists: { readonly list: SegmentList; readonly offset: number }[] = [];
  for (const { text, offset } of whole) {
    const list = segment.list(mark + text);
    if (list === null) return NO_POSTS;
    lists.push({ list, offset });
  }
  lists.sort((a, b) => a.list.postCount - b.list.postCount);
  const found = placesOf(lists);
  if (found === null || found.posts.length === 0) return NO_POSTS;
  const last = tokens.at(-1);
  if (!isLastPrefix || last === undefined) return countPlaces(found);
  return countBeginnings(found, segment.listsFrom(mark + last.text), last.offset);
}

/** Places of lists that stand together, rarest first; null without lists. */
function placesOf(
  lists: readonly { readonly list: SegmentList; readonly offset: number }[],
): PostPlaces | null {
  const [first, second, ...others] = lists;
  if (first === undefined) return null;
  const placed = first.list.withPositions();
  if (second === undefined) return readPlaces(placed, PLACE_SHIFT - first.offset);
  let found = meetLists(
    { list: placed, offset: first.offset },
    { list: second.list.withPositions(), offset: second.offset },
  );
  for (const { list, offset } of others) {
    if (found.posts.length === 0) break;
    found = narrow(found, list.withPositions(), offset);
  }
  return found;
}

/** Keeps the posts where some list of `lists` goes on with the phrase. */
function countBeginnings(
  found: PostPlaces,
  lists: Iterable<SegmentList>,
  offset: number,
): PostCounts {
  const isMarked = new Uint8Array(found.places.length);
  for (const list of lists) markCommon(found, list.withPositions(), { offset, isMarked });
  const totals = new Uint16Array(found.posts.length);
  for (let index = 0; index < totals.length; index += 1) {
    const marks = isMarked.subarray(found.starts[index], found.starts[index + 1]);
    totals[index] = Math.min(
      marks.reduce((sum, mark) => sum + mark, 0),
      MOST_COUNTED,
    );
  }
  const isKept = (_value: number, index: number): boolean => (totals[index] ?? 0) > 0;
  return { posts: found.posts.filter(isKept), counts: totals.filter(isKept) };
}
