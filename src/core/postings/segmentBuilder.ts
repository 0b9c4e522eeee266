import { type Block, BlockWriter, KEY_UNITS } from './blockFormat.ts';
import { ListPacker, POSITION_BITS } from './listPacker.ts';
import { widthOf } from './positions.ts';
import type { SegmentPosts } from './segmentStore.ts';
import type { TextTokens } from './tokenise.ts';
import { TokenTable } from './tokenTable.ts';

/** Where a token may stand; the first unit of every key in the blocks. */
export const FIELD_MARKS = { body: 'b', title: 't' } as const;

/** A field of a post that is searched. */
export type PostField = keyof typeof FIELD_MARKS;

/** In the order of their marks. */
const FIELDS = ['body', 'title'] as const;

const POSITIONS = 2 ** POSITION_BITS;
const MAX_SLOTS = 2 ** (32 - POSITION_BITS);

/** Slots left for the last post added: enough for 64 million positions. */
const SPARE_SLOTS = 64;

/** Pairs after which a segment is written: bounds the memory of building (12 bytes a pair). */
const MAX_PAIRS = 6_000_000;

/**
 * Collects the tokens of posts and gives them back as blocks: pairs of token and place in the order of the texts are
 * sorted by token, which leaves each token's places in order (inversion by sorting; Witten, Moffat and Bell, Managing
 * Gigabytes, 5.2).
 */
export class SegmentBuilder {
  readonly #fields = { body: new TokenTable(), title: new TokenTable() };
  readonly #slots = {
    posts: new Uint32Array(MAX_SLOTS),
    bases: new Uint32Array(MAX_SLOTS),
    widths: new Uint8Array(MAX_SLOTS),
  };
  #slotCount = 0;
  #posts: number[] = [];
  #widths: number[] = [];

  /** True when the posts so far should become a segment before another is added. */
  isFull(): boolean {
    const pairs = this.#fields.body.length + this.#fields.title.length;
    return pairs >= MAX_PAIRS || this.#slotCount >= MAX_SLOTS - SPARE_SLOTS;
  }

  isEmpty(): boolean {
    return this.#slotCount === 0;
  }

  /** The post added last; 0 when there is none. */
  get lastPost(): number {
    return this.#posts.at(-1) ?? 0;
  }

  /** Whether a post was added. */
  has(post: number): boolean {
    return post <= this.lastPost && this.#posts.includes(post);
  }

  /** Adds a post. Posts come in ascending order of their row numbers. */
  add(post: number, fields: Readonly<Record<PostField, TextTokens>>): void {
    const width = widthOf(Math.max(fields.body.length, fields.title.length));
    this.#posts.push(post);
    this.#widths.push(width);
    for (const field of FIELDS) this.#addField({ post, width }, field, fields[field]);
  }

  #addField(owner: SlotOwner, field: PostField, tokens: TextTokens): void {
    const { keys, length, strings, symbols } = tokens;
    const table = this.#fields[field];
    const named = new Uint32Array(strings.length);
    for (let at = 0; at < named.length; at += 1) named[at] = table.numberOfText(strings[at] ?? '');
    let slot = this.#addSlot(owner, 0);
    table.addAt(symbols, named, slot * POSITIONS);
    for (let start = 0; start < length; start += POSITIONS) {
      if (start > 0) slot = this.#addSlot(owner, start);
      const end = Math.min(length, start + POSITIONS);
      table.addAll({ keys, start, end, named, place: slot * POSITIONS });
    }
  }

  #addSlot({ post, width }: SlotOwner, base: number): number {
    const slot = this.#slotCount;
    this.#slots.posts[slot] = post;
    this.#slots.bases[slot] = base;
    this.#slots.widths[slot] = width;
    this.#slotCount += 1;
    return slot;
  }

  /** Gives everything added as blocks, in the order of their keys, and forgets it. Answers the posts. */
  finish(emit: (block: Block) => void): SegmentPosts {
    const blocks = new BlockWriter(emit);
    for (const field of FIELDS) this.#writeField(field, blocks);
    blocks.flush();
    const added = { posts: this.#posts, widths: this.#widths };
    this.clear();
    return added;
  }

  /** Forgets everything added. */
  clear(): void {
    for (const field of FIELDS) this.#fields[field].clear();
    this.#posts = [];
    this.#widths = [];
    this.#slotCount = 0;
  }

  #writeField(field: PostField, blocks: BlockWriter): void {
    const table = this.#fields[field];
    const places = table.gather();
    const packer = new ListPacker(blocks.posts, blocks.positions);
    const key = new Uint16Array(KEY_UNITS);
    key[0] = FIELD_MARKS[field].charCodeAt(0);
    for (const number of table.inOrder()) {
      const range = table.rangeOf(number);
      packer.begin();
      if (table.isSymbol(number)) packer.packPosts(this.#slots, places, range);
      else packer.packPlaces(this.#slots, places, range);
      packer.end();
      blocks.endList(key, table.writeUnits(number, key, 1), packer.postCount);
    }
  }
}

/** The post that a slot is a part of. */
interface SlotOwner {
  readonly post: number;
  /** Bits of a position of the post. */
  readonly width: number;
}
