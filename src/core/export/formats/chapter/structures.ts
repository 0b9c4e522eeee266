import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { make, type ChapterNode } from './chapterNode.ts';

/** How what is inside a structure is shaped. */
export interface Shaping {
  readonly flow: (nodes: readonly AnyNode[]) => readonly ChapterNode[];
  readonly phrasing: (nodes: readonly AnyNode[]) => readonly ChapterNode[];
  readonly attributes: (element: Element, ...classes: string[]) => Record<string, string>;
}

const isBlank = (node: AnyNode): boolean =>
  !isTag(node) && !(isText(node) && node.data.trim() !== '');
/** The node as an element of one of these names; null for any other. */
const named = (node: AnyNode, names: RegExp): Element | null =>
  isTag(node) && names.test(node.name) ? node : null;

/** `ul` and `ol`: what is no item belongs to the item before it, or is one. */
export function list(element: Element, shaping: Shaping): readonly ChapterNode[] {
  const items: { readonly own: Element | null; readonly nodes: AnyNode[] }[] = [];
  for (const child of element.children) {
    if (isBlank(child)) continue;
    const own = named(child, /^li$/u);
    if (own !== null) items.push({ own, nodes: [...own.children] });
    else if (items.length === 0) items.push({ own: null, nodes: [child] });
    else items.at(-1)?.nodes.push(child);
  }
  if (items.length === 0) return [];
  const isNumbered = element.name === 'ol';
  const shaped = items.map(({ own, nodes }) => {
    const value = isNumbered ? /^-?\d{1,6}$/u.exec(own?.attribs['value'] ?? '')?.[0] : undefined;
    const isNote = /(?:^|\s)footnote-item(?:\s|$)/u.test(own?.attribs['class'] ?? '');
    const attributes = {
      ...(own === null ? {} : shaping.attributes(own)),
      ...(value === undefined ? {} : { value }),
      ...(isNote ? { 'epub:type': 'footnote' } : {}),
    };
    return make('li', attributes, shaping.flow(nodes));
  });
  return [make(element.name, shaping.attributes(element), shaped)];
}

/** `dl`: terms and descriptions by turns; what is neither describes. */
export function definitionList(element: Element, shaping: Shaping): readonly ChapterNode[] {
  const rows: ChapterNode[] = [];
  let last = 'dd';
  for (const child of element.children) {
    if (isBlank(child)) continue;
    const isTerm = named(child, /^dt$/u) !== null;
    if (!isTerm && rows.length === 0) rows.push(make('dt', {}));
    const own = named(child, /^d[td]$/u);
    const attributes = own === null ? {} : shaping.attributes(own);
    const inner = own === null ? [child] : own.children;
    rows.push(
      make(
        isTerm ? 'dt' : 'dd',
        attributes,
        isTerm ? shaping.phrasing(inner) : shaping.flow(inner),
      ),
    );
    last = isTerm ? 'dt' : 'dd';
  }
  if (rows.length === 0) return [];
  if (last === 'dt') rows.push(make('dd', {}));
  return [make('dl', shaping.attributes(element), rows)];
}

/** `figure`: one caption, first or last. */
export function figure(element: Element, shaping: Shaping): readonly ChapterNode[] {
  const parts = element.children.filter((child) => !isBlank(child));
  const captions = parts.flatMap((child) => named(child, /^figcaption$/u) ?? []);
  const [caption] = captions;
  const isAtEdge = caption !== undefined && (caption === parts[0] || caption === parts.at(-1));
  const inner = parts.flatMap((child) =>
    isAtEdge && captions.length === 1 && child === caption
      ? [make('figcaption', shaping.attributes(caption), shaping.flow(caption.children))]
      : shaping.flow([child]),
  );
  return [make('figure', shaping.attributes(element), inner)];
}

/**
 * `ruby`: bases each followed by its reading, with brackets for readers that set none. Bases that are written before all
 * their readings (`rb rb rt rt`) are taken by turns; what follows the last reading stands behind the ruby.
 */
export function ruby(element: Element, shaping: Shaping): readonly ChapterNode[] {
  const parts = pairs(
    element.children.flatMap((child) => named(child, /^rtc$/u)?.children ?? [child]),
  );
  const inner: ChapterNode[] = [];
  let rest: ChapterNode[] = [];
  let hasReading = false;
  for (const part of parts) {
    if (named(part, /^rp$/u) !== null) continue;
    const read = named(part, /^rt$/u);
    if (read !== null) {
      const reading = make('rt', shaping.attributes(read), shaping.phrasing(read.children));
      inner.push(...rest, make('rp', {}, ['（']), reading, make('rp', {}, ['）']));
      rest = [];
      hasReading = true;
    } else rest.push(...shaping.phrasing(named(part, /^rb$/u)?.children ?? [part]));
  }
  return hasReading ? [make('ruby', shaping.attributes(element), inner), ...rest] : rest;
}

