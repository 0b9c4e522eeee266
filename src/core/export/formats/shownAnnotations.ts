import type { Pen } from '../../../shared/annotations.ts';
import type { ExportedPost, ExportOptions } from '../../../shared/exportModel.ts';
import type { TextRange } from '../../../shared/model.ts';

/** A highlight as tables and JSON hold it. */
interface ShownHighlight {
  readonly pen: Pen;
  readonly quote: string;
  readonly note: string | null;
  readonly prefix: string;
  readonly suffix: string;
  /** In UTF-16 units of the text without white space. */
  readonly position: TextRange;
  /** ISO instants. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** What the reader wrote on a post, as far as an export is to hold it. */
export interface ShownAnnotations {
  readonly highlights: readonly ShownHighlight[];
  readonly note: string | null;
  readonly labels: readonly string[];
}

/** PURE. Labels always; highlights and notes where the export is to have them. */
export function shownAnnotations(
  { annotations }: ExportedPost,
  { hasHighlights, hasNotes }: Pick<ExportOptions, 'hasHighlights' | 'hasNotes'>,
): ShownAnnotations {
  const { highlights, note, labels } = annotations;
  return {
    highlights: hasHighlights
      ? highlights.map(({ pen, quote, note: own, prefix, suffix, position, ...when }) => ({
          pen,
          quote,
          note: hasNotes ? own : null,
          prefix,
          suffix,
          position,
          createdAt: when.createdAt,
          changedAt: when.changedAt,
        }))
      : [],
    note: hasNotes ? (note?.text ?? null) : null,
    labels,
  };
}
