import { decodeStrict } from './decodeStrict.ts';
import type { Finding } from './frontMatter.ts';
import { decodeLegacy } from './legacyCharset.ts';

/** The text of a file, or why it has none. */
export type DecodedText =
  | { readonly outcome: 'text'; readonly text: string; readonly findings: readonly Finding[] }
  | { readonly outcome: 'not-text' | 'empty' };

/** Beginnings of formats that are no text whatever the file is called: PNG, JPEG, GIF, PDF, ZIP, gzip, ELF, SQLite. */
const BINARY_STARTS: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b, 0x08],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
];
/** A text with more NULs than this share of its characters is binary. */
const MAX_NUL_SHARE = 0.05;

const DAMAGED: Finding = {
  code: 'encoding-damaged',
  message: 'Some bytes of the file are not text; they are shown as � or left out.',
};

/**
 * Turns bytes into text with LF line ends: byte order mark, then strict UTF-8, then a declared charset, then detection
 * on the runs of non-ASCII bytes. What was guessed or damaged is told in `findings`; nothing is dropped but NULs.
 * `utf8` is what the bytes are in strict UTF-8, where that is known already.
 */
export function decodeText(bytes: Uint8Array, utf8?: string): DecodedText {
  if (bytes.length === 0) return { outcome: 'empty' };
  const marked = decodeMarked(bytes);
  if (marked !== null) return finish(marked, []);
  if (BINARY_STARTS.some((start) => start.every((byte, at) => bytes[at] === byte))) {
    return { outcome: 'not-text' };
  }
  const text = utf8 ?? decodeStrict(bytes, 'utf-8');
  if (text !== null && !text.includes('\0')) return finish(text, []);
  const wide = guessWide(bytes);
  if (wide !== null) return finish(new TextDecoder(wide).decode(bytes), [guessed(wide)]);
  if (text !== null) return finish(text, []);
  if (isBinary(bytes)) return { outcome: 'not-text' };
  const legacy = decodeLegacy(bytes);
  const findings = [
    ...(legacy.isGuessed ? [guessed(legacy.charset)] : []),
    ...(legacy.isDamaged ? [DAMAGED] : []),
  ];
  return finish(legacy.text, findings);
}

function guessed(charset: string): Finding {
  return {
    code: 'encoding-guessed',
    message: `The file is not UTF-8; it was read as ${charset}. Check that its characters are right.`,
  };
}

function decodeMarked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return new TextDecoder('utf-8').decode(bytes);
  }
  return null;
}

function finish(decoded: string, findings: readonly Finding[]): DecodedText {
  const nuls = decoded.includes('\0') ? decoded.split('\0').length - 1 : 0;
  if (nuls > decoded.length * MAX_NUL_SHARE) return { outcome: 'not-text' };
  // A browser leaves NULs out of a page's text too.
  const clean = nuls > 0 ? decoded.replaceAll('\0', '') : decoded;
  const isDamaged = (nuls > 0 || clean.includes('\uFFFD')) && !findings.includes(DAMAGED);
  const text = clean.includes('\r') ? clean.replaceAll(/\r\n?/gu, '\n') : clean;
  return { outcome: 'text', text, findings: isDamaged ? [...findings, DAMAGED] : findings };
}

/** UTF-16 without a mark: ASCII parts leave a NUL in every second byte. */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  const nuls = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (bytes.length % 2 !== 0 || even + odd < sample.length * 0.05) return null;
  if (odd > even * 20) return decodeStrict(bytes, 'utf-16le') === null ? null : 'utf-16le';
  if (even > odd * 20) return decodeStrict(bytes, 'utf-16be') === null ? null : 'utf-16be';
  return null;
}

/** Many control characters: pictures, archives, programs. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  let controls = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) {
      controls += 1;
    }
  }
  return controls > sample.length * 0.02;
}
