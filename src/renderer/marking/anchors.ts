import type { QuoteAnchor } from '../../shared/annotations.ts';
import type { TextRange } from '../../shared/model.ts';
import { countVisible } from '../../shared/text/countVisible.ts';

/** Characters kept of what stands before and after a passage. */
const CONTEXT = 64;

/** What is kept of a passage. */
export function anchorOf(text: string, [start, end]: TextRange): QuoteAnchor {
  const before = countVisible(text.slice(0, start));
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    position: [before, before + countVisible(text.slice(start, end))],
  };
}

/** Where a passage stands: only where its words stand once. */
export function placeQuote(text: string, { quote }: QuoteAnchor): TextRange | null {
  const at = text.indexOf(quote);
  return at < 0 || text.includes(quote, at + 1) ? null : [at, at + quote.length];
}

/** Where a passage that has no place may belong. */
export function candidatesFor(text: string, { quote }: QuoteAnchor): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let at = text.indexOf(quote);
  while (at >= 0 && ranges.length < 3) {
    ranges.push([at, at + quote.length]);
    at = text.indexOf(quote, at + 1);
  }
  return ranges;
}
