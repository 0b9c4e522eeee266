import { BlockWriter, type Block } from './blockFormat.ts';
import { ListWriter } from './postingList.ts';
import { widthOf } from './positions.ts';
import type { SegmentPosts } from './segmentStore.ts';
import { type KeyColumns, sortByKey } from './sortByKey.ts';
import { GAP_KEY, STRING_KEYS, SYMBOL_KEYS, tokenText } from './tokenKeys.ts';
import type { TextTokens } from './tokenise.ts';

/** Where a token may stand; the first unit of every key in the blocks. */
export const FIELD_MARKS = { body: 'b', title: 't' } as const;

/** A field of a post that is searched. */
export type PostField = keyof typeof FIELD_MARKS;

/** In the order of their marks. */
const FIELDS = ['body', 'title'] as const;

/**
 * A place is a number of 32 bits: a slot, then a position within it. A post takes one slot, and one more for each
 * further million positions.
 */
const POSITION_BITS = 20;
const POSITIONS = 2 ** POSITION_BITS;
const MAX_SLOTS = 2 ** (32 - POSITION_BITS);

/** Slots left for the last post added: enough for 64 million positions. */
const SPARE_SLOTS = 64;

/** Pairs after which a segment is written: bounds the memory of building (16 bytes a pair). */
const MAX_PAIRS = 6_000_000;

/**
 * Collects the tokens of posts and gives them back as blocks: pairs of token and place in the order of the texts are
 * sorted by token, which leaves each token's places in order (inversion by sorting; Witten, Moffat and Bell, Managing
 * Gigabytes, 5.2).
 */
export class SegmentBuilder {
  readonly #fields = { body: new PairTable(), title: new PairTable() };
  readonly #list = new ListWriter();
  readonly #slots: Slot[] = [];
  #posts: number[] = [];
  #widths: number[] = [];
  readonly #strings: string[] = [];
  readonly #stringNumbers = new Map<string, number>();

  /** True when the posts so far should become a segment before another is added. */
  isFull(): boolean {
    const pairs = this.#fields.body.length + this.#fields.title.length;
    return pairs >= MAX_PAIRS || this.#slots.length >= MAX_SLOTS - SPARE_SLOTS;
  }

  isEmpty(): boolean {
    return this.#slots.length === 0;
  }

  /** Adds a post. Posts come in ascending order of their row numbers. */
  add(post: number, fields: Readonly<Record<PostField, TextTokens>>): void {
    const width = widthOf(Math.max(fields.body.length, fields.title.length));
    this.#posts.push(post);
    this.#widths.push(width);
    for (const field of FIELDS) this.#addField({ post, base: 0, width }, field, fields[field]);
  }

  #addField(first: Slot, field: PostField, tokens: TextTokens): void {
    const { keys, length, strings, symbols } = tokens;
    const table = this.#fields[field];
    const numbers = strings.map((text) => this.#numberOf(text));
    table.reserve(length + symbols.length);
    const common = (key: number): number =>
      key >= STRING_KEYS && key < SYMBOL_KEYS
        ? STRING_KEYS + (numbers[key - STRING_KEYS] ?? 0)
        : key;
    let slot = this.#slots.push(first) - 1;
    for (const key of symbols) table.push(common(key), slot * POSITIONS);
    for (let position = 0; position < length; position += 1) {
      const key = keys[position] ?? GAP_KEY;
      const place = position % POSITIONS;
      if (place === 0 && position > 0) slot = this.#slots.push({ ...first, base: position }) - 1;
      if (key !== GAP_KEY) table.push(common(key), slot * POSITIONS + place);
    }
  }

