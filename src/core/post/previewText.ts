import type { Charset } from '../../shared/charsets.ts';
import type { CharsetPreview } from '../../shared/model.ts';
import { decodeBytes, decodeStrict } from './decodeBytes.ts';
import { decodeText } from './decodeText.ts';
import { guessCharsets } from './guessCharset.ts';
import { countDamage } from './legacyText.ts';

/** What is looked at, and how much of it is shown. */
const HEAD_BYTES = 256 * 1024;
const MAX_LINES = 14;
const MAX_LINE = 160;
const LIKELY = 4;

/** Reads the beginning of a file as a charset; null = as it would be detected. Takes time for the beginning only. */
export function previewText(
  bytes: Uint8Array,
  charset: Charset | null,
  lang: string | null,
): CharsetPreview {
  const head = bytes.subarray(0, HEAD_BYTES);
  const read =
    charset === null ? detected(head, lang) : { text: decodeBytes(head, charset), charset };
  const isUtf8 =
    decodeStrict(bytes.length > HEAD_BYTES ? wholeCharacters(head) : head, 'utf-8') !== null;
  const guesses = guessCharsets(head, lang).map((guess) => guess.charset);
  const likely = (isUtf8 ? ['utf-8' as const, ...guesses] : guesses).slice(0, LIKELY);
  return { ...read, text: shownLines(read.text), damageCount: countDamage(read.text), likely };
}

function detected(
  head: Uint8Array,
  lang: string | null,
): { text: string; charset: Charset | null } {
  const decoded = decodeText(head, { lang });
  return decoded.outcome === 'text' ? decoded : { text: '', charset: null };
}

/** Without a UTF-8 character that the end of the sample cut. */
function wholeCharacters(head: Uint8Array): Uint8Array {
  let end = head.length;
  while (end > head.length - 4 && ((head[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return head.subarray(0, (head[end - 1] ?? 0) >= 0xc0 ? end - 1 : end);
}

function shownLines(text: string): string {
  const lines = text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const other = lines.filter((line) => /[^\u0000-\u007f]/u.test(line));
  return (other.length > 0 ? other : lines).slice(0, MAX_LINES).map(cutLine).join('\n');
}

/** A long line from shortly before what differs. */
function cutLine(line: string): string {
  const first = Math.max(0, line.search(/[^\u0000-\u007f]/u) - 20);
  const shown = line.slice(first, first + MAX_LINE);
  return `${first > 0 ? '…' : ''}${shown}${first + MAX_LINE < line.length ? '…' : ''}`;
}
