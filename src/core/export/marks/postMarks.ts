import type { Element, ParentNode } from 'domhandler';
import { placeQuote } from '../../../shared/anchoring/placeQuote.ts';
import { prepareText } from '../../../shared/anchoring/visibleText.ts';
import type { Highlight } from '../../../shared/annotations.ts';
import type { TextRange } from '../../../shared/model.ts';
import { markRanges, type TextMark } from './markRanges.ts';
import { readTreeText } from './treeText.ts';

/** Finds words in a text: ranges in order, apart from each other. The same that marks them in the article view. */
export type HitFinder = (text: string) => readonly TextRange[];

/** What is to be marked in a post. */
export interface PostMarking {
  readonly highlights: readonly Highlight[];
  /** Null marks no hits. */
  readonly findHits: HitFinder | null;
}

/** A highlight that stands in the post. */
export interface MarkedHighlight {
  readonly highlight: Highlight;
  /** Its `mark` elements, in the order of the text; at least one. */
  readonly elements: readonly [Element, ...Element[]];
}

/** What came of marking a post. */
export interface MarkedPost {
  /** In the order of the text. */
  readonly highlights: readonly MarkedHighlight[];
  /** Highlights whose words the text does not have any more (or shows nowhere), in the order given. */
  readonly lost: readonly Highlight[];
}

/**
 * Marks highlights (`<mark class="hl hl-yellow">`) and words searched for (`<mark class="hit">`) in the tree of a post's
 * HTML, also across its elements. Only `mark` elements are put in; the text stays what it is. Call it before anything
 * else changes the tree. Highlights are placed by the rules of docs/annotations.md.
 */
export function markPost(root: ParentNode, { highlights, findHits }: PostMarking): MarkedPost {
  if (highlights.length === 0 && findHits === null) return { highlights: [], lost: [] };
  const tree = readTreeText(root);
  const prepared = prepareText(tree.text);
  const placed = highlights
    .flatMap((highlight) => {
      const range = placeQuote(prepared, highlight)?.range;
      return range === undefined ? [] : [{ highlight, range }];
    })
    .toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const hits = findHits === null ? [] : findHits(tree.text);
  const marks: readonly TextMark[] = [
    ...placed.map(({ highlight, range }) => ({
      range,
      attributes: highlightAttributes(highlight),
    })),
    ...hits.map((range) => ({ range, attributes: { class: 'hit' } })),
  ];
  const elements = markRanges(tree, marks);
  const marked = placed.flatMap(({ highlight }, at): readonly MarkedHighlight[] => {
    const [first, ...more] = elements[at] ?? [];
    return first === undefined ? [] : [{ highlight, elements: [first, ...more] }];
  });
  const found = new Set(marked.map(({ highlight }) => highlight));
  return { highlights: marked, lost: highlights.filter((highlight) => !found.has(highlight)) };
}

const highlightAttributes = ({ pen }: Highlight): Readonly<Record<string, string>> => ({
  class: `hl hl-${pen}`,
});
