import type { PostCounts } from '../postings/postingList.ts';

/** Posts that hold a term, and how often. */
export interface TermHits {
  /** Row numbers, ascending. */
  readonly posts: Uint32Array;
  /** Occurrences in the title, parallel to `posts`; larger numbers stand as 65,535. */
  readonly title: Uint16Array;
  /** Occurrences in the text, parallel to `posts`; larger numbers stand as 65,535. */
  readonly body: Uint16Array;
  /** Candidates of the term, looked at or not: what it is weighed by; missing = as many as `posts`. */
  readonly spread?: number;
}

/** Both fields' posts in one ascending list. Mostly what stands in a title stands in the text too. */
export function joinFields(title: PostCounts, body: PostCounts): TermHits {
  const { places, missing } = placesIn(title.posts, body.posts);
  const hits = missing === 0 ? body : insertTitles(title.posts, body, { places, missing });
  const counts = new Uint16Array(hits.posts.length);
  for (let at = 0; at < places.length; at += 1) counts[places[at] ?? 0] = title.counts[at] ?? 0;
  return { posts: hits.posts, title: counts, body: hits.counts };
}

/** Where titles' posts stand, or belong, in both together. */
interface TitlePlaces {
  /** Parallel to the titles' posts. */
  readonly places: Uint32Array;
  /** How many of them do not stand among the texts' posts. */
  readonly missing: number;
}

function placesIn(posts: Uint32Array, others: Uint32Array): TitlePlaces {
  const places = new Uint32Array(posts.length);
  let missing = 0;
  let at = 0;
  for (let index = 0; index < posts.length; index += 1) {
    const post = posts[index] ?? 0;
    while (at < others.length && (others[at] ?? 0) < post) at += 1;
    places[index] = at + missing;
    if (others[at] !== post) missing += 1;
  }
  return { places, missing };
}

/** The texts' posts with those of titles that are missing among them, which have no count; the rest is copied in pieces. */
function insertTitles(
  titles: Uint32Array,
  body: PostCounts,
  { places, missing }: TitlePlaces,
): PostCounts {
  const length = body.posts.length + missing;
  const joined = { posts: new Uint32Array(length), counts: new Uint16Array(length) };
  let inserted = 0;
  let copied = 0;
  const copyTo = (end: number): void => {
    joined.posts.set(body.posts.subarray(copied, end), copied + inserted);
    joined.counts.set(body.counts.subarray(copied, end), copied + inserted);
    copied = end;
  };
  for (let index = 0; index < titles.length; index += 1) {
    const place = places[index] ?? 0;
    const end = place - inserted;
    if (body.posts[end] === titles[index]) continue;
    copyTo(end);
    joined.posts[place] = titles[index] ?? 0;
    inserted += 1;
  }
  copyTo(body.posts.length);
  return joined;
}
