import type { TextRange } from '../../shared/model.ts';
import { isTouchedByVariants, VARIANTS } from '../../shared/text/variants.ts';

/** What the find bar looks for. */
export interface FindRequest {
  readonly text: string;
  readonly isCaseSensitive: boolean;
  /** Latin words and numbers must stand alone; Han characters have no word borders to ask for. */
  readonly isWholeWord: boolean;
  /** Traditional characters match Simplified ones and the other way round. */
  readonly foldsVariants: boolean;
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_]/u;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/**
 * Places of a text typed into the find bar, ascending and without overlap, in UTF-16 units. White space matches any
 * white space (a line break of the source too). Empty when nothing was typed.
 */
export function findLiteral(text: string, request: FindRequest): readonly TextRange[] {
  const typed = request.text.trim();
  if (typed === '') return [];
  const folds = request.foldsVariants && isTouchedByVariants(typed);
  const wanted = folds ? foldVariants(typed) : typed;
  const pattern = new RegExp(
    wanted.split(/\s+/u).map(escape).join('\\s+'),
    request.isCaseSensitive ? 'gu' : 'giu',
  );
  const ranges: TextRange[] = [];
  for (const match of (folds ? foldVariants(text) : text).matchAll(pattern)) {
    const range: TextRange = [match.index, match.index + match[0].length];
    if (!request.isWholeWord || standsAlone(text, range)) ranges.push(range);
  }
  return ranges;
}

/** Simplified characters for Traditional ones; places stay the same, unit by unit. */
function foldVariants(text: string): string {
  let folded = '';
  let done = 0;
  let at = 0;
  for (const character of text) {
    const plain = VARIANTS.get(character);
    if (plain !== undefined && plain.length === character.length) {
      folded += text.slice(done, at) + plain;
      done = at + character.length;
    }
    at += character.length;
  }
  return folded + text.slice(done);
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

function standsAlone(text: string, [start, end]: TextRange): boolean {
  return (
    !joins(charBefore(text, start), charAt(text, start)) &&
    !joins(charBefore(text, end), charAt(text, end))
  );
}

/** True when no word border lies between two neighbouring characters. */
function joins(left: string, right: string): boolean {
  return isWordCharacter(left) && isWordCharacter(right);
}

function isWordCharacter(character: string): boolean {
  return WORD_CHARACTER.test(character) && !UNSPACED.test(character);
}

function charAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function charBefore(text: string, at: number): string {
  const last = text.charAt(at - 1);
  const isLowSurrogate = last >= '\uDC00' && last <= '\uDFFF';
  return isLowSurrogate ? text.slice(at - 2, at) : last;
}
