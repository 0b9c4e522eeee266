/** A picture, or a table that is kept whole, as it stands on its page. Lengths in CSS pixels from the page's upper edge. */
export interface Standing {
  readonly kind: 'picture' | 'table';
  /** Number of its post in the document: posts are laid out one after the other. */
  readonly chapter: number;
  readonly page: number;
  /** Upper edge of what came to this page with it: headings above it, or itself. */
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  /** Height that it had before it was made smaller. */
  readonly fullHeight: number;
  /** What has to stand below it on its page: its caption, or two lines of what follows. */
  readonly tail: number;
  /** Where the text before it ends. */
  readonly beforePage: number;
  readonly beforeBottom: number;
}

/** What is done with one of them: a picture becomes so high, a table may be cut between rows. */
export interface Fitting {
  /** Its place in the list. */
  readonly index: number;
  /** Of a picture; null for a table. */
  readonly height: number | null;
}

/** White that is left at a page's foot is not seen as a hole up to this share of the page. */
const SMALL_HOLE = 0.1;

/** Of a table: cut between two rows only where it would leave more than this share of the page white. */
const SMALL_TABLE_HOLE = 0.2;

/** Nothing is made smaller than this share of its size: what can be seen in a picture is worth more than a full page. */
const SMALLEST = 0.55;

/** Space above the picture that a page's upper edge swallowed, and what a line may differ by. */
const SPARE_LINES = 1;

/**
 * PURE. Where a picture went to the next page and left a hole behind, how high it may be to stand in that hole. The first
 * of each post only: all that follows it moves.
 */
export function fitStandings(
  standings: readonly Standing[],
  { pageHeight, lineHeight }: { readonly pageHeight: number; readonly lineHeight: number },
): readonly Fitting[] {
  const seen = new Set<number>();
  return standings.flatMap((standing, index): readonly Fitting[] => {
    const { kind, chapter, top, bottom, height, fullHeight, tail } = standing;
    const isPushed = standing.page === standing.beforePage + 1 && top < lineHeight;
    if (seen.has(chapter) || !isPushed) return [];
    const hole = pageHeight - standing.beforeBottom;
    const isHole = hole > pageHeight * (kind === 'table' ? SMALL_TABLE_HOLE : SMALL_HOLE);
    if (!isHole) return [];
    if (kind === 'table') {
      seen.add(chapter);
      return [{ index, height: null }];
    }
    const around = bottom - top - height + tail + SPARE_LINES * lineHeight;
    const room = Math.floor(hole - around);
    if (room >= height || room < fullHeight * SMALLEST) return [];
    seen.add(chapter);
    return [{ index, height: room }];
  });
}

/** Pages of a post, and how much of the last one it fills, in CSS pixels. */
export interface PostLength {
  readonly pages: number;
  readonly last: number;
}

/** So many lines are too few for a page of their own. */
const FEW_LINES = 4.5;

/** PURE. Numbers of the posts of which only a few lines stand on their last page. */
export function shortEnds({
  lengths,
  lineHeight,
}: {
  readonly lengths: readonly PostLength[];
  readonly lineHeight: number;
}): readonly number[] {
  return lengths.flatMap(({ pages, last }, at) =>
    pages > 1 && last < FEW_LINES * lineHeight ? [at] : [],
  );
}
