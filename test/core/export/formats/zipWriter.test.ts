import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { createZip } from '../../../../src/core/export/formats/zipWriter.ts';
import { readZip } from './readZip.ts';

/** A text that gets smaller, a text that does not, nothing at all, and bytes that are packed already. */
const FILES: readonly (readonly [path: string, bytes: Buffer, isPacked: boolean])[] = [
  ['mimetype', Buffer.from('application/epub+zip'), true],
  ['OEBPS/雾.xhtml', Buffer.from('雾散了。'.repeat(1_000)), false],
  ['a', Buffer.from('a'), false],
  ['empty', Buffer.alloc(0), false],
  ['picture.png', Buffer.from(Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 256)), true],
];

async function zipped(files: typeof FILES): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const zip = createZip(
    (piece) => {
      pieces.push(Buffer.from(piece));
      return Promise.resolve();
    },
    new Date(2026, 10, 22, 12, 34, 56),
  );
  for (const [path, bytes, isPacked] of files) await zip.add(path, bytes, isPacked);
  await zip.close();
  return Buffer.concat(pieces);
}

describe('ZIP', () => {
  test('gives every file back, packed only where that makes it smaller', async () => {
    const read = readZip(await zipped(FILES));
    expect(read.map(({ name, bytes }) => [name, bytes.toString('hex')])).toEqual(
      FILES.map(([path, bytes]) => [path, bytes.toString('hex')]),
    );
    expect(read.map(({ method }) => method)).toEqual([0, 8, 0, 0, 0]);
    for (const { flags, extraLength } of read) {
      expect(flags).toBe(0x0800);
      expect(extraLength).toBe(0);
    }
  });

  test('holds the time of day as MS-DOS has it', async () => {
    const zip = await zipped(FILES.slice(0, 1));
    expect(zip.readUInt16LE(10)).toBe((12 << 11) | (34 << 5) | 28);
    expect(zip.readUInt16LE(12)).toBe(((2026 - 1980) << 9) | (11 << 5) | 22);
  });

  test('lists more than 65,534 files as ZIP64, and fewer as every reader knows', async () => {
    const few = await zipped(FILES);
    expect(few.includes(Buffer.from('PK\u0006\u0006', 'latin1'))).toBe(false);
    const count = 65_536;
    const many = await zipped(
      Array.from({ length: count }, (_, at) => [`${at}`, Buffer.from('x'), true] as const),
    );
    const end = many.length - 22;
    expect(many.readUInt32LE(end)).toBe(0x06054b50);
    expect(many.readUInt16LE(end + 10)).toBe(0xffff);
    const locator = end - 20;
    expect(many.readUInt32LE(locator)).toBe(0x07064b50);
    const large = Number(many.readBigUInt64LE(locator + 8));
    expect(many.readUInt32LE(large)).toBe(0x06064b50);
    expect(Number(many.readBigUInt64LE(large + 32))).toBe(count);
    const list = Number(many.readBigUInt64LE(large + 48));
    expect(many.readUInt32LE(list)).toBe(0x02014b50);
    expect(list + Number(many.readBigUInt64LE(large + 40))).toBe(large);
  });
});
