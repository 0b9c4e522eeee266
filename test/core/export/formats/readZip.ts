import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { inflateRawSync } from 'node:zlib';

/** A file of a ZIP archive. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  /** The general purpose flags; bit 3 = sizes stand behind the file. */
  readonly flags: number;
  readonly extraLength: number;
}

/** Reads a ZIP archive by its central directory (APPNOTE 6.3.3), with nothing of the library that writes it. */
export function readZip(zip: Buffer): readonly ZipFile[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0) throw new Error('There is no end of the central directory.');
  const files: ZipFile[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const start = zip.readUInt32LE(at + 42);
    files.push(readFile(zip, { name, start, size: zip.readUInt32LE(at + 20) }));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

function readFile(zip: Buffer, { name, start, size }: Entry): ZipFile {
  const [nameLength, extraLength] = [zip.readUInt16LE(start + 26), zip.readUInt16LE(start + 28)];
  const from = start + 30 + nameLength + extraLength;
  const packed = zip.subarray(from, from + size);
  const method = zip.readUInt16LE(start + 8);
  const bytes = method === 8 ? inflateRawSync(packed) : packed;
  if (crc32(bytes) !== zip.readUInt32LE(start + 14)) throw new Error(`${name} is damaged.`);
  return { name, bytes, method, flags: zip.readUInt16LE(start + 6), extraLength };
}
