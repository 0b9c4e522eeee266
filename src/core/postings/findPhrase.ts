import { meetLists } from './meetLists.ts';
import { markCommon, narrow } from './narrowPlaces.ts';
import {
  countPlaces,
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
  if (only === undefined) return NOTHING;
  if (tokens.length > 1) return findPlaced(segment, mark, phrase);
  if (isLastPrefix) return segment.countsFrom(mark + only.text);
  const list = segment.list(mark + only.text);
  return list === null ? NOTHING : readPosts(list);
}

const NOTHING: PostCounts = { posts: new Uint32Array(0), counts: new Uint32Array(0) };

function findPlaced(
  segment: SegmentReader,
  mark: string,
  { tokens, isLastPrefix }: Phrase,
): PostCounts {
  const whole = isLastPrefix ? tokens.slice(0, -1) : tokens;
  const lists: { readonly list: SegmentList; readonly offset: number }[] = [];
  for (const { text, offset } of whole) {
    const list = segment.list(mark + text);
    if (list === null) return NOTHING;
    lists.push({ list, offset });
  }
  lists.sort((a, b) => a.list.postCount - b.list.postCount);
  const found = placesOf(lists);
  if (found === null || found.posts.length === 0) return NOTHING;
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
  const totals = found.posts.map((_post, index) => {
    const marks = isMarked.subarray(found.starts[index], found.starts[index + 1]);
    return marks.reduce((sum, mark) => sum + mark, 0);
  });
  const isKept = (_value: number, index: number): boolean => (totals[index] ?? 0) > 0;
  return { posts: found.posts.filter(isKept), counts: totals.filter(isKept) };
}

/** The posts of several lists in one, counts added up. */
export function uniteCounts(lists: readonly PostCounts[]): PostCounts {
  const filled = lists
    .filter(({ posts }) => posts.length > 0)
    .toSorted((a, b) => (a.posts[0] ?? 0) - (b.posts[0] ?? 0));
  const [first] = filled;
  if (first === undefined) return NOTHING;
  if (filled.length === 1) return first;
  if (areInSequence(filled)) return concatenate(filled);
  return sumUp(filled);
}

/** Adds up by row number. */
function sumUp(lists: readonly PostCounts[]): PostCounts {
  const least = lists.reduce((low, { posts }) => Math.min(low, posts[0] ?? low), Infinity);
  const most = lists.reduce((high, { posts }) => Math.max(high, posts.at(-1) ?? high), 0);
  const sums = new Uint32Array(most - least + 1);
  let distinct = 0;
  for (const { posts, counts } of lists) {
    for (let index = 0; index < posts.length; index += 1) {
      const place = (posts[index] ?? 0) - least;
      const before = sums[place] ?? 0;
      if (before === 0) distinct += 1;
      sums[place] = before + (counts[index] ?? 0);
    }
  }
  const united = { posts: new Uint32Array(distinct), counts: new Uint32Array(distinct) };
  for (let place = 0, length = 0; length < distinct; place += 1) {
    if (sums[place] === 0) continue;
    united.posts[length] = least + place;
    united.counts[length] = sums[place] ?? 0;
    length += 1;
  }
  return united;
}

function areInSequence(lists: readonly PostCounts[]): boolean {
  return lists.every(
    ({ posts }, index) => index === 0 || (lists[index - 1]?.posts.at(-1) ?? 0) < (posts[0] ?? 0),
  );
}

function concatenate(lists: readonly PostCounts[]): PostCounts {
  const length = lists.reduce((sum, { posts }) => sum + posts.length, 0);
  const joined = { posts: new Uint32Array(length), counts: new Uint32Array(length) };
  let at = 0;
  for (const { posts, counts } of lists) {
    joined.posts.set(posts, at);
    joined.counts.set(counts, at);
    at += posts.length;
  }
  return joined;
}
