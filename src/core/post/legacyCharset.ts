import { detect } from 'jschardet';
import { decodeStrict } from './decodeStrict.ts';

/** Text of a file that is neither marked nor valid UTF-8. */
export interface LegacyText {
  readonly text: string;
  /** Name as the Encoding Standard spells it, for example `gb18030`. */
  readonly charset: string;
  /** False when the file itself names the charset, or it is UTF-8 with a few bad bytes. */
  readonly isGuessed: boolean;
  readonly isDamaged: boolean;
}

/** Bytes of non-ASCII runs given to the detector; more does not make it surer. */
const MAX_SAMPLE = 20_000;
const DECLARATIONS: readonly RegExp[] = [
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*(?<name>[\w:.-]{2,40})/iu,
  /<\?xml[^>]{0,100}?encoding\s*=\s*["'](?<name>[\w:.-]{2,40})/iu,
  /^(?:charset|encoding)\s*:\s*["']?(?<name>[\w:.-]{2,40})/imu,
  /-\*-.{0,60}?coding\s*[:=]\s*(?<name>[\w:.-]{2,40})/iu,
];
/** Detector's names -> the superset that the Encoding Standard decodes. */
const SUPERSETS: ReadonlyMap<string, string> = new Map([
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb18030', 'gb18030'],
  ['x-gbk', 'gb18030'],
  ['cp936', 'gb18030'],
  ['big5', 'big5'],
  ['big5-hkscs', 'big5'],
  ['euc-tw', 'big5'],
  ['iso-8859-1', 'windows-1252'],
  ['ascii', 'windows-1252'],
  ['maccyrillic', 'x-mac-cyrillic'],
  ['cp949', 'euc-kr'],
  ['johab', 'euc-kr'],
]);

/**
 * Decodes bytes that are not UTF-8: UTF-8 with few bad bytes, the declared charset, Windows-1252 where single
 * accented letters stand among ASCII (the detector takes `Café déjà vu` for Cyrillic), then jschardet on the runs of
 * non-ASCII bytes alone, which is what makes it right on texts that are mostly ASCII.
 */
export function decodeLegacy(bytes: Uint8Array): LegacyText {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  if (isDamagedUtf8(lossy)) {
    return { text: lossy, charset: 'utf-8', isGuessed: false, isDamaged: true };
  }
  const declared = declaredCharset(bytes);
  const asDeclared = declared === null ? null : decodeStrict(bytes, declared);
  if (declared !== null && asDeclared !== null) {
    return { text: asDeclared, charset: declared, isGuessed: false, isDamaged: false };
  }
  return decodeGuessed(bytes, declared, lossy);
}

function decodeGuessed(bytes: Uint8Array, declared: string | null, lossy: string): LegacyText {
  for (const charset of guesses(bytes)) {
    // Every byte fits Windows-1252; where whole characters of UTF-8 stand, it is that with many bad bytes.
    if (charset === 'windows-1252' && /[\u0800-\ufffc]/u.test(lossy)) {
      return { text: lossy, charset: 'utf-8', isGuessed: false, isDamaged: true };
    }
    const text = decodeStrict(bytes, charset);
    if (text !== null) return { text, charset, isGuessed: true, isDamaged: false };
  }
  // No charset fits every byte: the likeliest one, with U+FFFD where it does not.
  const charset = declared ?? guesses(bytes)[0] ?? 'utf-8';
  const text = charset === 'utf-8' ? lossy : decodeLossy(bytes, charset);
  return { text: text ?? lossy, charset, isGuessed: declared === null, isDamaged: true };
}

function decodeLossy(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // RangeError: a charset that is not known here.
    return null;
  }
}

/** Valid sequences of three or four bytes hardly occur by chance, so many of them against few errors is UTF-8. */
function isDamagedUtf8(lossy: string): boolean {
  let errors = 0;
  let long = 0;
  let short = 0;
  for (let at = 0; at < lossy.length; at += 1) {
    const unit = lossy.charCodeAt(at);
    if (unit === 0xfffd) errors += 1;
    else if (unit > 0x7ff) long += 1;
    else if (unit > 0x7f) short += 1;
  }
  return long >= errors * 2 || short >= errors * 8;
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  for (const pattern of DECLARATIONS) {
    const name = pattern.exec(head)?.groups?.['name']?.toLowerCase();
    if (name !== undefined && decodeLossy(new Uint8Array(), SUPERSETS.get(name) ?? name) !== null) {
      return SUPERSETS.get(name) ?? name;
    }
  }
  return null;
}

function guesses(bytes: Uint8Array): readonly string[] {
  const runs = nonAsciiRuns(bytes);
  if (isAccentedLatin(runs)) return ['windows-1252'];
  const detected = detect(latin1(runs), { minimumThreshold: 0 }).encoding?.toLowerCase();
  // A run that begins with FF FE looks like a byte order mark to the detector; a real one was looked for before.
  const isKnown = detected !== undefined && !detected.startsWith('utf-');
  const first = isKnown ? [SUPERSETS.get(detected) ?? detected] : [];
  return [...new Set([...first, 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252'])];
}

interface Runs {
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly singles: number;
}

function nonAsciiRuns(bytes: Uint8Array): Runs {
  const kept = new Uint8Array(Math.min(bytes.length, MAX_SAMPLE));
  let length = 0;
  let count = 0;
  let singles = 0;
  let run = 0;
  for (const byte of bytes) {
    if (length >= kept.length) break;
    if (byte >= 0x80) {
      kept[length] = byte;
      length += 1;
      run += 1;
    } else if (run > 0) {
      count += 1;
      if (run === 1) singles += 1;
      run = 0;
    }
  }
  if (run > 0) count += 1;
  if (run === 1) singles += 1;
  return { bytes: kept.subarray(0, length), count, singles };
}

/** Lone bytes between ASCII, nearly all of them letters or quotation marks of Windows-1252. */
function isAccentedLatin({ bytes, count, singles }: Runs): boolean {
  if (singles < count * 0.8) return false;
  const letters = bytes.filter((byte) => byte >= 0xc0 || (byte >= 0x91 && byte <= 0x97)).length;
  return letters >= bytes.length * 0.7;
}

function latin1(runs: Runs): string {
  return Array.from(runs.bytes, (byte) => String.fromCharCode(byte)).join('');
}
