import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** A PDF as pdf.js reads it: what a browser's reader searches, lists and follows. White space is left out of all text. */
export interface ReadPdf {
  /** In order; page 1 is the first. */
  readonly pages: readonly ReadPage[];
  readonly outline: readonly ReadEntry[];
  /** The document information dictionary. */
  readonly information: Readonly<Record<string, unknown>>;
  readonly isTagged: boolean;
}

/** One page. */
interface ReadPage {
  /** What is not marked as an artifact. */
  readonly text: string;
  /** Heads and feet: what is. */
  readonly artifacts: string;
  /** Pages that links on it lead to, in the order of the links. */
  readonly leadsTo: readonly number[];
  /** Addresses that links on it lead to. */
  readonly addresses: readonly string[];
  /** Roles of its tags. */
  readonly roles: ReadonlySet<string>;
  /** Width and height in points. */
  readonly size: readonly [number, number];
}

/** An entry of the outline, flat; level 1 is the outermost. */
interface ReadEntry {
  readonly title: string;
  readonly level: number;
  /** Null where it leads nowhere. */
  readonly page: number | null;
}

/** Reads a whole file. Rejects when pdf.js cannot. */
export async function readPdf(file: string): Promise<ReadPdf> {
  const loading = getDocument(new Uint8Array(readFileSync(file)));
  const document = await loading.promise;
  try {
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      pages.push(await readPage(document, page));
      page.cleanup();
    }
    const metadata = await document.getMetadata();
    const marks = await document.getMarkInfo();
    return {
      pages,
      outline: await readOutline(document),
      information: Object.fromEntries(Object.entries(metadata.info)),
      isTagged: Object(marks).Marked === true,
    };
  } finally {
    await loading.destroy();
  }
}

async function readPage(document: PDFDocumentProxy, page: PDFPageProxy): Promise<ReadPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open: string[] = [];
  let [text, artifacts] = ['', ''];
  for (const piece of items) {
    if ('str' in piece) {
      if (open.includes('Artifact')) artifacts += piece.str;
      else text += piece.str;
    } else if (piece.type === 'endMarkedContent') open.pop();
    else open.push(String(Object(piece).tag));
  }
  const [leadsTo, addresses]: [number[], string[]] = [[], []];
  for (const annotation of await page.getAnnotations()) {
    const { subtype, dest, url } = Object(annotation);
    if (subtype !== 'Link') continue;
    if (typeof url === 'string') addresses.push(url);
    const target = await pageOf(document, dest);
    if (target !== null) leadsTo.push(target);
  }
  const { width, height } = page.getViewport({ scale: 1 });
  return {
    text: bare(text),
    artifacts: bare(artifacts),
    leadsTo,
    addresses,
    roles: new Set(rolesOf(await page.getStructTree())),
    size: [width, height],
  };
}

async function readOutline(document: PDFDocumentProxy): Promise<readonly ReadEntry[]> {
  const entries: ReadEntry[] = [];
  const walk = async (nodes: readonly object[] | null, level: number): Promise<void> => {
    for (const node of nodes ?? []) {
      const { title, dest, items } = Object(node);
      entries.push({ title, level, page: await pageOf(document, dest) });
      await walk(items, level + 1);
    }
  };
  await walk(await document.getOutline(), 1);
  return entries;
}

/** Page of a destination, named or spelled out; null where there is none. */
async function pageOf(document: PDFDocumentProxy, dest: unknown): Promise<number | null> {
  const spelled: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest;
  if (!Array.isArray(spelled)) return null;
  const index = await document.getPageIndex(spelled[0]);
  return index + 1;
}

function rolesOf(node: unknown): readonly string[] {
  const { role, children } = Object(node);
  const below: readonly unknown[] = Array.isArray(children) ? children : [];
  return [...(typeof role === 'string' ? [role] : []), ...below.flatMap(rolesOf)];
}

/** A text without its white space. */
export const bare = (text: string): string => text.replaceAll(/\s+/gu, '');

/**
 * Where `pieces` first fail to stand in `text` one after the other: the piece and what stands there instead; null when
 * all of them do.
 */
export function firstMissing(text: string, pieces: readonly string[]): string | null {
  let at = 0;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found === -1) return `${piece}\n  not after\n${text.slice(at, at + 300)}`;
    at = found + piece.length;
  }
  return null;
}
