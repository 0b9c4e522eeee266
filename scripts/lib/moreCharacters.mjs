/**
 * Which characters go into which of the faces that `scripts/more-faces.mjs` makes.
 */

const isIn = (blocks) => (character) =>
  blocks.some(([from, to]) => from <= character && character <= to);

/** Letters of Latin, Greek and Cyrillic, their marks, signs and fractions. */
export const isLetter = isIn([
  [0x20, 0x52f],
  [0x1ab0, 0x1aff],
  [0x1c80, 0x1c8f],
  [0x1d00, 0x1fff],
  [0x2000, 0x20cf],
  [0x2100, 0x215f],
  [0x2189, 0x2189],
  [0x2c60, 0x2c7f],
  [0x2de0, 0x2e7f],
  [0xa640, 0xa7ff],
  [0xab30, 0xab6f],
  [0xfb00, 0xfb06],
  [0xfe20, 0xfe2f],
]);

/** Arabic letters, their marks, signs and numbers, and the forms of letters. */
export const isArabic = isIn([
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
]);

/** Radicals and doubles of ideographs: in Chinese fonts they are glyphs of other characters. */
const isForm = isIn([
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
  [0x2f800, 0x2fa1f],
]);

const isIdeograph = (character) => /\p{Unified_Ideograph}/u.test(String.fromCodePoint(character));

/** Of Western letters a Chinese face draws those of pinyin and its tones only; the others stand in one face with their like. */
export function isFar(character) {
  const text = String.fromCodePoint(character);
  if (isForm(character) || /\p{M}/u.test(text)) return true;
  return character < 0x2000 && !/[\p{Script=Latin}ˇˉˊˋ˙]/u.test(text);
}

/** Whether a character is one that readers meet: in Google's slices, in GB 2312, of Big5's first level, or a sign. */
export function oftenUsed(slices) {
  const listed = new Set([
    ...slices,
    ...decodable('gbk', [0xa1, 0xf7], [0xa1, 0xfe]),
    ...decodable('big5', [0xa4, 0xc6], [0x40, 0xfe]),
  ]);
  return (character) => listed.has(character) || !isIdeograph(character);
}

function decodable(charset, [firstLead, lastLead], [firstTrail, lastTrail]) {
  const decoder = new TextDecoder(charset);
  const found = [];
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = firstTrail; trail <= lastTrail; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd') found.push(text.charCodeAt(0));
    }
  }
  return found;
}

/**
 * Of characters that are one glyph (pairs of character and glyph) only the first, ideographs before others: what is copied
 * from a PDF has one character for each glyph.
 */
export function leadingCharacters(pairs) {
  const leading = new Map();
  for (const [character, glyph] of pairs.toSorted(([a], [b]) => a - b)) {
    const first = leading.get(glyph);
    if (first === undefined || (isIdeograph(character) && !isIdeograph(first))) {
      leading.set(glyph, character);
    }
  }
  return [...leading.values()];
}
