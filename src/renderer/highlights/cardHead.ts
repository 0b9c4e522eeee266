import type { HighlightOrder, ListedHighlight } from '../../shared/annotations.ts';
import { assertNever } from '../../shared/result.ts';

/** PURE. What stands over the first highlight of a group. */
export type CardHead =
  | {
      readonly kind: 'post';
      readonly title: string;
      readonly source: string | null;
      readonly day: string | null;
    }
  | { readonly kind: 'pen'; readonly pen: ListedHighlight['pen'] }
  /** `YYYY-MM`; null = no date. */
  | { readonly kind: 'month'; readonly month: string | null };

const monthOf = (day: string | null): string | null => day?.slice(0, 7) ?? null;

/** The head over a highlight in this order; null inside of a group. `before` = the highlight above, null at the top. */
export function cardHead(
  highlight: ListedHighlight,
  before: ListedHighlight | null,
  order: HighlightOrder,
): CardHead | null {
  const { path, title, source, day, pen } = highlight;
  switch (order) {
    case 'post':
      return before?.path === path ? null : { kind: 'post', title, source, day };
    case 'pen':
      return before?.pen === pen ? null : { kind: 'pen', pen };
    case 'date':
      return before !== null && monthOf(before.day) === monthOf(day)
        ? null
        : { kind: 'month', month: monthOf(day) };
    case 'newest':
      return null;
    default:
      return assertNever(order);
  }
}
