/** One line of a PDF's outline, in the order of the book. */
export interface OutlineEntry {
  /** 1 for what stands highest, more for what is below it. */
  readonly level: number;
  readonly title: string;
  /** The id of the place in the printed document; a link to it must stand in that document. */
  readonly id: string;
}
