import type { PostPiece } from './cutPost.ts';

/** Tables with fewer rows are laid out by the browser, which looks at every cell for the widths of the columns. */
const FEWEST_ROWS = 100;

/** Cells of a piece, and rows. */
const CELLS_A_PIECE = 250;

/** A column is at least and at most so wide, in em of the table, as cells of all tables are. */
const NARROWEST = 3;
const WIDEST = 20;

/** Padding and a little room for what a count of characters does not know, in pixels. */
const PADDING = 28;

/** Makes a piece of some nodes that belong into an element. */
type Hold = (nodes: readonly Node[], into: Element | null, weight: number) => PostPiece;

/**
 * Cuts a long table into pieces of rows and fixes the widths of its columns, so that every piece is laid out alone. Null
 * where that cannot be: few rows, cells that span several, tables in tables.
 */
export function cutTable(table: Element, hold: Hold): readonly PostPiece[] | null {
  const rows = Array.from(table.querySelectorAll('tr'));
  const spans = table.querySelector('[rowspan], [colspan], table, caption');
  if (rows.length < FEWEST_ROWS || spans !== null) return null;
  const columns = columnsOf(
    rows.map((row) => Array.from(row.children, (cell) => cell.textContent)),
  );
  const pieces: PostPiece[] = [];
  for (const body of Array.from(table.children)) {
    if (body.tagName !== 'TBODY') continue;
    const inBody = Array.from(body.children);
    const size = Math.max(10, Math.floor(CELLS_A_PIECE / (columns.length + 1)));
    body.remove();
    for (let at = 0; at < inBody.length; at += size) {
      const part = table.ownerDocument.createElement('tbody');
      part.append(...inBody.slice(at, at + size));
      const piece = hold([part], table, size * (columns.length + 1));
      pieces.push({ ...piece, finish: () => nameParts(part) });
    }
  }
  const [first, ...others] = pieces;
  if (first === undefined) return null;
  const start = (): void => {
    first.finish?.();
    layOut(table, columns);
  };
  return [{ ...first, finish: start }, ...others];
}

/** Sets the widths of a table's columns; how its parts are laid out then, reading.css says. */
function layOut(table: Element, columns: readonly number[]): void {
  if (!(table instanceof HTMLElement)) return;
  table.classList.add('long');
  const tracks = columns.map((width) => `calc(${width.toFixed(1)}em + ${PADDING}px)`);
  table.style.setProperty('--columns', tracks.join(' '));
  table.role = 'table';
  for (const part of table.querySelectorAll('thead, tfoot')) nameParts(part);
}

/** Rows that are laid out as grids stay rows to a screen reader. */
function nameParts(part: Element): void {
  part.role = 'rowgroup';
  for (const row of part.children) {
    row.role = 'row';
    for (const cell of row.children) cell.role = cell.tagName === 'TH' ? 'columnheader' : 'cell';
  }
}

/** Widths of columns in em, from the longest text of each. */
export function columnsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, text] of row.entries()) {
      const width = (widths[column] ?? 0) >= WIDEST ? WIDEST : widthOf(text);
      widths[column] = Math.max(widths[column] ?? NARROWEST, width);
    }
  }
  return widths;
}

/** Width of a text in em: characters of full width count as one, others as a good half. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text.trim()) {
    width += character > '\u2E7F' ? 1 : 0.56;
    if (width >= WIDEST) return WIDEST;
  }
  return width;
}
