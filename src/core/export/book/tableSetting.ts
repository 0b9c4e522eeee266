import { Element, type AnyNode, isTag } from 'domhandler';
import { getElementsByTagName, textContent } from 'domutils';
import { addClass } from '../elementClass.ts';

/** A size of type for a table: its share of the text's size, padding at the sides of a cell included in the count. */
interface TableSize {
  readonly name: string | null;
  readonly share: number;
  /** Of both sides of a cell, in characters of the table. */
  readonly padding: number;
  /** A table of more columns is set smaller even where its words would fit. */
  readonly mostColumns: number;
}

/** From the usual size to the largest in which words are rather broken; they are the sizes of `resources/print.css`. */
const sizes: readonly [TableSize, TableSize, ...TableSize[]] = [
  { name: null, share: 0.86, padding: 1.4, mostColumns: 6 },
  { name: 'wide', share: 0.74, padding: 0.7, mostColumns: 9 },
  { name: 'wider', share: 0.6, padding: 0.7, mostColumns: 15 },
  { name: 'dense', share: 0.54, padding: 0.5, mostColumns: 15 },
  { name: 'widest', share: 0.48, padding: 0.5, mostColumns: Infinity },
  { name: 'small', share: 0.42, padding: 0.5, mostColumns: Infinity },
  { name: 'smaller', share: 0.38, padding: 0.5, mostColumns: Infinity },
  { name: 'smallest', share: 0.34, padding: 0.5, mostColumns: Infinity },
];

/** Of a table in which words are broken in any size. */
const BREAKING = sizes.findIndex(({ name }) => name === 'widest');

/** A table of so many rows stays on one page. */
const SHORT = 12;

/** Rows looked at to learn how wide the words of a table are. */
const LOOKED_AT = 200;

/** Widths in characters of the text's size. */
export interface TableRoom {
  /** Of the lines around the table. */
  readonly line: number;
  /** Of the page, where a table may reach over the margin of notes or over both columns; the same where it may not. */
  readonly page: number;
  /** True where a table should take the page as soon as it is the better for it, false where only for need. */
  readonly isFree: boolean;
}

/**
 * Sets a table for a page: over the whole page (`spans`) where the line is too narrow for it; in the largest type in
 * which the longest word of every column has room; with `breaks` where even the smallest is too large, so that words are
 * cut; rows of heads that stand in no `thead` are put into one, so that they are there again
 * on the next page. A `short` table is not cut at all.
 */
export function setTable(table: Element, { line, page, isFree }: TableRoom): void {
  const rows = ownRows(table);
  liftHeads(table, rows);
  const columns = columnWidths(rows);
  const needs = ({ share, padding }: TableSize, which: keyof ColumnWidth): number =>
    columns.reduce((sum, width) => sum + width[which] + padding, 0) * share;
  const isCramped = isFree ? needs(sizes[0], 'wanted') > line : needs(sizes[1], 'least') > line;
  const isSpanning = page > line && isCramped;
  const room = isSpanning ? page : line;
  const byCount = sizes.findIndex(({ mostColumns }) => columns.length <= mostColumns);
  const bySize = sizes.findIndex((size) => needs(size, 'least') <= room);
  const size = sizes[Math.max(byCount, bySize < 0 ? BREAKING : bySize)];
  const classes = [
    ...(size === undefined || size.name === null ? [] : [size.name]),
    ...(bySize < 0 ? ['breaks'] : []),
    ...(isSpanning ? ['spans'] : []),
    ...(rows.length <= SHORT ? ['short'] : []),
  ];
  for (const name of classes) addClass(table, name);
  if (bySize >= 0) keepShortCells(rows);
}

function ownRows(table: Element): readonly Element[] {
  return getElementsByTagName('tr', table.children).filter((row) => {
    let at = row.parent;
    while (at !== null && !(isTag(at) && at.name === 'table')) at = at.parent;
    return at === table;
  });
}

const isCell = (node: AnyNode): node is Element =>
  isTag(node) && (node.name === 'td' || node.name === 'th');