function pairs(parts: readonly AnyNode[]): readonly AnyNode[] {
  const bases = parts.filter((part) => named(part, /^rb$/u) !== null);
  const readings = parts.filter((part) => named(part, /^rt$/u) !== null);
  const [, second] = bases;
  const [reading] = readings;
  if (second === undefined || reading === undefined || bases.length !== readings.length)
    return parts;
  if (parts.indexOf(second) > parts.indexOf(reading)) return parts;
  return bases.flatMap((base, at) => [base, ...readings.slice(at, at + 1)]);
}

/** `table`: caption, columns, head, bodies, foot, in that order; what is none of these stands before the table. */
export function table(element: Element, shaping: Shaping): readonly ChapterNode[] {
  const loose: ChapterNode[] = [];
  const found: TableParts = { caption: null, head: null, bodies: [], foot: null };
  for (const child of element.children) {
    if (isBlank(child)) continue;
    if (!isTag(child)) loose.push(...shaping.flow([child]));
    else if (child.name === 'caption' && found.caption === null) {
      found.caption = make('caption', shaping.attributes(child), shaping.phrasing(child.children));
    } else if (/^(?:thead|tbody|tfoot|tr|td|th)$/u.test(child.name))
      addRows(child, found, { loose, shaping });
    else if (!/^col(?:group)?$/u.test(child.name)) loose.push(...shaping.flow([child]));
  }
  const { caption, head, bodies, foot } = found;
  const sections = bodies.map(({ own, rows }) => make('tbody', own, rows));
  const parts = [caption, head, ...sections, foot].filter((part) => part !== null);
  if (parts.every((part) => part === caption)) {
    return [...loose, ...(caption === null ? [] : [make('p', {}, caption.children)])];
  }
  const shown = make('table', shaping.attributes(element), parts);
  return [...loose, make('div', { class: 'table' }, [shown])];
}

/** Rows are added to it as they come. */
interface TableBody {
  readonly own: Readonly<Record<string, string>>;
  readonly rows: ChapterNode[];
}

interface TableParts {
  caption: ReturnType<typeof make> | null;
  head: ReturnType<typeof make> | null;
  readonly bodies: TableBody[];
  foot: ReturnType<typeof make> | null;
}

interface Around {
  readonly loose: ChapterNode[];
  readonly shaping: Shaping;
}

function addRows(child: Element, found: TableParts, around: Around): void {
  const isSection = /^t(?:head|body|foot)$/u.test(child.name);
  const rows = (isSection ? child.children : [child]).flatMap((row) => rowOf(row, around));
  if (rows.length === 0) return;
  const own = isSection ? around.shaping.attributes(child) : {};
  if (child.name === 'thead' && found.head === null && found.bodies.length === 0) {
    found.head = make('thead', own, rows);
  } else if (child.name === 'tfoot' && found.foot === null) found.foot = make('tfoot', own, rows);
  else if (isSection) found.bodies.push({ own, rows });
  else addToLastBody(found, rows);
}

/** Rows without a section around them share one. */
function addToLastBody({ bodies }: TableParts, rows: readonly ChapterNode[]): void {
  const last = bodies.at(-1);
  if (last === undefined) bodies.push({ own: {}, rows: [...rows] });
  else last.rows.push(...rows);
}

function rowOf(row: AnyNode, { loose, shaping }: Around): readonly ChapterNode[] {
  if (isBlank(row)) return [];
  const alone = named(row, /^t[dh]$/u);
  if (alone !== null) return [make('tr', {}, [cellOf(alone, shaping)])];
  const own = named(row, /^tr$/u);
  if (own === null) {
    loose.push(...shaping.flow([row]));
    return [];
  }
  const cells = own.children.flatMap((cell) => {
    if (isBlank(cell)) return [];
    const known = named(cell, /^t[dh]$/u);
    return [known === null ? make('td', {}, shaping.flow([cell])) : cellOf(known, shaping)];
  });
  return cells.length === 0 ? [] : [make('tr', shaping.attributes(own), cells)];
}

/** No heading may stand in a head cell. */
function cellOf(cell: Element, shaping: Shaping): ChapterNode {
  const shaped = cell.name === 'th' ? shaping.phrasing : shaping.flow;
  return make(cell.name, shaping.attributes(cell), shaped(cell.children));
}
