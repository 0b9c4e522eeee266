import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What pdf.js reads in a PDF, for comparing one with another. */
interface ReadFile {
  readonly pages: readonly ReadPage[];
  /** Page from 0 and height in points of each named place. */
  readonly places: ReadonlyMap<string, ReadPlace>;
  readonly outline: readonly ReadLine[];
  /** Null where pages are counted as they lie. */
  readonly labels: readonly string[] | null;
}

/** Where a name leads. */
export interface ReadPlace {
  readonly page: number;
  /** Rounded. */
  readonly y: number;
}

interface ReadPage {
  readonly words: readonly string[];
  /** What is marked as an artifact. */
  readonly heads: readonly string[];
  /** Names of places, or addresses. */
  readonly links: readonly string[];
  /** Roles of the tags below `Document` or `Part` with the marks that they hold, as JSON. */
  readonly tags: readonly string[];
  readonly size: readonly number[];
}

/** A line of the outline, with how deep it stands (1 = outermost) and the page it leads to, from 0. */
export interface ReadLine {
  readonly title: string;
  readonly depth: number;
  readonly page: number;
}

/** Reads a file whole. */
export async function readByPdfJs(bytes: Uint8Array): Promise<ReadFile> {
  // It takes what it is given away.
  const loading = getDocument(Uint8Array.from(bytes));
  const document = await loading.promise;
  try {
    const pages = Array.from({ length: document.numPages }, (_, at) => readPage(document, at + 1));
    return {
      pages: await Promise.all(pages),
      places: await readPlaces(document),
      outline: await readOutline(document),
      labels: await document.getPageLabels(),
    };
  } finally {
    await loading.destroy();
  }
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await document.getPage(number);
  const [words, heads, links]: [string[], string[], string[]] = [[], [], []];
  const open: string[] = [];
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  for (const piece of items) {
    if ('str' in piece) (open.includes('Artifact') ? heads : words).push(piece.str.trim());
    else if (piece.type === 'endMarkedContent') open.pop();
    else open.push(String(Object(piece).tag));
  }
  for (const annotation of await page.getAnnotations()) {
    const { dest, url } = Object(annotation);
    links.push(String(dest ?? url));
  }
  const { width, height } = page.getViewport({ scale: 1 });
  return {
    words: words.filter((word) => word !== ''),
    heads: heads.filter((word) => word !== ''),
    links,
    tags: tagsBelow(await page.getStructTree()),
    size: [Math.round(width), Math.round(height)],
  };
}

const CONTAINERS = new Set(['Root', 'Document', 'Part']);

function tagsBelow(node: unknown): readonly string[] {
  const { role, children } = Object(node);
  if (!CONTAINERS.has(role)) return role === undefined ? [] : [JSON.stringify(bareTag(node))];
  return Array.isArray(children) ? children.flatMap(tagsBelow) : [];
}

/** A tag without the number of the page's object, which is another one in a book. */
function bareTag(node: unknown): unknown {
  const { role, children, type, id } = Object(node);
  if (type === 'content') return String(id).replace(/^.*_/, '');
  if (role === undefined) return type;
  return [role, ...(Array.isArray(children) ? children.map(bareTag) : [])];
}

async function readPlaces(document: PDFDocumentProxy): Promise<ReadonlyMap<string, ReadPlace>> {
  const places = new Map<string, ReadPlace>();
  for (const [name, [page, , , y]] of Object.entries(await document.getDestinations())) {
    places.set(name, { page: await document.getPageIndex(page), y: Math.round(y) });
  }
  return places;
}

async function readOutline(document: PDFDocumentProxy): Promise<readonly ReadLine[]> {
  const lines: ReadLine[] = [];
  const walk = async (nodes: readonly object[] | null, depth: number): Promise<void> => {
    for (const node of nodes ?? []) {
      const { title, dest, items } = Object(node);
      lines.push({ title, depth, page: await document.getPageIndex(dest[0]) });
      await walk(items, depth + 1);
    }
  };
  await walk(await document.getOutline(), 1);
  return lines;
}
