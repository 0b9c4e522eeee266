/** What a TrueType font program draws. */
export interface TrueTypeOutlines {
  readonly glyphCount: number;
  /** A glyph without an outline, not that of missing characters; null when every other one has one. */
  readonly blankGlyph: number | null;
}

const TABLE_BYTES = 16;

/**
 * Reads a TrueType font program (OpenType 1.9: `maxp`, `head`, `loca`). A subset that keeps the numbers of its glyphs, as
 * Skia embeds it, has many without an outline. Null when it is another form of font.
 */
export function readOutlines(font: Uint8Array): TrueTypeOutlines | null {
  const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  const [maxp, head, loca] = [
    tableOf(bytes, 'maxp'),
    tableOf(bytes, 'head'),
    tableOf(bytes, 'loca'),
  ];
  if (maxp === null || head === null || loca === null) return null;
  if (maxp.length < 6 || head.length < 52) return null;
  const glyphCount = maxp.readUInt16BE(4);
  const isLong = head.readUInt16BE(50) === 1;
  if (loca.length < (glyphCount + 1) * (isLong ? 4 : 2)) return null;
  const startOf = (glyph: number): number =>
    isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2);
  for (let glyph = glyphCount - 1; glyph > 0; glyph--) {
    if (startOf(glyph) === startOf(glyph + 1)) return { glyphCount, blankGlyph: glyph };
  }
  return { glyphCount, blankGlyph: null };
}

function tableOf(font: Buffer, tag: string): Buffer | null {
  const count = font.length < 12 ? 0 : font.readUInt16BE(4);
  for (
    let at = 12;
    at < 12 + count * TABLE_BYTES && at + TABLE_BYTES <= font.length;
    at += TABLE_BYTES
  ) {
    if (font.toString('latin1', at, at + 4) !== tag) continue;
    const start = font.readUInt32BE(at + 8);
    return font.subarray(start, start + font.readUInt32BE(at + 12));
  }
  return null;
}
