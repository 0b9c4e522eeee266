import { type CharacterKind, kindOf } from '../../shared/text/scripts.ts';

/**
 * Tokens of folded text, as the index keeps them, one position each:
 * - a run of letters and digits of alphabetic scripts is one token, the word;
 * - a run of an unspaced script (Han, Kana, Hangul, Thai...) is the pair of each character and the next one, and its
 *   last character alone, so that nothing matches across punctuation;
 * - where a word stands beside a word or a run with anything but one space (two words) or nothing (word and run)
 *   between, a gap token.
 * Consecutive tokens without a gap token therefore prove the literal text between them.
 */

/** Stands for punctuation beside a word. A private-use character: no word or run holds it. */
export const GAP_TOKEN = '\ue000';

/** Words are cut here (in UTF-16 units): a token must stay below FTS5's own limit of 32,768 bytes. */
const MAX_WORD_LENGTH = 256;

/** Tokens of folded text separated by spaces, ready for FTS5's `ascii` tokenizer. */
export function tokeniseText(folded: string): string {
  const output = new TokenOutput(folded.length);
  eachRun(folded, (run, previous) => {
    if (needsGap(folded, run, previous)) output.word(GAP_TOKEN);
    if (run.kind === 'word') output.word(cutWord(folded.slice(run.start, run.end)));
    else output.pairs(folded, run.start, run.end);
  });
  return output.text();
}

/** Writes tokens unit by unit: a text gives thousands, and strings for each of them would cost most of the time. */
class TokenOutput {
  #units: Uint16Array;
  #length = 0;

  constructor(expectedUnits: number) {
    this.#units = new Uint16Array(expectedUnits * 3 + 64);
  }

  word(word: string): void {
    this.#reserve(word.length + 1);
    for (let at = 0; at < word.length; at += 1) this.#push(word.charCodeAt(at));
    this.#push(SPACE);
  }

  /** As `pushPairs`. */
  pairs(text: string, start: number, end: number): void {
    let at = start;
    while (at < end) {
      const next = at + unitsAt(text, at);
      const pairEnd = next < end ? next + unitsAt(text, next) : next;
      this.#reserve(5);
      for (let unit = at; unit < pairEnd; unit += 1) this.#push(text.charCodeAt(unit));
      this.#push(SPACE);
      at = next;
    }
  }

  text(): string {
    let text = '';
    for (let at = 0; at < this.#length; at += 8_192) {
      const part = this.#units.subarray(at, Math.min(at + 8_192, this.#length));
      text += Reflect.apply(String.fromCharCode, null, part);
    }
    return text;
  }

  #push(unit: number): void {
    this.#units[this.#length] = unit;
    this.#length += 1;
  }

  #reserve(units: number): void {
    if (this.#length + units <= this.#units.length) return;
    const larger = new Uint16Array((this.#length + units) * 2);
    larger.set(this.#units);
    this.#units = larger;
  }
}

const SPACE = 0x20;

function unitsAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff ? 2 : 1;
}

/** A phrase of tokens that every match of a term contains. */
export interface TermTokens {
  readonly tokens: readonly string[];
  /** True when the last token is only the beginning of a token of the text. */
  readonly isLastPrefix: boolean;
  /** True when the phrase proves the term: no look at the text is needed. */
  readonly isProof: boolean;
}

/** Longest phrase asked of the index; a longer term is looked up by its beginning and checked against the text. */
const MAX_PHRASE_TOKENS = 64;

/**
 * Tokens for finding a folded term. `isOpenEnded` = a trailing `*` lifted the boundary at its end.
 * Empty tokens: the term is punctuation only and every text has to be looked at.
 */
export function tokeniseTerm(folded: string, isOpenEnded: boolean): TermTokens {
  const tokens: string[] = [];
  let covered = 0;
  let isProof = true;
  let isLastPrefix = false;
  eachRun(folded, (run, previous) => {
    const part = folded.slice(run.start, run.end);
    if (needsGap(folded, run, previous)) tokens.push(GAP_TOKEN);
    if (previous === null) isProof = run.start === 0;
    else isProof = isProof && isProvenSeam(folded, run, previous);
    if (run.kind === 'word') {
      isProof = isProof && part.length < MAX_WORD_LENGTH;
      tokens.push(cutWord(part));
    } else {
      pushPairs(tokens, part);
    }
    covered = run.end;
    isLastPrefix = false;
    if (run.end < folded.length) return;
    isLastPrefix = run.kind === 'word' ? isOpenEnded : openLast(tokens, part);
  });
  if (covered !== folded.length) isProof = false;
  return limited({ tokens, isLastPrefix, isProof });
}

interface Run {
  readonly kind: Exclude<CharacterKind, 'gap'>;
  readonly start: number;
  readonly end: number;
}

/**
 * The text may go on after the term's last run: its last character alone is dropped (in the text it is part of a
 * pair), or, where it is the only one, any token that begins with it will do. Answers whether it is such a beginning.
 */
function openLast(tokens: string[], run: string): boolean {
  if (run.length === ((run.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)) return true;
  tokens.pop();
  return false;
}

function limited(term: TermTokens): TermTokens {
  if (term.tokens.length <= MAX_PHRASE_TOKENS) return term;
  return { tokens: term.tokens.slice(0, MAX_PHRASE_TOKENS), isLastPrefix: false, isProof: false };
}

function isProvenSeam(folded: string, run: Run, previous: Run): boolean {
  if (run.kind === 'run' && previous.kind === 'run') return false;
  return !needsGap(folded, run, previous);
}

function needsGap(folded: string, run: Run, previous: Run | null): boolean {
  if (previous === null || (run.kind === 'run' && previous.kind === 'run')) return false;
  if (run.kind === 'word' && previous.kind === 'word') {
    return run.start !== previous.end + 1 || folded.charAt(previous.end) !== ' ';
  }
  return run.start !== previous.end;
}

function cutWord(word: string): string {
  return word.length > MAX_WORD_LENGTH ? word.slice(0, MAX_WORD_LENGTH) : word;
}

function pushPairs(tokens: string[], run: string): void {
  let character = '';
  for (const next of run) {
    if (character !== '') tokens.push(character + next);
    character = next;
  }
  tokens.push(character);
}

/** Visits the words and runs of a text in order, each with the one before it. */
function eachRun(folded: string, visit: (run: Run, previous: Run | null) => void): void {
  let previous: Run | null = null;
  let index = 0;
  while (index < folded.length) {
    const kind = kindOf(folded.codePointAt(index) ?? 0);
    const start = index;
    index = runEnd(folded, index, kind);
    if (kind === 'gap') continue;
    const run: Run = { kind, start, end: index };
    visit(run, previous);
    previous = run;
  }
}

function runEnd(folded: string, start: number, kind: CharacterKind): number {
  let index = start;
  while (index < folded.length) {
    const codePoint = folded.codePointAt(index) ?? 0;
    if (kindOf(codePoint) !== kind) return index;
    index += codePoint > 0xffff ? 2 : 1;
  }
  return index;
}
