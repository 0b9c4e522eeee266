import { escapeText } from './chapter/chapterNode.ts';
import { localDay } from '../../../shared/text/localDay.ts';
import { bookSummary, type ScreenBook } from './chapter/screenBook.ts';
import type { ContentsLine } from './chapter/bookPages.ts';
import { shownTitle, type AddressOf } from './chapter/bookPages.ts';
import { screenWords } from './chapter/screenWords.ts';

/** A file of the book, as its package lists it. */
export interface EpubFile {
  readonly id: string;
  /** Relative to the package. */
  readonly href: string;
  readonly type: string;
  /** `nav`, `cover-image`; empty for none. */
  readonly properties: string;
  /** The id of what is shown where this cannot be; null where it always can. */
  readonly fallback: string | null;
  /** Whether it is read in its turn, in the order of the list. */
  readonly isRead: boolean;
}

/** What the package says of the whole book. */
export interface PackageFacts {
  readonly book: ScreenBook;
  /** `urn:uuid:…`. */
  readonly identifier: string;
  readonly creators: readonly string[];
  readonly subjects: readonly string[];
  readonly hasPictures: boolean;
}

/** The package document (EPUB 3.3, 5). */
export function packageDocument(facts: PackageFacts, files: readonly EpubFile[]): string {
  const { book } = facts;
  const lang = escapeText(book.languages[0] ?? 'en');
  const manifest = files.map(({ id, href, type, properties, fallback }) => {
    const more =
      (properties === '' ? '' : ` properties="${properties}"`) +
      (fallback === null ? '' : ` fallback="${fallback}"`);
    return `    <item id="${id}" href="${href}" media-type="${type}"${more}/>`;
  });
  const spine = files
    .filter(({ isRead }) => isRead)
    .map(({ id }) => `    <itemref idref="${id}"/>`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${lang}">`,
    ...metadata(facts),
    '  <manifest>',
    '    <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
    '    <item id="style" href="style.css" media-type="text/css"/>',
    ...manifest,
    '  </manifest>',
    '  <spine toc="ncx" page-progression-direction="ltr">',
    ...spine,
    '  </spine>',
    '</package>',
    '',
  ].join('\n');
}

const element = (name: string, text: string, attributes = ''): string =>
  `    <${name}${attributes}>${escapeText(text)}</${name}>`;

const meta = (property: string, text: string, attributes = ''): string =>
  element('meta', text, ` property="${property}"${attributes}`);

function metadata(facts: PackageFacts): readonly string[] {
  const { book, identifier, creators, subjects } = facts;
  const { title, subtitle, languages, now, archiveName } = book;
  return [
    '  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    element('dc:identifier', identifier, ' id="book-id"'),
    element('dc:title', title, ' id="title"'),
    meta('title-type', 'main', ' refines="#title"'),
    ...(subtitle === ''
      ? []
      : [
          element('dc:title', subtitle, ' id="subtitle"'),
          meta('title-type', 'subtitle', ' refines="#subtitle"'),
        ]),
    ...languages.map((lang) => element('dc:language', lang)),
    ...creators.map((name) => element('dc:creator', name)),
    element('dc:contributor', 'Broadsheet', ' id="maker"'),
    meta('role', 'bkp', ' refines="#maker" scheme="marc:relators"'),
    element('dc:date', localDay(now)),
    meta('dcterms:modified', `${now.toISOString().slice(0, 19)}Z`),
    ...(archiveName.trim() === '' ? [] : [element('dc:source', archiveName)]),
    element('dc:description', bookSummary(book)),
    ...subjects.map((subject) => element('dc:subject', subject)),
    ...(book.hasCover ? ['    <meta name="cover" content="cover-image"/>'] : []),
    ...accessibility(facts).map(([property, text]) => meta(`schema:${property}`, text)),
    '  </metadata>',
  ];
}

/** What EPUB Accessibility 1.1 asks a book to say of itself. Pictures may be without words of their own: posts are as they are. */
function accessibility({
  book,
  hasPictures,
}: PackageFacts): readonly (readonly [string, string])[] {
  const words = screenWords(book.texts.lang);
  return [
    ['accessMode', 'textual'],
    ...(hasPictures ? [['accessMode', 'visual'] as const] : []),
    ['accessModeSufficient', hasPictures ? 'textual,visual' : 'textual'],
    ['accessibilityFeature', 'structuralNavigation'],
    ['accessibilityFeature', 'tableOfContents'],
    ['accessibilityFeature', 'readingOrder'],
    ['accessibilityFeature', 'displayTransformability'],
    ['accessibilityHazard', hasPictures ? 'unknown' : 'none'],
    ['accessibilitySummary', hasPictures ? words.accessibilityPictures : words.accessibilityPlain],
  ];
}

/** Contents for readers older than EPUB 3 (NCX of EPUB 2.0.1, 2.4.1). */
export function ncxDocument(
  { title }: ScreenBook,
  identifier: string,
  { lines, addressOf }: { readonly lines: readonly ContentsLine[]; readonly addressOf: AddressOf },
): string {
  let order = 0;
  const point = ({ id, title: name, lines: under }: ContentsLine): string => {
    order += 1;
    const label = `<navLabel><text>${escapeText(shownTitle(name))}</text></navLabel>`;
    const content = `<content src="${addressOf(id)}"/>`;
    return `<navPoint id="n${order}" playOrder="${order}">${label}${content}${under.map(point).join('')}</navPoint>`;
  };
  const depth = lines.some(({ lines: under }) => under.length > 0) ? 2 : 1;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">',
    `<head><meta name="dtb:uid" content="${identifier}"/><meta name="dtb:depth" content="${depth}"/>`,
    '<meta name="dtb:totalPageCount" content="0"/><meta name="dtb:maxPageNumber" content="0"/></head>',
    `<docTitle><text>${escapeText(title)}</text></docTitle>`,
    `<navMap>${lines.map(point).join('\n')}</navMap>`,
    '</ncx>',
    '',
  ].join('\n');
}
