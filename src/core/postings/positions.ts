import { ByteWriter } from './byteWriter.ts';

/*
 * The positions of a list, post after post, packed in bits, low ones first. How many bits a position takes is a matter
 * of the post alone: as many as the highest position in its field needs. So a post of a thousand tokens costs ten bits
 * each beside one of a million, and what belongs to one post is found without reading what is before it (frame of
 * reference, by post; Lemire and Boytsov, Decoding billions of integers per second through vectorization, 2015, 2.5).
 */

/** Bytes that must follow the positions of the last list of a block: four are read at a time. */
export const POSITIONS_PADDING = 3;

/** With up to seven bits before it, a number of so many bits is read from four bytes. */
const MAX_READ_BITS = 25;

/** Bits that the positions of each post take in a field, by row number less `first`. */
export interface PostWidths {
  readonly first: number;
  readonly widths: Uint8Array;
}

/** Where the positions of one list stand. */
export interface PositionBytes {
  /** Positions of a whole block. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly widths: PostWidths;
}

/** Bits for positions up to this. */
export function widthOf(highest: number): number {
  return Math.max(1, 32 - Math.clz32(highest));
}

/** Reads positions of a list by the bits before them. */
export class PositionReader {
  readonly #view: DataView;
  readonly #start: number;
  readonly #first: number;
  readonly #widths: Uint8Array;

  constructor({ bytes, start, widths }: PositionBytes) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#start = start;
    this.#first = widths.first;
    this.#widths = widths.widths;
  }

  /** Bits of each position of a post. */
  width(post: number): number {
    return this.#widths[post - this.#first] ?? 1;
  }

  /** The position of so many bits that begins at a bit of the list. */
  at(bit: number, width: number): number {
    if (width > MAX_READ_BITS) return this.#wideAt(bit, width);
    const four = this.#view.getUint32(this.#start + (bit >>> 3), true);
    return (four >>> (bit & 7)) & ((1 << width) - 1);
  }

  #wideAt(bit: number, width: number): number {
    const low = this.#view.getUint32(this.#start + (bit >>> 3), true) >>> (bit & 7);
    const next = bit + 16;
    const high = this.#view.getUint32(this.#start + (next >>> 3), true) >>> (next & 7);
    return (low & 0xffff) + (high & ((1 << (width - 16)) - 1)) * 0x1_00_00;
  }
}

/** Packs the positions of a list. Keeps its memory from list to list. */
export class PositionWriter {
  readonly #bytes = new ByteWriter(4_096);
  #bits = 0;
  #filled = 0;
  #width = 1;
  #mask = 0;
  #base = 0;

  clear(): void {
    this.#bytes.clear();
    this.#bits = 0;
    this.#filled = 0;
  }

  /** The post that positions are added of next: their width, the bits of numbers that count, what is added to these. */
  setPost(width: number, mask: number, base: number): void {
    this.#width = width;
    this.#mask = mask;
    this.#base = base;
  }

  /** Adds positions of that post, made of the numbers from `start` to `end`. */
  add(numbers: ArrayLike<number>, start: number, end: number): void {
    const width = this.#width;
    const mask = this.#mask;
    const base = this.#base;
    const writer = this.#bytes;
    writer.reserve((end - start) * 4 + 4);
    const { bytes } = writer;
    let { length } = writer;
    let bits = this.#bits;
    let filled = this.#filled;
    for (let at = start; at < end; at += 1) {
      const position = base + ((numbers[at] ?? 0) & mask);
      bits |= (position & 0xffff) << filled;
      filled += Math.min(width, 16);
      while (filled >= 8) {
        bytes[length++] = bits & 0xff;
        bits >>>= 8;
        filled -= 8;
      }
      if (width <= 16) continue;
      bits |= (position >>> 16) << filled;
      filled += width - 16;
      while (filled >= 8) {
        bytes[length++] = bits & 0xff;
        bits >>>= 8;
        filled -= 8;
      }
    }
    writer.length = length;
    this.#bits = bits;
    this.#filled = filled;
  }

  /** The positions as bytes; a view that the next use makes invalid. */
  view(): Uint8Array {
    if (this.#filled > 0) this.#bytes.byte(this.#bits & 0xff);
    this.#bits = 0;
    this.#filled = 0;
    return this.#bytes.view();
  }
}
