import { readEntries, referenceOf } from './pdfSyntax.ts';

/** An object of a PDF: its dictionary (or other value) as text, and the bytes of its stream, as they are filtered. */
interface PdfObject {
  readonly dict: string;
  readonly stream: Uint8Array | null;
}

/** A PDF as Chromium prints it. */
export interface PdfFile {
  /** One more than the highest object number. */
  readonly objectCount: number;
  /** Object numbers in the order of the file. */
  readonly ids: readonly number[];
  /** Entries of the catalogue (ISO 32000-1, 7.7.2). */
  readonly catalog: ReadonlyMap<string, string>;
  readonly catalogId: number;
  /** Number of the information dictionary (14.3.3); null when there is none. */
  readonly infoId: number | null;
  readonly read: (id: number) => PdfObject;
}

/**
 * Reads a PDF with a classic cross-reference table (ISO 32000-1, 7.5.4) and every object on its own, as Skia, which
 * prints for Chromium, writes them. Nothing but the table is read before it is asked for. Throws for any other file.
 */
export function readPdf(pdf: Uint8Array): PdfFile {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 2048));
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  const { offsets, trailerAt } = readTable(bytes, tableAt);
  const trailer = readEntries(bytes.toString('latin1', trailerAt, bytes.length));
  const catalogId = referenceOf(trailer.get('Root'));
  if (catalogId === null) throw unknownForm('it names no catalogue');
  const ids = [...offsets.keys()]
    .filter((id) => (offsets[id] ?? 0) > 0)
    .toSorted((a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0));
  const ends = new Map(ids.map((id, place) => [id, offsets[ids[place + 1] ?? -1] ?? tableAt]));
  const read = (id: number): PdfObject => readObject(bytes, offsets[id] ?? 0, ends.get(id) ?? 0);
  return {
    objectCount: offsets.length,
    ids,
    catalog: readEntries(read(catalogId).dict),
    catalogId,
    infoId: referenceOf(trailer.get('Info')),
    read,
  };
}

function unknownForm(why: string): Error {
  return new Error(`Chromium printed a PDF of a form that Broadsheet does not know: ${why}.`);
}

const ENTRY_BYTES = 20;

function readTable(
  bytes: Buffer,
  tableAt: number,
): { readonly offsets: readonly number[]; readonly trailerAt: number } {
  const head = bytes.toString('latin1', tableAt, tableAt + 64);
  const match = /^xref\s+0 (\d+)\s*\n/.exec(head);
  if (match === null) throw unknownForm('it has no classic cross-reference table');
  const count = Number(match[1]);
  const first = tableAt + match[0].length;
  const offsets = Array.from({ length: count }, (_, id) => {
    const at = first + id * ENTRY_BYTES;
    return bytes[at + 17] === 'n'.charCodeAt(0) ? Number(bytes.toString('latin1', at, at + 10)) : 0;
  });
  return { offsets, trailerAt: first + count * ENTRY_BYTES };
}

const STREAM_END = 'endstream';

function readObject(bytes: Buffer, offset: number, next: number): PdfObject {
  const from = bytes.indexOf(' obj', offset, 'latin1') + ' obj\n'.length;
  const to = bytes.lastIndexOf('\nendobj', next - 1, 'latin1');
  if (offset === 0 || to < from) throw unknownForm('an object has no end');
  // A stream object ends with the word; only then is its beginning looked for.
  const hasStream = bytes.toString('latin1', to - STREAM_END.length, to) === STREAM_END;
  const word = hasStream ? bytes.indexOf('stream\n', from, 'latin1') : -1;
  if (word < 0) return { dict: bytes.toString('latin1', from, to), stream: null };
  const dict = bytes.toString('latin1', from, word);
  const start = word + 'stream\n'.length;
  const length = /\/Length (\d+)\b(?! \d+ R)/.exec(dict)?.[1];
  const end = length === undefined ? to - STREAM_END.length - 1 : start + Number(length);
  return { dict, stream: bytes.subarray(start, end) };
}
