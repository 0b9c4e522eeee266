/**
 * Two-byte GBK codes by character, read backwards out of the platform's own decoder.
 * Node has a GBK decoder but no encoder (WHATWG Encoding Standard, section 10.1).
 */
const GBK_CODES: ReadonlyMap<string, readonly [number, number]> = readGbkCodes();

/**
 * `text` as GBK bytes. ASCII stays as it is; a character that GBK does not have becomes `?`.
 */
export function encodeGbk(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x80) bytes.push(codePoint);
    else bytes.push(...(GBK_CODES.get(character) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}

/**
 * The 3,755 everyday Chinese characters of GB 2312, level 1 (rows 16 to 55), in the order of the
 * standard.
 */
export function everydayHan(): readonly string[] {
  return hanOfRows(0xb0, 0xd7);
}

/** The 3,008 rarer characters of GB 2312, level 2 (rows 56 to 87), in the order of the standard. */
export function rareHan(): readonly string[] {
  return hanOfRows(0xd8, 0xf7);
}

function hanOfRows(first: number, last: number): readonly string[] {
  const characters: string[] = [];
  for (const [character, [lead, trail]] of GBK_CODES) {
    if (lead >= first && lead <= last && trail >= 0xa1) characters.push(character);
  }
  return characters;
}

function readGbkCodes(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk', { fatal: false });
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      // One character, and neither the decoder's replacement character nor private use.
      if (/^[^\ufffd\p{Co}]$/u.test(character) && !codes.has(character)) {
        codes.set(character, [lead, trail]);
      }
    }
  }
  return codes;
}
