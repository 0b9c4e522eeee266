import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';

/** Actions of PDF 2.0 (ISO 32000-2, table 201) that do more than show another place or open an address. */
const ACTIONS =
  /^\/(?:JavaScript|Launch|GoToR|GoToE|GoTo3DView|SubmitForm|ImportData|ResetForm|Rendition|Movie|Sound|Hide|SetOCGState|Trans|RichMediaExecute)$/u;
/** Entries that run something, or carry a file. */
const ENTRIES = [
  '/JS',
  '/JavaScript',
  '/AA',
  '/EmbeddedFiles',
  '/EF',
  '/AcroForm',
  '/XFA',
  '/RichMediaContent',
];

/** What of a PDF could run, open a file or lead to anything but the web and mail, in words; and its addresses. */
export interface PdfReading {
  readonly harms: readonly string[];
  readonly addresses: readonly string[];
}

/** Reads every object of a PDF, reachable or not. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const harms: string[] = [];
  const addresses: string[] = [];
  const walk = (found: PDFObject): void => {
    if (found instanceof PDFArray) for (const part of found.asArray()) walk(part);
    const dictionary = found instanceof PDFDict ? found : dictionaryOf(found);
    if (dictionary === null) return;
    for (const [key, value] of dictionary.entries()) {
      if (ENTRIES.includes(key.asString())) harms.push(`entry ${key.asString()}`);
      if (key.asString() === '/S' && value instanceof PDFName && ACTIONS.test(value.asString()))
        harms.push(`action ${value.asString()}`);
      if (key.asString() === '/URI') addresses.push(textOf(value));
      walk(value);
    }
  };
  for (const [, found] of document.context.enumerateIndirectObjects()) walk(found);
  const wrong = addresses.filter((address) => !/^(?:https?:\/\/|mailto:)/iu.test(address));
  return { harms: [...harms, ...wrong.map((address) => `address ${address}`)], addresses };
}

/** A stream's dictionary; null for what is no stream. */
function dictionaryOf(found: PDFObject): PDFDict | null {
  const inner: unknown = Reflect.get(found, 'dict');
  return inner instanceof PDFDict ? inner : null;
}

function textOf(value: PDFObject): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}
