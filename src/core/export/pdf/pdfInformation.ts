import type { PdfMetadata } from '../book/bookModel.ts';
import { escapeHtml } from '../exportText.ts';
import { textString } from './pdfSyntax.ts';

const MAKER = 'Broadsheet';

/** A date of a PDF (ISO 32000-1, 7.9.4), in universal time. */
function pdfDate(instant: Date): string {
  return `(D:${instant.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`;
}

/** The information dictionary (ISO 32000-1, 14.3.3). */
export function informationDictionary(metadata: PdfMetadata): string {
  const { title, author, subject, createdAt } = metadata;
  const lines = [
    `/Title ${textString(title)}`,
    ...(author === null ? [] : [`/Author ${textString(author)}`]),
    ...(subject === null ? [] : [`/Subject ${textString(subject)}`]),
    `/Creator (${MAKER})`,
    `/Producer (${MAKER})`,
    `/CreationDate ${pdfDate(createdAt)}`,
    `/ModDate ${pdfDate(createdAt)}`,
  ];
  return `<<${lines.join('\n')}>>`;
}

/** The same as XMP (ISO 32000-1, 14.3.2; ISO 16684-1), which libraries read. */
export function metadataPacket(metadata: PdfMetadata): string {
  const { title, author, subject, lang, createdAt } = metadata;
  const instant = createdAt.toISOString().replace(/\.\d+Z$/, 'Z');
  const inAny = (name: string, text: string): string =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></dc:${name}>`;
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    '<dc:format>application/pdf</dc:format>',
    inAny('title', title),
    ...(subject === null ? [] : [inAny('description', subject)]),
    ...(author === null
      ? []
      : [`<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>`]),
    ...(lang === 'und'
      ? []
      : [`<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>`]),
    `<xmp:CreateDate>${instant}</xmp:CreateDate><xmp:ModifyDate>${instant}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${MAKER}</xmp:CreatorTool><pdf:Producer>${MAKER}</pdf:Producer>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

/** Characters that XML has no way to write (XML 1.0, 2.2) go. */
const escapeXml = (text: string): string =>
  escapeHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
