import type { Charset } from '../../shared/charsets.ts';
import { decodeBytes, decodeStrict } from './decodeBytes.ts';
import { declaredCharset, declaredLanguage } from './declaredCharset.ts';
import type { Guess } from './guessCharset.ts';
import { guessCharsets, plausibility, rankCharsets } from './guessCharset.ts';
import type { LineSpan, Utf8Lines } from './utf8Lines.ts';
import { sortLines } from './utf8Lines.ts';

/** Text of a file that is neither marked nor valid UTF-8. */
export interface LegacyText {
  readonly text: string;
  readonly charset: Charset;
  /** False when the file itself names the charset, or it is UTF-8 with a few bad bytes. */
  readonly isGuessed: boolean;
  /** The first line (from 1) and the number of lines that are in `charset` where the rest is UTF-8; null = all of it. */
  readonly foreign: { readonly line: number; readonly count: number } | null;
}

/** Fewer non-ASCII bytes than that in another charset amid UTF-8 are damage, not text. */
const MIN_FOREIGN_BYTES = 4;
/** Text of another charset amid UTF-8 is taken only where it reads like text: nats for each of its bytes, at most. */
const MAX_FOREIGN_COST = 5.5;
/** What a file says is not believed where another charset is so much likelier, in nats. */
const DISBELIEF = 40;
/** Guesses this close to the best are tried on the whole file, in nats. */
const CLOSE = 15;

/**
 * Decodes bytes that are not UTF-8: UTF-8 with few bad bytes, the declared charset, lines of another charset amid UTF-8,
 * then whatever charset makes the least surprising text. `lang` is what the site says.
 */
export function decodeLegacy(bytes: Uint8Array, lang: string | null): LegacyText {
  const lines = sortLines(bytes);
  if (lines.foreignBytes === 0) return whole(decodeBytes(bytes, 'utf-8'), 'utf-8', false);
  const language = declaredLanguage(bytes) ?? lang;
  const mixed = lines.soundCount > 0 ? decodeMixed(bytes, lines, language) : null;
  if (mixed !== null) return mixed;
  const guesses = guessCharsets(bytes, language);
  const declared = asDeclared(bytes, guesses);
  if (declared !== null) return declared;
  return decodeGuessed(bytes, guesses);
}

function whole(text: string, charset: Charset, isGuessed: boolean): LegacyText {
  return { text, charset, isGuessed, foreign: null };
}

/** The declared charset, unless bytes have no meaning in it, or they plainly are another one. */
function asDeclared(bytes: Uint8Array, guesses: readonly Guess[]): LegacyText | null {
  const declared = declaredCharset(bytes);
  // What was read as ASCII is no UTF-16, and UTF-8 was tried.
  if (declared === null || declared === 'utf-8' || declared.startsWith('utf-16')) return null;
  if (isDisbelieved(declared, guesses)) return null;
  const text = decodeStrict(bytes, declared);
  if (text !== null) return whole(text, declared, false);
  const isBest = guesses[0]?.charset === declared;
  return isBest ? whole(decodeBytes(bytes, declared), declared, false) : null;
}

/** Every byte fits Western charsets, and editors named them unasked; of others more proof is wanted. */
function isDisbelieved(declared: Charset, guesses: readonly Guess[]): boolean {
  const [best] = guesses;
  const own = guesses.find(({ charset }) => charset === declared);
  if (best === undefined || own === undefined || own.cost <= best.cost + DISBELIEF) return false;
  return isWestern(declared) || own.cost > best.cost * 1.6;
}

function isWestern(charset: Charset): boolean {
  return charset === 'windows-1252' || charset === 'iso-8859-15' || charset === 'macintosh';
}

