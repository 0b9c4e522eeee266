import type { PdfFlate } from './pdfGlyphTexts.ts';
import type { Digest } from './pdfSharedStreams.ts';

/** Where the bytes of a PDF go, and what they are packed with. */
export interface PdfOutput extends PdfFlate {
  /** Takes the next bytes of the file. Throws when they cannot be written. */
  readonly write: (bytes: Uint8Array) => void;
  readonly digest: Digest;
}

/** Writes the objects of a PDF one after another; only a few small ones are held. */
export interface PdfObjects {
  /** Takes the next `count` object numbers; answers the first. One that is never written is free. */
  readonly reserve: (count?: number) => number;
  /** Writes an object that has no stream. */
  readonly value: (id: number, text: string) => void;
  /** Writes a stream; its `Length` is put into `dict`, or set right there. */
  readonly stream: (id: number, dict: string, bytes: Uint8Array) => void;
  /** Writes the cross-reference table. Answers the bytes of the whole file. */
  readonly finish: (root: {
    readonly catalog: number;
    readonly information: number;
    readonly id: string;
  }) => number;
}

/** Objects in one stream of objects. */
const PACKED = 200;
/** Bytes gathered before they are written. */
const GATHERED_BYTES = 1 << 20;

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/**
 * Begins a PDF 1.7 file. Objects without a stream go into compressed streams of objects (ISO 32000-1, 7.5.7): the tags of a
 * large book shrink to a tenth. So its cross-reference table is a stream too (7.5.8).
 */
export function writeObjects({ write, deflate }: PdfOutput): PdfObjects {
  const table = crossReferences();
  const gather = gatherer(write);
  let small: (readonly [id: number, text: string])[] = [];
  gather.put(latin1('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'));
  const stream: PdfObjects['stream'] = (id, dict, bytes) => {
    table.at(id, gather.total());
    const open = dict.replace(/\s*\/Length \d+\b(?! \d+ R)/, '').replace(/>>\s*$/, '');
    gather.put(latin1(`${id} 0 obj\n${open}\n/Length ${bytes.length}>>\nstream\n`));
    gather.put(bytes);
    gather.put(latin1('\nendstream\nendobj\n'));
  };
  const pack = (): void => {
    if (small.length === 0) return;
    const holder = table.reserve(1);
    const { first, bytes } = packed(small.map(([id, text]) => [id, latin1(`${text}\n`)]));
    small.forEach(([id], index) => table.packed(id, { holder, index }));
    const dict = `<</Type /ObjStm\n/N ${small.length}\n/First ${first}\n/Filter /FlateDecode>>`;
    small = [];
    stream(holder, dict, deflate(bytes));
  };
  return {
    reserve: (count = 1) => table.reserve(count),
    stream,
    value: (id, text) => {
      small.push([id, text]);
      if (small.length >= PACKED) pack();
    },
    finish: ({ catalog, information, id }) => {
      pack();
      const self = table.reserve(1);
      const start = gather.total();
      table.at(self, start);
      const rows = deflate(table.rows());
      const dict = `<</Type /XRef\n/Size ${table.count()}\n/W [1 6 4]\n/Root ${catalog} 0 R\n/Info ${information} 0 R\n/ID [<${id}> <${id}>]\n/Filter /FlateDecode>>`;
      stream(self, dict, rows);
      gather.put(latin1(`startxref\n${start}\n%%EOF\n`));
      gather.flush();
      return gather.total();
    },
  };
}

/** Numbers and places of the objects, then the objects; `first` is where these begin. */
function packed(objects: readonly (readonly [id: number, bytes: Uint8Array])[]): {
  readonly first: number;
  readonly bytes: Uint8Array;
} {
  let at = 0;
  const head = objects.map(([id, { length }]) => {
    const line = `${id} ${at}`;
    at += length;
    return line;
  });
  const first = latin1(`${head.join(' ')}\n`);
  const bytes = Buffer.concat([first, ...objects.map(([, own]) => own)]);
  return { first: first.length, bytes };
}

/** Where every object stands, as the rows of a cross-reference stream (7.5.8.3). */
interface CrossReferences {
  /** Takes the next `count` numbers, of objects that are free until they stand somewhere; answers the first. */
  readonly reserve: (count: number) => number;
  readonly at: (id: number, offset: number) => void;
  readonly packed: (
    id: number,
    standing: { readonly holder: number; readonly index: number },
  ) => void;
  readonly count: () => number;
  readonly rows: () => Uint8Array;
}

/** Kind, place of six bytes, number within of four. */
const ROW_BYTES = 11;
const FIRST_ROWS = 4096;

/** The rows as they will be written: a book of 10,000 posts has a million objects, and an object of ours for each took five times as much. */
function crossReferences(): CrossReferences {
  let rows = Buffer.alloc(FIRST_ROWS * ROW_BYTES);
  let count = 1;
  rows.writeUInt32BE(65_535, 7);
  return {
    reserve: (more) => {
      const first = count;
      count += more;
      if (count * ROW_BYTES > rows.length) {
        const grown = Buffer.alloc(Math.max(rows.length * 2, count * ROW_BYTES));
        grown.set(rows);
        rows = grown;
      }
      return first;
    },
    at: (id, offset) => {
      rows[id * ROW_BYTES] = 1;
      rows.writeUIntBE(offset, id * ROW_BYTES + 1, 6);
    },
    packed: (id, { holder, index }) => {
      rows[id * ROW_BYTES] = 2;
      rows.writeUIntBE(holder, id * ROW_BYTES + 1, 6);
      rows.writeUInt32BE(index, id * ROW_BYTES + 7);
    },
    count: () => count,
    rows: () => rows.subarray(0, count * ROW_BYTES),
  };
}

/** Small writes become one call of the system for each megabyte. */
function gatherer(write: PdfOutput['write']): {
  readonly put: (bytes: Uint8Array) => void;
  readonly flush: () => void;
  /** Bytes put so far. */
  readonly total: () => number;
} {
  let waiting: Uint8Array[] = [];
  let held = 0;
  let total = 0;
  const flush = (): void => {
    if (held > 0) write(Buffer.concat(waiting));
    waiting = [];
    held = 0;
  };
  return {
    put: (bytes) => {
      waiting.push(bytes);
      held += bytes.length;
      total += bytes.length;
      if (held >= GATHERED_BYTES) flush();
    },
    flush,
    total: () => total,
  };
}
