import { kindOf } from '../../shared/text/scripts.ts';
import { GAP_KEY, STRING_KEYS, SYMBOL_KEYS, tokenText } from './tokenKeys.ts';
import { MAX_WORD_LENGTH, Tokeniser } from './tokenise.ts';

/** A token of a phrase, and where it stands from the phrase's first. */
export interface PhraseToken {
  readonly text: string;
  readonly offset: number;
}

/** What every match of a term contains. */
export interface TermTokens {
  readonly tokens: readonly PhraseToken[];
  /** True when the last token is only the beginning of a token of the text. */
  readonly isLastPrefix: boolean;
  /** Symbols of the term, each with its mark: every text with a match holds all of them. */
  readonly symbols: readonly string[];
  /** True when the phrase proves the term: no look at the text is needed. */
  readonly isProof: boolean;
}

/** Longest phrase asked of the index; a longer term is looked up by its beginning and checked against the text. */
const MAX_PHRASE_TOKENS = 64;

/**
 * Tokens for finding a folded term. `isOpenEnded` = a trailing `*` lifted the boundary at its end. Of a run only every
 * second pair is given, and its last. The tables of a `tokeniser` are large: whoever asks often has one of its own.
 */
export function tokeniseTerm(
  folded: string,
  isOpenEnded: boolean,
  tokeniser: Tokeniser = new Tokeniser(),
): TermTokens {
  const { keys, length, strings, symbols } = tokeniser.tokens(folded);
  const texts = Array.from({ length }, (_, position) => textOf(keys[position] ?? 0, strings));
  const marked = symbols.map((key) => textOf(key, strings));
  if (length === 0) {
    return { tokens: [], isLastPrefix: false, symbols: marked, isProof: isOneSymbol(folded) };
  }
  const isWhole = symbols.length === 0 && !folded.startsWith(' ') && !folded.endsWith(' ');
  const hasGap = keys.subarray(0, length).includes(GAP_KEY);
  const endsInRun = kindOf(lastCodePoint(folded)) === 'run';
  const hasCutWord = strings.some((text) => text.length >= MAX_WORD_LENGTH);
  const goesOn = kindOf(lastCodePoint(folded)) !== 'gap';
  const isLastPrefix = openEnd(texts, { endsInRun, isOpenEnded, goesOn });
  const all = texts.flatMap((text, offset) => (text === '' ? [] : [{ text, offset }]));
  const tokens = thinOut(all).slice(0, MAX_PHRASE_TOKENS);
  const isCut = tokens.at(-1)?.offset !== all.at(-1)?.offset;
  return {
    tokens,
    isLastPrefix: isLastPrefix && !isCut,
    symbols: marked,
    isProof: isWhole && !hasGap && !hasCutWord && !isCut,
  };
}

interface TermEnd {
  readonly endsInRun: boolean;
  readonly isOpenEnded: boolean;
  /** False when punctuation follows the last run: the run then ends in the text too. */
  readonly goesOn: boolean;
}

/**
 * The text may go on after the term's last run: its last character alone is dropped (in the text it is part of a
 * pair), or, where it is the only one, any token that begins with it will do. Answers whether it is such a beginning.
 */
function openEnd(texts: string[], { endsInRun, isOpenEnded, goesOn }: TermEnd): boolean {
  if (!goesOn) return false;
  if (!endsInRun) return isOpenEnded;
  const last = texts.at(-1) ?? '';
  const before = texts.at(-2) ?? '';
  const isOnlyOne = texts.length < 2 || !(before.endsWith(last) && isRunPair(before));
  if (isOnlyOne) return true;
  texts.pop();
  return false;
}

function isRunPair(token: string): boolean {
  return Array.from(token).length === 2 && kindOf(token.codePointAt(0) ?? 0) === 'run';
}

/** Leaves out pairs whose two characters stand in the pairs beside them. */
function thinOut(tokens: readonly PhraseToken[]): readonly PhraseToken[] {
  const kept: PhraseToken[] = [];
  for (const [at, token] of tokens.entries()) {
    const last = kept.at(-1);
    const next = tokens[at + 1];
    const isBetween =
      last !== undefined &&
      next !== undefined &&
      last.offset === token.offset - 1 &&
      next.offset === token.offset + 1 &&
      isRunPair(last.text) &&
      isRunPair(token.text) &&
      isRunPair(next.text);
    if (!isBetween) kept.push(token);
  }
  return kept;
}

function textOf(key: number, strings: readonly string[]): string {
  if (key === GAP_KEY) return '';
  if (key >= STRING_KEYS && key < SYMBOL_KEYS) return strings[key - STRING_KEYS] ?? '';
  return tokenText(key);
}

function isOneSymbol(folded: string): boolean {
  const [only] = folded;
  return only !== undefined && only.length === folded.length && only !== ' ';
}

function lastCodePoint(text: string): number {
  return Array.from(text.slice(-2)).at(-1)?.codePointAt(0) ?? 0;
}
