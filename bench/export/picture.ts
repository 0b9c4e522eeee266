import { crc32, deflateSync } from 'node:zlib';
import { below } from '../random.ts';
import type { Random } from '../random.ts';

const WIDTH = 640;
const HEIGHT = 400;
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** A PNG of 640 × 400 dots (PNG specification, third edition): a sky in bands over a harbour of blocks, some 30 kB. */
export function drawPicture(random: Random): Uint8Array {
  const [red, green, blue] = [below(random, 200), below(random, 200), below(random, 200)];
  const roofs = Array.from({ length: 16 }, () => 120 + below(random, 220));
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const row = Buffer.alloc(1 + WIDTH * 3);
    for (let x = 0; x < WIDTH; x += 1) {
      const isHouse = y > (roofs[Math.floor(x / 40)] ?? HEIGHT);
      const grain = below(random, 6);
      row[1 + x * 3] = isHouse ? red + grain : 200 - (y >> 2) + grain;
      row[2 + x * 3] = isHouse ? green + (x % 40) : 210 - (y >> 3);
      row[3 + x * 3] = isHouse ? blue : 230;
    }
    return row;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  // Eight bits, true colour.
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), framed.length - 4);
  return framed;
}
