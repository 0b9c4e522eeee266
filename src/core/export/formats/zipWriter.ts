/** Where the next bytes of a ZIP archive go, at the pace of whoever takes them. */
type Write = (piece: Uint8Array) => Promise<void>;

/** A ZIP archive that is written as it grows. */
export interface ZipWriter {
  /** Adds a file by its path, `/` between parts; one that is packed already by its own format is only stored. */
  readonly add: (path: string, bytes: Uint8Array, isPacked: boolean) => Promise<void>;
  /** Writes the list of files. */
  readonly close: () => Promise<void>;
}

/**
 * Begins a ZIP archive (PKWARE APPNOTE 6.3.10). Sizes stand before every file, there are no extra fields, and of each file
 * only its line in the list is kept: libraries keep some kilobytes, half a gigabyte for a book of 100,000 posts. More than
 * 65,534 files, or four gigabytes of them, are listed as ZIP64 has it; a file alone is smaller, for it is in memory.
 */
export function createZip(write: Write, modified: Date): ZipWriter {
  const time = dosTime(modified);
  const lines: Uint8Array[] = [];
  let offset = 0;
  const put = async (piece: Uint8Array): Promise<void> => {
    await write(piece);
    offset += piece.length;
  };
  return {
    add: async (path, bytes, isPacked) => {
      const packed = isPacked ? null : await deflated(bytes);
      const isSmaller = packed !== null && packed.length < bytes.length;
      const content = isSmaller ? packed : bytes;
      const name = new TextEncoder().encode(path);
      const facts: EntryFacts = {
        method: isSmaller ? DEFLATED : STORED,
        time,
        crc: crc32(bytes),
        packedSize: content.length,
        size: bytes.length,
        nameLength: name.length,
      };
      lines.push(listLine(facts, name, offset));
      await put(joined(number(0x04034b50, 4), entryFields(facts, VERSION, 0), name));
      await put(content);
    },
    close: async () => {
      const start = offset;
      for (const line of lines) await put(line);
      await put(endOf({ count: lines.length, start, end: offset }));
    },
  };
}

const STORED = 0;
const DEFLATED = 8;
/** What a reader must know: 2.0 for folders and deflate, 4.5 for ZIP64. */
const VERSION = 20;
const VERSION_64 = 45;
/** Names are UTF-8 (bit 11). */
const FLAGS = 0x0800;
const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;

interface EntryFacts {
  readonly method: number;
  /** Time of day, then date, each of two bytes. */
  readonly time: Uint8Array;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly nameLength: number;
}

/** What the head of a file (4.3.7) and its line in the list (4.3.12) have in common. */
function entryFields(facts: EntryFacts, version: number, extraLength: number): Uint8Array {
  return joined(
    number(version, 2),
    number(FLAGS, 2),
    number(facts.method, 2),
    facts.time,
    number(facts.crc, 4),
    number(facts.packedSize, 4),
    number(facts.size, 4),
    number(facts.nameLength, 2),
    number(extraLength, 2),
  );
}

function listLine(facts: EntryFacts, name: Uint8Array, offset: number): Uint8Array {
  const isFar = offset >= MOST_BYTES;
  // ZIP64's extra field (4.5.3), with what does not fit into four bytes.
  const extra = isFar ? joined(number(1, 2), number(8, 2), number(offset, 8)) : new Uint8Array(0);
  return joined(
    number(0x02014b50, 4),
    number(isFar ? VERSION_64 : VERSION, 2),
    entryFields(facts, isFar ? VERSION_64 : VERSION, extra.length),
    // No comment, one disk, no attributes.
    new Uint8Array(10),
    number(Math.min(offset, MOST_BYTES), 4),
    name,
    extra,
  );
}

/** The end of the list (4.3.16), before it that of ZIP64 (4.3.14, 4.3.15) where it is needed. */
function endOf({
  count,
  start,
  end,
}: {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}): Uint8Array {
  const size = end - start;
  const isLarge = count >= MOST_FILES || start >= MOST_BYTES || size >= MOST_BYTES;
  const large = joined(
    number(0x06064b50, 4),
    number(44, 8),
    number(VERSION_64, 2),
    number(VERSION_64, 2),
    new Uint8Array(8),
    number(count, 8),
    number(count, 8),
    number(size, 8),
    number(start, 8),
    number(0x07064b50, 4),
    new Uint8Array(4),
    number(end, 8),
    number(1, 4),
  );
  const counted = number(Math.min(count, MOST_FILES), 2);
  return joined(
    isLarge ? large : new Uint8Array(0),
    number(0x06054b50, 4),
    new Uint8Array(4),
    counted,
    counted,
    number(Math.min(size, MOST_BYTES), 4),
    number(Math.min(start, MOST_BYTES), 4),
    new Uint8Array(2),
  );
}

/** A number of so many bytes, the lowest first. */
function number(value: number, length: 2 | 4 | 8): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  if (length === 8) view.setBigUint64(0, BigInt(value), true);
  else if (length === 4) view.setUint32(0, value, true);
  else view.setUint16(0, value, true);
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The wall clock in the form of MS-DOS: from 1980 on, in steps of two seconds. */
function dosTime(instant: Date): Uint8Array {
  const hours = (instant.getHours() << 11) | (instant.getMinutes() << 5);
  const year = Math.min(127, Math.max(0, instant.getFullYear() - 1980));
  const day = (year << 9) | ((instant.getMonth() + 1) << 5) | instant.getDate();
  return joined(number(hours | (instant.getSeconds() >> 1), 2), number(day, 2));
}

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new CompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const writing = writer.write(Uint8Array.from(bytes)).then(() => writer.close());
  const parts: Uint8Array[] = [];
  for await (const part of stream.readable) parts.push(part);
  await writing;
  return joined(...parts);
}

/** The polynomial of ZIP (4.4.7), one byte at a time. */
const CRC_STEPS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0xedb88320;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_STEPS[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
