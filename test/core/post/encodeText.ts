import type { Charset } from '../../../src/shared/charsets.ts';
import { decodeBytes } from '../../../src/core/post/decodeBytes.ts';

/** Characters of a charset and the bytes they are written in. */
type Codes = ReadonlyMap<string, readonly number[]>;

/** Turns text into the bytes of a charset; what it does not have becomes `?`. The platform has decoders only. */
export interface Encoder {
  readonly encode: (text: string) => Uint8Array;
  /** The text without the characters that the charset does not have. */
  readonly keep: (text: string) => string;
}

/** Reads the codes of a charset backwards out of its decoder. */
export function makeEncoder(charset: Charset): Encoder {
  if (charset === 'utf-8') return { encode: (text) => new TextEncoder().encode(text), keep: same };
  if (charset === 'utf-16le') return { encode: encodeWide, keep: same };
  if (charset === 'utf-16be') return { encode: (text) => swap(encodeWide(text)), keep: same };
  const codes = charset === 'iso-2022-jp' ? readCodes('euc-jp') : readCodes(charset);
  const keep = (text: string): string =>
    Array.from(text)
      .filter((one) => isAscii(one) || codes.has(one))
      .join('');
  const encode =
    charset === 'iso-2022-jp' ? (text: string) => encodeJis(text, codes) : plain(codes);
  return { encode, keep };
}

const same = (text: string): string => text;
const isAscii = (one: string): boolean => one.charCodeAt(0) < 0x80;

function plain(codes: Codes): Encoder['encode'] {
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((one) =>
        isAscii(one) ? [one.charCodeAt(0)] : [...(codes.get(one) ?? [0x3f])],
      ),
    );
}

function encodeWide(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}

function swap(bytes: Uint8Array): Uint8Array {
  return bytes.map((_byte, at, all) => all[at ^ 1] ?? 0);
}

/** JIS X 0208 between escape sequences; the codes are those of EUC-JP with the high bits cleared. */
function encodeJis(text: string, codes: Codes): Uint8Array {
  const bytes: number[] = [];
  let isJapanese = false;
  for (const one of text) {
    const code = codes.get(one);
    const wants = code !== undefined && code.length === 2 && code[0] !== 0x8e;
    if (wants !== isJapanese) bytes.push(0x1b, wants ? 0x24 : 0x28, 0x42);
    isJapanese = wants;
    if (wants) bytes.push(...code.map((byte) => byte & 0x7f));
    else bytes.push(isAscii(one) ? one.charCodeAt(0) : 0x3f);
  }
  if (isJapanese) bytes.push(0x1b, 0x28, 0x42);
  return Uint8Array.from(bytes);
}

function readCodes(charset: Charset): Codes {
  const codes = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const text = decodeBytes(Uint8Array.from(bytes), charset);
    if (/^[^\u0000-\u009f\ufffd\p{Co}]$/u.test(text) && !codes.has(text)) codes.set(text, bytes);
  };
  for (let byte = 0x80; byte <= 0xff; byte += 1) add([byte]);
  if (MULTI_BYTE.has(charset)) {
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) add([lead, trail]);
    }
  }
  return codes;
}

const MULTI_BYTE: ReadonlySet<Charset> = new Set<Charset>([
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
]);
