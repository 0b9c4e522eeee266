import { PostCursor } from './postCursor.ts';
import { type PlacedListBytes, PLACE_SHIFT, type PostPlaces } from './postingList.ts';
import type { PostWidths } from './positions.ts';

/** A list of a phrase, and where its token stands in the phrase. */
export interface PhraseList {
  readonly list: PlacedListBytes;
  readonly offset: number;
}

/**
 * Places where two tokens of a phrase both stand, in one pass over both lists and without reading the positions of posts
 * that only one of them has. In each common post the positions of one are marked and those of the other looked up
 * among the marks.
 */
export function meetLists(first: PhraseList, second: PhraseList): PostPlaces {
  const one = new PostCursor(first.list);
  const two = new PostCursor(second.list);
  const most = Math.min(first.list.postCount, second.list.postCount);
  const found = new PlaceCollector(first, second, most);
  while (one.next()) {
    if (!two.reach(one.post)) break;
    if (two.post === one.post) found.add(one, two);
  }
  return found.places();
}

/** Collects the common places of common posts. */
class PlaceCollector {
  /** By position: the number of the post that has it. */
  readonly #marks: Uint32Array;
  readonly #distance: number;
  readonly #shift: number;
  readonly #posts: Uint32Array;
  readonly #starts: Uint32Array;
  #places = new Int32Array(4_096);
  #postCount = 0;
  #length = 0;

  constructor(first: PhraseList, second: PhraseList, mostPosts: number) {
    this.#marks = new Uint32Array(2 ** widest(first.list.positions.widths));
    this.#distance = second.offset - first.offset;
    this.#shift = PLACE_SHIFT - first.offset;
    this.#posts = new Uint32Array(mostPosts);
    this.#starts = new Uint32Array(mostPosts + 1);
  }

  add(one: PostCursor, two: PostCursor): void {
    const { width, positions, start, end } = one;
    const marks = this.#marks;
    const stamp = one.post + 1;
    for (let bit = start; bit < end; bit += width) marks[positions.at(bit, width)] = stamp;
    const { positions: others, start: otherStart, end: otherEnd } = two;
    const distance = this.#distance;
    const shift = this.#shift;
    this.#reserve((otherEnd - otherStart) / width);
    const places = this.#places;
    let length = this.#length;
    for (let bit = otherStart; bit < otherEnd; bit += width) {
      const position = others.at(bit, width) - distance;
      if (position < 0 || marks[position] !== stamp) continue;
      places[length] = position + shift;
      length += 1;
    }
    if (length === this.#length) return;
    this.#length = length;
    this.#posts[this.#postCount] = one.post;
    this.#postCount += 1;
    this.#starts[this.#postCount] = length;
  }

  places(): PostPlaces {
    return {
      posts: this.#posts.subarray(0, this.#postCount),
      starts: this.#starts.subarray(0, this.#postCount + 1),
      places: this.#places.subarray(0, this.#length),
    };
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#places.length) return;
    const larger = new Int32Array((this.#length + count) * 2);
    larger.set(this.#places);
    this.#places = larger;
  }
}

function widest({ widths }: PostWidths): number {
  let most = 1;
  for (let at = 0; at < widths.length; at += 1) most = Math.max(most, widths[at] ?? 1);
  return most;
}
