/** A piece of a book's document, in what HTML and XHTML have in common; written out by `writeXml` or `writeHtml`. */
export type ChapterNode = string | ChapterElement;

/** An element. `epub:…` and `xml:…` attributes are written in XML only. */
export interface ChapterElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Read as often as the element is written. */
  readonly children: Iterable<ChapterNode>;
}

/** Makes an element; attributes that are null or undefined are left out. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string | null | undefined>>,
  children: Iterable<ChapterNode> = [],
): ChapterElement {
  const kept = Object.entries(attributes).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return { name, attributes: Object.fromEntries(kept), children };
}

/** Nodes that are made when they are written, and not kept: contents of a hundred thousand lines. */
export function lazily<T>(
  rows: readonly T[],
  nodeOf: (row: T) => ChapterNode,
): Iterable<ChapterNode> {
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield nodeOf(row);
    },
  };
}

const VOID = new Set(['br', 'wbr', 'hr', 'img', 'col', 'meta', 'link']);

/** What XML cannot hold (XML 1.0, 2.2) or should not, and halves of characters, which UTF-8 cannot. */
const NO_TEXT =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]|\p{Noncharacter_Code_Point}/gu;

/** Text without characters that no document may hold, its lines ended by `\n`. */
export function documentText(text: string): string {
  return text.toWellFormed().replaceAll(NO_TEXT, '').replaceAll(/\r\n?/gu, '\n');
}

/** Text as it stands between tags or in quotes, in XML and in HTML. */
export function escapeText(text: string): string {
  return documentText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Nodes as XHTML. */
export const writeXml = (nodes: readonly ChapterNode[]): string => piecesOf(nodes, true).join('');

/** Nodes as HTML, in pieces of which none is joined to a picture: a chapter full of them is never one string. */
export const writeHtml = (nodes: readonly ChapterNode[]): readonly string[] =>
  piecesOf(nodes, false);

/** Only pictures are as long as this. */
const LONG = 10_000;

/** Small pieces are joined up to so many characters. */
const JOINED = 65_536;

function piecesOf(nodes: readonly ChapterNode[], isXml: boolean): readonly string[] {
  const pieces = createPieces();
  const write = (node: ChapterNode): void => {
    if (typeof node === 'string') {
      pieces.put(escapeText(node));
      return;
    }
    const { name, attributes, children } = node;
    pieces.put(`<${name}`);
    for (const piece of attributePieces(attributes, isXml)) pieces.put(piece);
    if (VOID.has(name)) {
      pieces.put(isXml ? '/>' : '>');
      return;
    }
    pieces.put(isXml ? '>' : `>${lostBreak(node)}`);
    for (const child of children) write(child);
    pieces.put(`</${name}>`);
  };
  for (const node of nodes) write(node);
  return pieces.all();
}

function createPieces(): {
  readonly put: (piece: string) => void;
  readonly all: () => readonly string[];
} {
  const joined: string[] = [];
  let short: string[] = [];
  let length = 0;
  const join = (): void => {
    if (length > 0) joined.push(short.join(''));
    short = [];
    length = 0;
  };
  return {
    put: (piece) => {
      if (piece.length >= LONG) {
        join();
        joined.push(piece);
        return;
      }
      short.push(piece);
      length += piece.length;
      if (length >= JOINED) join();
    },
    all: () => {
      join();
      return joined;
    },
  };
}

function attributePieces(
  attributes: ChapterElement['attributes'],
  isXml: boolean,
): readonly string[] {
  return Object.entries(attributes)
    .filter(([key]) => isXml || !key.includes(':'))
    .flatMap(([key, value]) => {
      // The address of a picture that we made ourselves: nothing in it to escape, and it is long.
      const isPicture = value.length >= LONG && value.startsWith('data:image/');
      return [` ${key}="`, isPicture ? value : escapeText(value), '"'];
    });
}

/** HTML takes a line break right behind this tag away. */
function lostBreak({ name, children }: ChapterElement): string {
  const [first] = children;
  return name === 'pre' && typeof first === 'string' && first.startsWith('\n') ? '\n' : '';
}
