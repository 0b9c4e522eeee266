import type { ExportedPost } from '../../../shared/exportModel.ts';
import {
  backMatter,
  backPage,
  contentsLines,
  contentsList,
  coverPage,
  partPage,
  problemPage,
} from './chapter/bookPages.ts';
import { chapterMaker, languageAttributes } from './chapter/chapter.ts';
import { escapeText, make, writeXml, type ChapterElement } from './chapter/chapterNode.ts';
import { createPlaces } from './chapter/bookPlaces.ts';
import { createTally } from './chapter/bookTally.ts';
import { chapterId, screenBook, type ScreenBook } from './chapter/screenBook.ts';
import { contentHash, contentUuid } from './contentHash.ts';
import { costsOnePost } from './costsOnePost.ts';
import { coverPicture } from './epubCover.ts';
import { ncxDocument, packageDocument, type EpubFile } from './epubPackage.ts';
import { createEpubPictures, FALLBACK_ID, FALLBACK_SVG } from './epubPictures.ts';
import { epubStyle } from './epubStyle.ts';
import { pictureWarnings } from './pictureWarnings.ts';
import { openEpubZip } from './epubZip.ts';
import type { FormatWriter, WriterTools } from './formatWriter.ts';

const CONTAINER =
  '<?xml version="1.0" encoding="utf-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">' +
  '<rootfiles><rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n';

/** Where a place of the book is: each stands in a file of its own. */
const addressOf = (id: string): string => `${id}.xhtml`;

/** An EPUB 3.3 book with contents that older readers understand as well: a file for each post, pictures inside. */
export async function createEpub(tools: WriterTools): Promise<FormatWriter> {
  const book = screenBook(tools);
  const zip = await openEpubZip(tools);
  const add = (href: string, content: string | Uint8Array): Promise<void> =>
    zip.add(`OEBPS/${href}`, content);
  const pictures = createEpubPictures(tools.readMedia, add);
  const read: EpubFile[] = [];
  const tally = createTally();
  const makeChapter = chapterMaker(book, {
    lookup: tools.lookup,
    addressOf: (path, inside) => placeAddress(book, path, inside),
    picture: pictures.make,
  });
  let hash = await contentHash(`${book.title}\n${book.subtitle}`);
  const addWritten = async (id: string, title: string, written: WrittenPage): Promise<void> => {
    const { xml } = written;
    hash = await contentHash(`${hash}${xml}`);
    await add(addressOf(id), pageDocument(title, written, book));
    read.push(pageFile(id, ''));
  };
  const addPage = (id: string, title: string, page: ChapterElement): Promise<void> =>
    addWritten(id, title, writtenPage(page));
  const places = createPlaces(book, {
    part: (part) => addPage(part.id, part.title, partPage(part, book)),
    gap: (place) =>
      addPage(chapterId(place), book.posts[place]?.title ?? '', problemPage(place, book)),
  });
  await zip.add('META-INF/container.xml', CONTAINER);
  await add('style.css', epubStyle(book.options));
  if (book.hasCover) await addPage('cover', book.title, coverPage(book));
  return {
    add: async (exported: ExportedPost) => {
      const { post } = exported;
      const place = await places.reach(post.path);
      const id = chapterId(place);
      const chapter = await costsOnePost(post.path, async () =>
        writtenPage(await makeChapter(exported, id)),
      );
      await addWritten(id, post.title, chapter);
      places.pass();
      tally.count(post);
    },
    finish: async () => {
      await places.finish();
      const back = backMatter(book, addressOf);
      for (const each of back) await addPage(each.id, each.title, backPage(each, book));
      await finishPackage({
        book,
        zip: { add },
        read,
        pictures: pictures.files(),
        hash,
        tally,
        lines: contentsLines(book, back),
      });
      await zip.close();
    },
    warnings: () => pictureWarnings(book.texts.lang, pictures),
  };
}

/** The address of a post, or of a place in it, from within the book; null when it is not in it. */
function placeAddress({ placeOf }: ScreenBook, path: string, inside: string | null): string | null {
  const place = placeOf.get(path);
  if (place === undefined) return null;
  const id = chapterId(place);
  return inside === null ? addressOf(id) : `${addressOf(id)}#${id}${inside}`;
}

