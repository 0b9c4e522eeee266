import { ByteReader } from './byteReader.ts';
import type { PlacedListBytes } from './postingList.ts';
import { PositionReader } from './positions.ts';

/**
 * Goes through the posts of a list, knowing where their positions are. Everything is kept in fields and plain numbers: it
 * goes a hundred thousand steps for a phrase of frequent tokens.
 */
export class PostCursor {
  readonly #posts: ByteReader;
  readonly positions: PositionReader;
  #left: number;
  /** The post it stands at; -1 before the first. */
  post = -1;
  width = 0;
  /** Where the positions of the post begin and end, in bits of the list. */
  start = 0;
  end = 0;

  constructor(list: PlacedListBytes) {
    this.#posts = new ByteReader(list.posts);
    this.positions = new PositionReader(list.positions);
    this.#left = list.postCount;
  }

  next(): boolean {
    if (this.#left === 0) return false;
    this.#left -= 1;
    const value = this.#posts.varint();
    const repeats = value & 3;
    const count = repeats < 3 ? repeats + 1 : this.#posts.varint() + 4;
    this.post = Math.max(this.post, 0) + (value >>> 2);
    this.width = this.positions.width(this.post);
    this.start = this.end;
    this.end += count * this.width;
    return true;
  }

  /** Goes on to a post or to the first one behind it; false when there is none. */
  reach(post: number): boolean {
    while (this.post < post) if (!this.next()) return false;
    return true;
  }
}
