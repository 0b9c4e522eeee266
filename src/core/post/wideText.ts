import type { Charset } from '../../shared/charsets.ts';
import { decodeBytes } from './decodeBytes.ts';
import { plausibility, rankCharsets } from './guessCharset.ts';

/** UTF-16, by the order of the two bytes of a unit. */
export type WideCharset = Extract<Charset, 'utf-16le' | 'utf-16be'>;

const SAMPLE_BYTES = 4_096;
/** A file of that many NULs in one half and hardly any in the other is UTF-16. */
const NUL_SHARE = 0.05;
/** UTF-16 without a mark is rarer than any charset of one language, in nats. */
const PRIOR = 8;
/** What reads like text costs less than that for each unit, in nats. */
const MAX_COST = 8.5;

/** UTF-16 without a mark, by what ASCII leaves in it: a NUL in every second byte. Null when it does not look so. */
export function wideByNuls(bytes: Uint8Array): WideCharset | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let even = 0;
  let odd = 0;
  for (const [at, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd < sample.length * NUL_SHARE) return null;
  if (odd > even * 20) return soundOrNull(sample, 'utf-16le');
  return even > odd * 20 ? soundOrNull(sample, 'utf-16be') : null;
}

/**
 * UTF-16 of a text that has hardly any ASCII, where it reads like text and is less surprising so than in the best other
 * charset. Null when it does not look so.
 */
export function wideByText(bytes: Uint8Array): WideCharset | null {
  if (bytes.length < 6 || !mayBeWide(bytes)) return null;
  const sample = bytes.subarray(0, Math.min(SAMPLE_BYTES, bytes.length) & ~1);
  const found = (['utf-16le', 'utf-16be'] as const)
    .map((charset) => ({ charset, cost: plausibility(decodeBytes(sample, charset)) + PRIOR }))
    .toSorted((one, other) => one.cost - other.cost)[0];
  if (found === undefined || found.cost > PRIOR + (sample.length / 2) * MAX_COST) return null;
  const other = rankCharsets(sample, null)[0];
  return other === undefined || found.cost < other.cost ? found.charset : null;
}

/** Punctuation, spaces and line feeds leave control characters in UTF-16 (U+3002, U+FF0C), which no other text has. */
function mayBeWide(bytes: Uint8Array): boolean {
  return (
    bytes.length < 64 ||
    bytes.subarray(0, SAMPLE_BYTES).some((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d))
  );
}

/** Pairs of surrogates, and no units that no character has: pictures have NULs too. */
function soundOrNull(sample: Uint8Array, charset: WideCharset): WideCharset | null {
  const text = decodeBytes(sample.subarray(0, sample.length & ~1), charset);
  let odd = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xfff0 || (unit >= 0xe000 && unit < 0xf900) || (unit < 0x20 && !isSpace(unit)))
      odd += 1;
  }
  return odd <= 1 + text.length * 0.02 ? charset : null;
}

function isSpace(unit: number): boolean {
  return unit >= 0x09 && unit <= 0x0d;
}

/** UTF-32 with its mark, which no decoder of the platform knows; null when it is none. */
export function decodeUtf32(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return null;
  const isLittle = view.getUint32(0, true) === 0xfeff;
  if (!isLittle && view.getUint32(0, false) !== 0xfeff) return null;
  const parts: string[] = [];
  for (let at = 4; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, isLittle);
    const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    parts.push(isCharacter ? String.fromCodePoint(point) : '\uFFFD');
  }
  if (bytes.length % 4 !== 0) parts.push('\uFFFD');
  return parts.join('');
}
