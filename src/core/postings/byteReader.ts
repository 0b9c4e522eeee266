/** Reads varints (see `ByteWriter`) from a place on; `at` moves along. Reading past the end gives 0. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next unsigned integer. */
  varint(): number {
    const first = this.bytes[this.at++] ?? 0;
    return first < 0x80 ? first : this.#rest(first & 0x7f);
  }

  /** Passes over integers without reading them. */
  skip(count: number): void {
    let left = count;
    let at = this.at;
    const { bytes } = this;
    while (left > 0 && at < bytes.length) if ((bytes[at++] ?? 0) < 0x80) left -= 1;
    this.at = at;
  }

  #rest(low: number): number {
    let value = low;
    for (let shift = 7; ; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80 || shift > 28) return value >>> 0;
    }
  }
}
