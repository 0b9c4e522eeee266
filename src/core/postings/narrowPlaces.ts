import { PostCursor } from './postCursor.ts';
import { type PlacedListBytes, PLACE_SHIFT, type PostPlaces } from './postingList.ts';

/** What of `found` also stands in a list: posts, and in them places that are positions of the list less `offset`. */
export function narrow(found: PostPlaces, list: PlacedListBytes, offset: number): PostPlaces {
  const matcher = new PlaceMatcher(found, list, offset);
  const posts = new Uint32Array(found.posts.length);
  const starts = new Uint32Array(found.posts.length + 1);
  let kept = 0;
  while (matcher.next()) {
    const before = matcher.length;
    matcher.keep();
    if (matcher.length === before) continue;
    posts[kept] = matcher.post;
    kept += 1;
    starts[kept] = matcher.length;
  }
  return {
    posts: posts.subarray(0, kept),
    starts: starts.subarray(0, kept + 1),
    places: matcher.places.subarray(0, matcher.length),
  };
}

/** Marks the places of `found`, by their number, that are positions of a list less `offset`. */
export function markCommon(
  found: PostPlaces,
  list: PlacedListBytes,
  { offset, isMarked }: { readonly offset: number; readonly isMarked: Uint8Array },
): void {
  const matcher = new PlaceMatcher(found, list, offset);
  while (matcher.next()) {
    const before = matcher.length;
    matcher.keep();
    let place = found.starts[matcher.index] ?? 0;
    for (let at = before; at < matcher.length; at += 1) {
      while (found.places[place] !== matcher.places[at]) place += 1;
      isMarked[place] = 1;
    }
  }
}

/** Goes through the posts that stand both among those found and in a list, and collects the places in common. */
class PlaceMatcher {
  readonly #found: PostPlaces;
  readonly #shift: number;
  readonly #cursor: PostCursor;
  /** By place: the stamp of the post that has it. */
  readonly #marks: Uint32Array;
  #stamp = 0;
  /** Index, among those found, of the post it stands at. */
  index = -1;
  /** Places collected so far. */
  readonly places: Int32Array;
  length = 0;

  constructor(found: PostPlaces, list: PlacedListBytes, offset: number) {
    this.#found = found;
    this.#shift = PLACE_SHIFT - offset;
    this.#cursor = new PostCursor(list);
    this.places = new Int32Array(found.places.length);
    this.#marks = new Uint32Array(highestOf(found.places) + 1);
  }

  get post(): number {
    return this.#cursor.post;
  }

  /** Goes to the next post that stands in both; false when there is none. */
  next(): boolean {
    const wanted = this.#found.posts;
    for (this.index += 1; this.index < wanted.length; this.index += 1) {
      const post = wanted[this.index] ?? 0;
      if (!this.#cursor.reach(post)) return false;
      if (this.#cursor.post === post) return true;
    }
    return false;
  }

  /** Collects the places of the post that are positions of the list less the offset. */
  keep(): void {
    const { starts, places } = this.#found;
    const { positions, start, end, width } = this.#cursor;
    const marks = this.#marks;
    const shift = this.#shift;
    const stamp = (this.#stamp += 1);
    const last = starts[this.index + 1] ?? 0;
    for (let at = starts[this.index] ?? 0; at < last; at += 1) marks[places[at] ?? 0] = stamp;
    let { length } = this;
    for (let bit = start; bit < end; bit += width) {
      const place = positions.at(bit, width) + shift;
      if (place >= marks.length || marks[place] !== stamp) continue;
      this.places[length] = place;
      length += 1;
    }
    this.length = length;
  }
}

function highestOf(places: Int32Array): number {
  let highest = 0;
  for (let at = 0; at < places.length; at += 1) highest = Math.max(highest, places[at] ?? 0);
  return highest;
}
