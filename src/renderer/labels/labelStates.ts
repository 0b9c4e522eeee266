import type { PostId } from '../../shared/model.ts';

/** PURE. Which labels some posts carry: all of them, some, or none. */
export type LabelState = 'all' | 'some' | 'none';

/** The state of one label: `carriers` = posts that carry it, `ids` = the posts asked about. */
export function labelStateOf(carriers: readonly PostId[], ids: ReadonlySet<PostId>): LabelState {
  if (ids.size === 0) return 'none';
  const carried = carriers.filter((id) => ids.has(id)).length;
  if (carried === 0) return 'none';
  return carried === ids.size ? 'all' : 'some';
}

/**
 * The labels that fit what is typed: those that begin with it first, else in the order given. `fold` makes two texts
 * alike that the reader takes for the same (case, width).
 */
export function fittingLabels(
  labels: readonly string[],
  typed: string,
  fold: (text: string) => string,
): readonly string[] {
  const wanted = fold(typed.trim());
  const fits = labels.filter((label) => fold(label).includes(wanted));
  const begins = (label: string): boolean =>
    fold(label)
      .split('/')
      .some((part) => part.startsWith(wanted));
  return [...fits.filter(begins), ...fits.filter((label) => !begins(label))];
}
