import { Element, type AnyNode, isTag } from 'domhandler';
import { getElementsByTagName, textContent } from 'domutils';

/** A size of type for a table: its share of the text's size, padding at the sides of a cell included in the count. */
interface TableSize {
  readonly name: string | null;
  readonly share: number;
  /** Of both sides of a cell, in characters of the table. */
  readonly padding: number;
}

/** From the usual size to the smallest that can be read; they are the sizes of `resources/print.css`. */
const sizes: readonly TableSize[] = [
  { name: null, share: 0.86, padding: 1.4 },
  { name: 'wide', share: 0.74, padding: 0.7 },
  { name: 'wider', share: 0.6, padding: 0.7 },
  { name: 'widest', share: 0.48, padding: 0.5 },
];

/** Columns from which a table is set smaller even where its words would fit. */
const MOST_COLUMNS = [7, 10, 16, Infinity] as const;

/** Rows looked at to learn how wide the words of a table are. */
const LOOKED_AT = 200;

/**
 * Sets a table for a page: in the largest type in which the longest word of every column has room (`wide`, `wider`,
 * `widest`); with `breaks` where even the smallest is too large, so that words are cut; rows of heads that stand in no
 * `thead` are put into one, so that they are there again on the next page.
 *
 * @param room width of the text in characters of its size
 */
export function setTable(table: Element, room: number): void {
  const rows = ownRows(table);
  liftHeads(table, rows);
  const columns = columnWidths(rows);
  const fits = ({ share, padding }: TableSize): boolean =>
    columns.reduce((sum, width) => sum + width + padding, 0) * share <= room;
  const byCount = MOST_COLUMNS.findIndex((most) => columns.length < most);
  const bySize = sizes.findIndex(fits);
  const size = sizes[Math.max(byCount, bySize < 0 ? sizes.length - 1 : bySize)];
  const classes = [
    ...(size === undefined || size.name === null ? [] : [size.name]),
    ...(bySize < 0 ? ['breaks'] : []),
  ];
  if (classes.length === 0) return;
  const own = table.attribs['class'];
  table.attribs['class'] = [...(own === undefined || own === '' ? [] : [own]), ...classes].join(
    ' ',
  );
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

/** The widest word of each column, in characters of the table's size. */
function columnWidths(rows: readonly Element[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows.slice(0, LOOKED_AT)) {
    let column = 0;
    for (const cell of row.children.filter(isCell)) {
      const span = Math.min(
        50,
        Math.max(1, Number.parseInt(cell.attribs['colspan'] ?? '1', 10) || 1),
      );
      const width = span === 1 ? widestWord(textContent(cell)) : 0;
      for (let at = 0; at < span; at += 1, column += 1) {
        widths[column] = Math.max(widths[column] ?? 1, width);
      }
    }
  }
  return widths;
}

/** Chinese breaks anywhere, but a column of two characters cannot be read. */
const NARROWEST_HAN = 3;
const LETTER = 0.56;

function widestWord(text: string): number {
  let widest = 0;
  for (const word of text.split(/[\s\u3000\u2e80-\u312f\u3400-\u9fff\uff00-\uff65/-]+/u)) {
    widest = Math.max(widest, word.length * LETTER);
  }
  const han = text.match(/[\u3400-\u9fff]/gu)?.length ?? 0;
  return Math.max(widest, Math.min(han, NARROWEST_HAN));
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