  /** Gives everything added as blocks, in the order of their keys, and forgets it. Answers the posts. */
  finish(emit: (block: Block) => void): SegmentPosts {
    const blocks = new BlockWriter(emit);
    for (const field of FIELDS) this.#writeField(field, blocks);
    blocks.flush();
    const added = { posts: this.#posts, widths: this.#widths };
    this.#posts = [];
    this.#widths = [];
    this.#slots.length = 0;
    this.#strings.length = 0;
    this.#stringNumbers.clear();
    return added;
  }

  #writeField(field: PostField, blocks: BlockWriter): void {
    const table = this.#fields[field];
    table.sort();
    for (const { text, isSymbol, start, end } of this.#runs(table)) {
      this.#list.clear();
      this.#writeList(table.places.subarray(start, end), isSymbol);
      blocks.add(FIELD_MARKS[field] + text, this.#list.list());
    }
    table.clear();
  }

  /** Writes one token's places. */
  #writeList(places: Uint32Array, isSymbol: boolean): void {
    let at = 0;
    while (at < places.length) {
      const post = this.#slotAt(places[at]).post;
      let count = 0;
      for (; at < places.length; at += 1) {
        const slot = this.#slotAt(places[at]);
        if (slot.post !== post) break;
        count += 1;
        if (isSymbol) continue;
        const position = slot.base + ((places[at] ?? 0) & (POSITIONS - 1));
        this.#list.addPosition(position, slot.width);
      }
      this.#list.addPost(post, isSymbol ? 1 : count);
    }
  }

  #slotAt(place = 0): Slot {
    return this.#slots[place >>> POSITION_BITS] ?? NO_SLOT;
  }

  /** The runs of equal keys of a sorted table, by the UTF-16 units of their texts. */
  #runs(table: PairTable): readonly TokenRun[] {
    const numeric: TokenRun[] = [];
    const named: TokenRun[] = [];
    for (let start = 0; start < table.length;) {
      const key = table.keys[start] ?? 0;
      let end = start + 1;
      while (end < table.length && table.keys[end] === key) end += 1;
      if (key >= STRING_KEYS && key < SYMBOL_KEYS) {
        const text = this.#strings[key - STRING_KEYS] ?? '';
        named.push({ text, isSymbol: text.charCodeAt(0) === SYMBOL_KEYS >>> 16, start, end });
      } else {
        numeric.push({ text: tokenText(key), isSymbol: key >= SYMBOL_KEYS, start, end });
      }
      start = end;
    }
    if (named.length === 0) return numeric;
    return [...numeric, ...named].toSorted((a, b) => (a.text < b.text ? -1 : 1));
  }

  #numberOf(text: string): number {
    let number = this.#stringNumbers.get(text);
    if (number === undefined) {
      number = this.#strings.length;
      this.#strings.push(text);
      this.#stringNumbers.set(text, number);
    }
    return number;
  }
}

/** A part of a post, of a million positions. */
interface Slot {
  readonly post: number;
  /** Position in the post of the slot's first. */
  readonly base: number;
  /** Bits of a position of the post. */
  readonly width: number;
}

const NO_SLOT: Slot = { post: 0, base: 0, width: 1 };

interface TokenRun {
  readonly text: string;
  readonly isSymbol: boolean;
  readonly start: number;
  readonly end: number;
}

/** A growing table of pairs of key and place. Its memory is kept for the next segment. */
class PairTable {
  #columns: KeyColumns = columnsOf(4_096);
  #spare: KeyColumns = columnsOf(0);
  keys = this.#columns.keys;
  places = this.#columns.places;
  length = 0;

  reserve(count: number): void {
    if (this.length + count <= this.keys.length) return;
    const larger = columnsOf(Math.max((this.length + count) * 2, 8_192));
    larger.keys.set(this.keys.subarray(0, this.length));
    larger.places.set(this.places.subarray(0, this.length));
    this.#use(larger);
  }

  push(key: number, place: number): void {
    this.keys[this.length] = key;
    this.places[this.length] = place;
    this.length += 1;
  }

  sort(): void {
    if (this.#spare.keys.length < this.keys.length) this.#spare = columnsOf(this.keys.length);
    const before = this.#columns;
    const sorted = sortByKey(before, this.#spare, this.length);
    if (sorted !== before) this.#spare = before;
    this.#use(sorted);
  }

  clear(): void {
    this.length = 0;
  }

  #use(columns: KeyColumns): void {
    this.#columns = columns;
    this.keys = columns.keys;
    this.places = columns.places;
  }
}

function columnsOf(length: number): KeyColumns {
  return { keys: new Uint32Array(length), places: new Uint32Array(length) };
}