/** The likeliest charset; of those nearly as likely, the one in which fewest bytes are damaged. */
function decodeGuessed(bytes: Uint8Array, guesses: readonly Guess[]): LegacyText {
  const [first] = guesses;
  const limit = (first?.cost ?? 0) + CLOSE;
  let best: { readonly text: string; readonly charset: Charset; readonly damage: number } | null =
    null;
  for (const { charset, cost } of guesses) {
    if (cost > limit) break;
    const text = decodeBytes(bytes, charset);
    const damage = countDamage(text);
    if (best === null || damage < best.damage) best = { text, charset, damage };
    if (damage === 0) break;
  }
  return whole(best?.text ?? decodeBytes(bytes, 'utf-8'), best?.charset ?? 'utf-8', true);
}

/**
 * A file of UTF-8 and of another charset, line by line. Null when all of it is in the other one: some of its lines may
 * pass for UTF-8 by chance.
 */
function decodeMixed(
  bytes: Uint8Array,
  lines: Utf8Lines,
  language: string | null,
): LegacyText | null {
  const foreign = join(bytes, lines.spans, 'foreign');
  const [guess] = guessCharsets(foreign, language);
  if (guess === undefined) return null;
  const own = join(bytes, lines.spans, 'utf-8').subarray(0, SAMPLE_BYTES);
  if (!isReallyUtf8(own, guess)) return null;
  if (lines.foreignBytes < MIN_FOREIGN_BYTES || !readsWell(foreign, guess)) {
    return whole(decodeBytes(bytes, 'utf-8'), 'utf-8', false);
  }
  const parts: string[] = [];
  let line = 1;
  let first = 0;
  let foreignCount = 0;
  for (const { kind, start, end } of lines.spans) {
    const part = bytes.subarray(start, end);
    parts.push(decodeBytes(part, kind === 'foreign' ? guess.charset : 'utf-8'));
    const count = countLines(part);
    if (kind === 'foreign') {
      if (foreignCount === 0) first = line;
      foreignCount += countForeign(part);
    }
    line += count;
  }
  const found = { line: first, count: foreignCount };
  return { text: parts.join(''), charset: guess.charset, isGuessed: true, foreign: found };
}

const SAMPLE_BYTES = 8_192;

/** Whether lines that pass for UTF-8 are less surprising so than in the charset of the others. */
function isReallyUtf8(sample: Uint8Array, guess: Guess): boolean {
  const asUtf8 = plausibility(decodeBytes(sample, 'utf-8'));
  const asGuess = rankCharsets(sample, null).find(({ charset }) => charset === guess.charset)?.cost;
  return asGuess === undefined || asUtf8 < asGuess;
}

function readsWell(foreign: Uint8Array, guess: Guess): boolean {
  const sample = foreign.subarray(0, SAMPLE_BYTES);
  if (countDamage(decodeBytes(sample, guess.charset)) > 0) return false;
  const high = sample.filter((byte) => byte >= 0x80).length;
  const plain = plausibility(
    decodeBytes(
      sample.filter((byte) => byte < 0x80),
      'utf-8',
    ),
  );
  return guess.cost - plain <= high * MAX_FOREIGN_COST + 5;
}

/** Lines that are not all ASCII. */
function countForeign(bytes: Uint8Array): number {
  let count = 0;
  let isForeign = false;
  for (const byte of bytes) {
    if (byte >= 0x80) isForeign = true;
    if (byte !== 0x0a) continue;
    if (isForeign) count += 1;
    isForeign = false;
  }
  return isForeign ? count + 1 : count;
}

function join(bytes: Uint8Array, spans: readonly LineSpan[], kind: LineSpan['kind']): Uint8Array {
  const wanted = spans.filter((span) => span.kind === kind);
  const joined = new Uint8Array(wanted.reduce((sum, { start, end }) => sum + end - start, 0));
  let length = 0;
  for (const { start, end } of wanted) {
    joined.set(bytes.subarray(start, end), length);
    length += end - start;
  }
  return joined;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === 0x0a) count += 1;
  return count;
}

/** Characters that no byte gave. */
export function countDamage(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) count += 1;
  return count;
}
