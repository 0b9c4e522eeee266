/** What a head or foot may say: of the section, of the book, of the page. */
const headFields = ['source', 'date', 'title', 'archive', 'book', 'page', 'pages'] as const;

/** A field of a template, written `{source}`. */
export type HeadField = (typeof headFields)[number];

/** A piece of a template. */
type HeadPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: HeadField };

/** The left, the middle or the right of a line. */
export type HeadCell = readonly HeadPart[];

/**
 * PURE. Reads `left`, `left | right` or `left | middle | right`; what stands behind a third `|` belongs to the right.
 * Braces around anything that is no field are words as written. An empty template is no cell at all.
 */
export function parseHeadTemplate(template: string): readonly HeadCell[] {
  if (template.trim() === '') return [];
  const [left = '', middle = '', ...rest] = template.split('|');
  const cells = rest.length === 0 ? [left, middle] : [left, middle, rest.join('|')];
  return (template.includes('|') ? cells : [left]).map((cell) => parseCell(cell.trim()));
}

const FIELD = new RegExp(`(\\{(?:${headFields.join('|')})\\})`, 'u');

function parseCell(cell: string): HeadCell {
  return cell.split(FIELD).flatMap((piece): HeadCell => {
    const name = /^\{([a-z]+)\}$/u.exec(piece)?.[1];
    const field = headFields.find((each) => each === name);
    if (field !== undefined) return [{ kind: 'field', field }];
    return piece === '' ? [] : [{ kind: 'text', text: piece }];
  });
}

/** The fields that a template asks for. */
export function fieldsIn(cells: readonly HeadCell[]): ReadonlySet<HeadField> {
  return new Set(cells.flat().flatMap((part) => (part.kind === 'field' ? [part.field] : [])));
}