const pageFile = (id: string, properties: string): EpubFile => ({
  id,
  href: addressOf(id),
  type: 'application/xhtml+xml',
  properties,
  fallback: null,
  isRead: true,
});

/** A page and what is written of it; its parts can be gone through once. */
interface WrittenPage {
  readonly page: ChapterElement;
  readonly xml: string;
}

const writtenPage = (page: ChapterElement): WrittenPage => ({ page, xml: writeXml([page]) });

/** One page as an XHTML document. */
function pageDocument(
  title: string,
  { page, xml }: WrittenPage,
  { languages, options }: ScreenBook,
): string {
  const attributes = Object.entries(
    languageAttributes(page.attributes['lang'] ?? languages[0] ?? 'und'),
  )
    .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
    .join('');
  const shown = title.trim() === '' ? '—' : title;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<!DOCTYPE html>',
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${attributes}>`,
    `<head><meta charset="utf-8"/><title>${escapeText(shown)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>`,
    `<body class="${options.typeface}">${xml}</body>`,
    '</html>',
    '',
  ].join('\n');
}

interface Finishing {
  readonly book: ScreenBook;
  readonly zip: { readonly add: (href: string, content: string) => Promise<void> };
  readonly read: readonly EpubFile[];
  readonly pictures: readonly EpubFile[];
  readonly hash: string;
  readonly tally: ReturnType<typeof createTally>;
  readonly lines: ReturnType<typeof contentsLines>;
}

/** Contents, cover picture and the package, which are known when every post is written. */
async function finishPackage(finishing: Finishing): Promise<void> {
  const { book, zip, read, pictures, hash, tally, lines } = finishing;
  const identifier = `urn:uuid:${contentUuid(hash)}`;
  const nav: EpubFile = { ...pageFile('nav', 'nav'), isRead: book.hasContents };
  const page = navPage(finishing);
  const contents = pageDocument(book.texts.contents, { page, xml: writeXml([page]) }, book);
  await zip.add(nav.href, contents);
  await zip.add('toc.ncx', ncxDocument(book, identifier, { lines, addressOf }));
  const svg = { type: 'image/svg+xml', fallback: null, isRead: false };
  const cover = { id: 'cover-image', href: 'cover.svg', properties: 'cover-image', ...svg };
  const fallback = { id: FALLBACK_ID, href: 'no-picture.svg', properties: '', ...svg };
  if (book.hasCover) await zip.add(cover.href, coverPicture(book));
  const needsFallback = pictures.some((file) => file.fallback !== null);
  if (needsFallback) await zip.add(fallback.href, FALLBACK_SVG);
  const [first, ...rest] = read;
  const pages = book.hasCover && first !== undefined ? [first, nav, ...rest] : [nav, ...read];
  const files = [
    ...pages,
    ...(book.hasCover ? [cover] : []),
    ...(needsFallback ? [fallback] : []),
    ...pictures,
  ];
  const facts = { book, identifier, hasPictures: pictures.length > 0, ...tally.result() };
  await zip.add('package.opf', packageDocument(facts, files));
}

/** The navigation document (EPUB 3.3, 7). */
function navPage({ book, lines, read }: Finishing): ChapterElement {
  const { texts, hasCover, hasContents } = book;
  const own = languageAttributes(texts.lang);
  const first = read.find(({ id }) => id !== 'cover');
  const landmarks = [
    ...(hasCover ? [landmark('cover', addressOf('cover'), texts.cover)] : []),
    ...(hasContents ? [landmark('toc', '#toc', texts.contents)] : []),
    ...(first === undefined ? [] : [landmark('bodymatter', first.href, texts.posts)]),
  ];
  return make('section', { class: 'contents', ...own }, [
    make('nav', { 'epub:type': 'toc', role: 'doc-toc', id: 'toc' }, [
      make('h1', { class: 'title' }, [texts.contents]),
      contentsList(lines, addressOf),
    ]),
    make('nav', { 'epub:type': 'landmarks', hidden: 'hidden', id: 'landmarks' }, [
      make('h2', {}, [texts.contents]),
      make('ol', {}, landmarks),
    ]),
  ]);
}

const landmark = (type: string, href: string, title: string): ChapterElement =>
  make('li', {}, [make('a', { 'epub:type': type, href }, [title])]);
