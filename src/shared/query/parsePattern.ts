import type { QueryHint } from '../searchModel.ts';
import { termOfWord } from './queryLeaf.ts';
import type { QueryNode, TermScope } from './queryNode.ts';
import type { QueryText } from './queryText.ts';

/** What stands between slashes: escaped characters, classes (where a slash is no end) and everything else in one line. */
const PATTERN = /\/((?:[^/\\[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*\])+)\/([a-z]*)/y;

/** Letters that are flags elsewhere: a word that ends in others is an address, not a pattern. */
const FLAGS = /^[dgimsuvy]*$/;

/**
 * `/…/` or `/…/i` at this place; null (and nothing taken) when it does not read so: `/usr/local` is a word. What no
 * regular expression can be made of is a word too, with a hint.
 */
export function parsePattern(
  text: QueryText,
  openGroups: number,
  scope: TermScope,
): { readonly node: QueryNode; readonly hint: QueryHint | null } | null {
  const start = text.index;
  const match = text.next === '/' ? text.take(PATTERN) : null;
  if (match === null) return null;
  const [typed, source = '', flags = ''] = match;
  if (!text.isWordEnd(openGroups) || !FLAGS.test(flags)) {
    text.index = start;
    return null;
  }
  const ignoresCase = flags === 'i';
  if ((flags === '' || ignoresCase) && isPattern(source)) {
    return { node: { kind: 'pattern', source, ignoresCase, scope }, hint: null };
  }
  const hint: QueryHint = { code: 'bad-pattern', part: typed };
  return { node: { kind: 'term', term: termOfWord(typed), scope }, hint };
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
}
