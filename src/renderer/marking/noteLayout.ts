/** A note beside the text, in CSS pixels of the article's body. */
export interface NoteBox {
  /** The top of the passage it belongs to. */
  readonly wanted: number;
  readonly height: number;
}

/** Between two notes. */
const GAP = 12;

/**
 * Tops of notes, given in the order of the text: each beside its passage, pushed down where the one before is in the
 * way. What would stand below `bottom` is pushed up as far as there is room.
 */
export function layOutNotes(notes: readonly NoteBox[], bottom: number): readonly number[] {
  const tops: number[] = [];
  let free = 0;
  for (const { wanted, height } of notes) {
    const top = Math.max(wanted, free);
    tops.push(top);
    free = top + height + GAP;
  }
  let limit = Math.max(bottom, totalHeight(notes));
  for (let place = notes.length - 1; place >= 0; place -= 1) {
    const height = notes[place]?.height ?? 0;
    const top = Math.min(tops[place] ?? 0, limit - height);
    tops[place] = top;
    limit = top - GAP;
  }
  return tops;
}

const totalHeight = (notes: readonly NoteBox[]): number =>
  notes.reduce((sum, { height }) => sum + height + GAP, -GAP);
