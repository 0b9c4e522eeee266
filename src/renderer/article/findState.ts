import type { SearchTerm } from '../../shared/searchModel.ts';
import { findTermRanges } from '../../shared/text/matchText.ts';
import type { Matcher } from './articleMarks.ts';
import { findLiteral, type FindRequest } from './findLiteral.ts';

/** An empty find bar; `foldsVariants` as searches do. */
export const emptyFind = (foldsVariants: boolean): FindRequest => ({
  text: '',
  isCaseSensitive: false,
  isWholeWord: false,
  foldsVariants,
});

/** No term; one value, so that nothing runs again for it. */
export const noTerms: readonly SearchTerm[] = [];

/** What to mark: the find bar's text while it is open and filled, else the search's terms; null = nothing. */
export function matcherFor(find: FindRequest | null, terms: readonly SearchTerm[]): Matcher | null {
  if (find !== null && find.text.trim() !== '') return (text) => findLiteral(text, find);
  if (terms.length > 0) return (text) => findTermRanges(text, terms);
  return null;
}

/** Longest selection that is taken over into the find bar or a search, in UTF-16 units. */
const LONGEST_PREFILL = 100;

/** The selected text of one line inside `root`; empty when nothing fitting is selected. */
export function selectedLine(root: Element | null): string {
  const selection = window.getSelection();
  if (root === null || selection === null || selection.isCollapsed) return '';
  if (!root.contains(selection.anchorNode) || !root.contains(selection.focusNode)) return '';
  const text = selection.toString().trim();
  return text.length <= LONGEST_PREFILL && !text.includes('\n') ? text : '';
}
