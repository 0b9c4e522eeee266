import type { Charset, ReadAs } from '../../shared/charsets.ts';
import { decodeBytes, decodeStrict } from './decodeBytes.ts';
import { damageOf, droppedNuls, guessed, mixed } from './encodingFindings.ts';
import type { Finding } from './frontMatter.ts';
import { decodeLegacy } from './legacyText.ts';
import { decodeUtf32, wideByNuls, wideByText } from './wideText.ts';

/** The text of a file and what it was read as, or why it has none. */
export type DecodedText =
  | {
      readonly outcome: 'text';
      readonly text: string;
      readonly charset: Charset;
      readonly findings: readonly Finding[];
    }
  | { readonly outcome: 'not-text' | 'empty' };

/** What is known of a file besides its bytes. */
export interface DecodeHints {
  /** The bytes in strict UTF-8, where that is known already. */
  readonly utf8?: string | undefined;
  readonly readAs?: ReadAs | undefined;
  /** Language of the site, as a tag; it only tips the balance between guesses. */
  readonly lang?: string | null;
}

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

/**
 * Turns bytes into text with LF line ends: the reader's choice for the file, byte order mark, strict UTF-8, the choice for
 * the folder, the declared charset, then detection on the runs of non-ASCII bytes. What was guessed or damaged is told in
 * `findings`; nothing is dropped but NULs. Takes time in proportion to the size.
 */
export function decodeText(bytes: Uint8Array, hints: DecodeHints = {}): DecodedText {
  if (bytes.length === 0) return { outcome: 'empty' };
  const { readAs } = hints;
  if (readAs?.scope === 'file') return finish(asChosen(bytes, readAs));
  const marked = decodeMarked(bytes);
  if (marked !== null) return finish(marked);
  if (BINARY_STARTS.some((start) => start.every((byte, at) => bytes[at] === byte))) {
    return { outcome: 'not-text' };
  }
  const utf8 = hints.utf8 ?? decodeStrict(bytes, 'utf-8');
  if (utf8 !== null && !utf8.includes('\0')) return finishUtf8(bytes, utf8);
  if (readAs !== undefined) return finish(asChosen(bytes, readAs));
  return decodeUnmarked(bytes, utf8, hints);
}

/** `utf8` = the bytes in strict UTF-8 where they hold NULs, else null. */
function decodeUnmarked(
  bytes: Uint8Array,
  utf8: string | null,
  { lang = null }: DecodeHints,
): DecodedText {
  const wide = wideByNuls(bytes) ?? (utf8 === null ? wideByText(bytes) : null);
  if (wide !== null) {
    return finish({ text: decodeBytes(bytes, wide), charset: wide, findings: [guessed(wide)] });
  }
  if (utf8 !== null) return finish({ text: utf8, charset: 'utf-8', isSound: true });
  if (isBinary(bytes)) return { outcome: 'not-text' };
  const legacy = decodeLegacy(bytes, lang);
  return finish({ text: legacy.text, charset: legacy.charset, findings: findingsOf(legacy) });
}

function findingsOf({
  charset,
  isGuessed,
  foreign,
}: ReturnType<typeof decodeLegacy>): readonly Finding[] {
  if (foreign !== null) return [mixed(charset, foreign)];
  return isGuessed ? [guessed(charset)] : [];
}

/** ISO-2022-JP is written in ASCII alone, and so is sound UTF-8; its escape sequences stand in no other text. */
function finishUtf8(bytes: Uint8Array, text: string): DecodedText {
  if (text.includes('\u001B$')) {
    const japanese = decodeStrict(bytes, 'iso-2022-jp');
    if (japanese !== null && /[\u3041-\u30ff\u4e00-\u9fff]/u.test(japanese)) {
      return finish({ text: japanese, charset: 'iso-2022-jp', findings: [guessed('iso-2022-jp')] });
    }
  }
  return finish({ text, charset: 'utf-8', isSound: true });
}

interface Decoded {
  readonly text: string;
  readonly charset: Charset;
  /** True when all bytes were valid, whatever the text holds. */
  readonly isSound?: boolean;
  readonly findings?: readonly Finding[];
}

function asChosen(bytes: Uint8Array, { charset }: ReadAs): Decoded {
  return { text: decodeBytes(bytes, charset), charset };
}

function decodeMarked(bytes: Uint8Array): Decoded | null {
  const utf32 = decodeUtf32(bytes);
  if (utf32 !== null) return { text: utf32, charset: 'utf-8' };
  const charset = markOf(bytes);
  return charset === null ? null : { text: decodeBytes(bytes, charset), charset };
}

function markOf(bytes: Uint8Array): Charset | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  // Set 4 of the shifts that GB 18030 gives the mark.
  const isGb = bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33;
  return isGb ? 'gb18030' : null;
}

function finish({ text: decoded, charset, isSound = false, findings = [] }: Decoded): DecodedText {
  const nuls = decoded.includes('\0') ? decoded.split('\0').length - 1 : 0;
  if (nuls > decoded.length * MAX_NUL_SHARE) return { outcome: 'not-text' };
  const damage = damageOf(decoded, charset, isSound);
  // A browser leaves NULs out of a page's text too.
  const clean = nuls > 0 ? decoded.replaceAll('\0', '') : decoded;
  const text = clean.includes('\r') ? clean.replaceAll(/\r\n?/gu, '\n') : clean;
  const told = [
    ...findings,
    ...(damage === null ? [] : [damage]),
    ...(nuls > 0 ? [droppedNuls(nuls)] : []),
  ];
  return { outcome: 'text', text, charset, findings: told };
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
