import type { TextRange } from '../../shared/model.ts';

/** A piece of a marked text: plain (`hit` null) or belonging to the hit of that number. */
export interface MarkedPiece {
  readonly text: string;
  readonly hit: number | null;
  /** Where the piece starts in the text; unique, so it serves as a key. */
  readonly start: number;
}

/** Cuts `text` (which starts at `offset` of the ranges' own text) into plain and marked pieces, in order. */
export function markedPieces(
  text: string,
  ranges: readonly TextRange[],
  offset: number,
): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let done = 0;
  for (const [hit, [from, to]] of ranges.entries()) {
    const start = Math.max(from - offset, done);
    const end = Math.min(to - offset, text.length);
    if (end <= start) continue;
    if (start > done) pieces.push({ text: text.slice(done, start), hit: null, start: done });
    pieces.push({ text: text.slice(start, end), hit, start });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: null, start: done });
  return pieces;
}
