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
  readonly #slotPosts = new Uint32Array(MAX_SLOTS);
  readonly #slotBases = new Float64Array(MAX_SLOTS);
  readonly #slotWidths = new Uint8Array(MAX_SLOTS);
  #slotCount = 0;
  #posts: number[] = [];
  #widths: number[] = [];
  readonly #strings: string[] = [];
  readonly #stringNumbers = new Map<string, number>();

  /** True when the posts so far should become a segment before another is added. */
  isFull(): boolean {
    const pairs = this.#fields.body.length + this.#fields.title.length;
    return pairs >= MAX_PAIRS || this.#slotCount >= MAX_SLOTS - SPARE_SLOTS;
  }

  isEmpty(): boolean {
    return this.#slotCount === 0;
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
    const { keys: allKeys, places } = table;
    let to = table.length;
    let slot = this.#addSlot(first);
    for (const key of symbols) {
      allKeys[to] = key < SYMBOL_KEYS ? STRING_KEYS + (numbers[key - STRING_KEYS] ?? 0) : key;
      places[to++] = slot * POSITIONS;
    }
    for (let start = 0; start < length; start += POSITIONS) {
      if (start > 0) slot = this.#addSlot({ ...first, base: start });
      const end = Math.min(length, start + POSITIONS);
      const offset = slot * POSITIONS - start;
      for (let position = start; position < end; position += 1) {
        const key = keys[position] ?? GAP_KEY;
        if (key === GAP_KEY) continue;
        const isNamed = key >= STRING_KEYS && key < SYMBOL_KEYS;
        allKeys[to] = isNamed ? STRING_KEYS + (numbers[key - STRING_KEYS] ?? 0) : key;
        places[to++] = offset + position;
      }
    }
    table.length = to;
  }

  #addSlot({ post, base, width }: Slot): number {
    const slot = this.#slotCount;
    this.#slotPosts[slot] = post;
    this.#slotBases[slot] = base;
    this.#slotWidths[slot] = width;
    this.#slotCount += 1;
    return slot;
  }

  /** Gives everything added as blocks, in the order of their keys, and forgets it. Answers the posts. */
  finish(emit: (block: Block) => void): SegmentPosts {
    const blocks = new BlockWriter(emit);
    for (const field of FIELDS) this.#writeField(field, blocks);
    blocks.flush();
    const added = { posts: this.#posts, widths: this.#widths };
    this.#posts = [];
    this.#widths = [];
    this.#slotCount = 0;
    this.#strings.length = 0;
    this.#stringNumbers.clear();
    return added;
  }

  #writeField(field: PostField, blocks: BlockWriter): void {
    const table = this.#fields[field];
    table.sort();
    for (const run of this.#runs(table)) {
      this.#list.clear();
      this.#writeList(table.places, run);
      blocks.add(FIELD_MARKS[field] + run.text, this.#list.list());
    }
    table.clear();
  }

  /** Writes one token's places. */
  #writeList(places: Uint32Array, { start, end, isSymbol }: TokenRun): void {
    let post = 0;
    let count = 0;
    for (let first = start; first < end;) {
      const slot = (places[first] ?? 0) >>> POSITION_BITS;
      const next = this.#endOfSlot(places, first, end);
      const slotPost = this.#slotPosts[slot] ?? 0;
      if (slotPost !== post && count > 0) {
        this.#list.addPost(post, count);
        count = 0;
      }
      post = slotPost;
      count = isSymbol ? 1 : count + next - first;
      if (!isSymbol) {
        const [width, base] = [this.#slotWidths[slot] ?? 1, this.#slotBases[slot] ?? 0];
        this.#list.positions.setPost(width, POSITIONS - 1, base);
        this.#list.positions.add(places, first, next);
      }
      first = next;
    }
    if (count > 0) this.#list.addPost(post, count);
  }

  /** Where the places of the slot at `first` end. */
  #endOfSlot(places: Uint32Array, first: number, end: number): number {
    const slot = (places[first] ?? 0) >>> POSITION_BITS;
    let at = first + 1;
    while (at < end && (places[at] ?? 0) >>> POSITION_BITS === slot) at += 1;
    return at;
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