/** Widths of a column, in characters of the table's size. */
interface ColumnWidth {
  /** Of the widest word, or of a short cell that is not to be broken. */
  readonly least: number;
  /** Of the whole text of the widest cell, up to a comfortable line. */
  readonly wanted: number;
}

function columnWidths(rows: readonly Element[]): readonly ColumnWidth[] {
  const widths: ColumnWidth[] = [];
  for (const row of rows.slice(0, LOOKED_AT)) {
    let column = 0;
    for (const cell of row.children.filter(isCell)) {
      const span = spanOf(cell);
      const own = span === 1 ? cellWidth(textContent(cell).trim()) : { least: 0, wanted: 0 };
      for (let at = 0; at < span; at += 1, column += 1) {
        const { least, wanted } = widths[column] ?? { least: 1, wanted: 1 };
        widths[column] = {
          least: Math.max(least, own.least),
          wanted: Math.max(wanted, own.wanted),
        };
      }
    }
  }
  return widths;
}

const spanOf = ({ attribs }: Element): number =>
  Math.min(50, Math.max(1, Number.parseInt(attribs['colspan'] ?? '1', 10) || 1));

/** A cell of so many characters stays in one line. */
const SHORT_CELL = 8;

/** Chinese breaks anywhere, but a column of two characters cannot be read. */
const NARROWEST_HAN = 4;
const WIDEST_WANTED = 20;
const LETTER = 0.56;

/** Of the signs in numbers. */
const NARROW_SIGN = 0.3;

const HAN = /[\u2e80-\u312f\u3400-\u9fff\uf900-\ufaff\uff00-\uff65]/gu;

function cellWidth(text: string): ColumnWidth {
  const han = text.match(HAN)?.length ?? 0;
  const whole = han + lettersWidth(text) - han * LETTER;
  if (whole <= SHORT_CELL) return { least: whole, wanted: whole };
  const words = text.split(/[\s\u2e80-\u312f\u3400-\u9fff\uf900-\ufaff\uff00-\uff65/-]+/u);
  const widest = Math.max(0, ...words.map(lettersWidth));
  return {
    least: Math.max(widest, Math.min(han, NARROWEST_HAN)),
    wanted: Math.min(whole, WIDEST_WANTED),
  };
}

function lettersWidth(word: string): number {
  const narrow = word.match(/[.,:;']/gu)?.length ?? 0;
  return (word.length - narrow) * LETTER + narrow * NARROW_SIGN;
}

/** Short cells are not broken where there is room for every word. */
function keepShortCells(rows: readonly Element[]): void {
  for (const row of rows) {
    for (const cell of row.children.filter(isCell)) {
      const text = textContent(cell).trim();
      if (
        text !== '' &&
        text.length <= SHORT_CELL / LETTER &&
        cellWidth(text).wanted <= SHORT_CELL
      ) {
        addClass(cell, 'keep');
      }
    }
  }
}

/** A head is only drawn again on the next page from a `thead`. */
function liftHeads(table: Element, rows: readonly Element[]): void {
  if (table.children.some((node) => isTag(node) && node.name === 'thead')) return;
  const [first] = rows;
  if (first === undefined || rows.length < 2) return;
  const cells = first.children.filter(isCell);
  const isHead =
    cells.length > 0 &&
    cells.every(({ name, attribs }) => name === 'th' && attribs['rowspan'] === undefined);
  const { parent } = first;
  if (!isHead || parent === null) return;
  parent.children.splice(parent.children.indexOf(first), 1);
  if (first.prev !== null) first.prev.next = first.next;
  if (first.next !== null) first.next.prev = first.prev;
  const head = new Element('thead', {}, [first]);
  first.parent = head;
  first.prev = null;
  first.next = null;
  const at = table.children.findIndex(
    (node) => isTag(node) && /^(?:tbody|tr|tfoot)$/u.test(node.name),
  );
  head.parent = table;
  table.children.splice(Math.max(0, at), 0, head);
}
