import {
  backMatter,
  backPage,
  contentsLines,
  contentsList,
  coverPage,
  partPage,
  problemPage,
} from './chapter/bookPages.ts';
import { createPlaces } from './chapter/bookPlaces.ts';
import { chapterMaker, languageAttributes } from './chapter/chapter.ts';
import { escapeText, make, writeHtml, type ChapterNode } from './chapter/chapterNode.ts';
import { bookSummary, chapterId, screenBook, type ScreenBook } from './chapter/screenBook.ts';
import { costsOnePost } from './costsOnePost.ts';
import type { FormatWriter, WriterTools } from './formatWriter.ts';
import { createHtmlPictures } from './htmlPictures.ts';
import { pictureWarnings } from './pictureWarnings.ts';
import { htmlStyle } from './singleHtmlStyle.ts';

/** Nothing but what stands in the file itself: no script, no network, no form. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const addressOf = (id: string): string => `#${id}`;

/** One HTML file that opens anywhere, offline: contents, posts, pictures, our style; no script. Written as posts come. */
export async function createSingleHtml(tools: WriterTools): Promise<FormatWriter> {
  const book = screenBook(tools);
  const pictures = createHtmlPictures(tools.readMedia);
  const makeChapter = chapterMaker(book, {
    lookup: tools.lookup,
    addressOf: (path, inside) => postAddress(book, path, inside),
    picture: pictures.make,
  });
  const put = async (...nodes: readonly ChapterNode[]): Promise<void> => {
    for (const piece of writeHtml([...nodes, '\n'])) await tools.write(piece);
  };
  const places = createPlaces(book, {
    part: (part) => put(partPage(part, book)),
    gap: (place) => put(problemPage(place, book)),
  });
  await tools.write(documentHead(book));
  if (book.hasCover) await put(coverPage(book));
  if (book.hasContents) await put(contentsNav(book));
  await tools.write('<main>\n');
  return {
    add: async (exported) => {
      const { post } = exported;
      const place = await places.reach(post.path);
      const pieces = await costsOnePost(post.path, async () =>
        writeHtml([await makeChapter(exported, chapterId(place)), '\n']),
      );
      // From here on the post may be half in the file, and nothing can take its place any more.
      places.pass();
      for (const piece of pieces) await tools.write(piece);
    },
    finish: async () => {
      await places.finish();
      for (const each of backMatter(book, addressOf)) await put(backPage(each, book));
      await tools.write('</main>\n</body>\n</html>\n');
    },
    warnings: () => pictureWarnings(book.texts.lang, pictures),
  };
}

function postAddress({ placeOf }: ScreenBook, path: string, inside: string | null): string | null {
  const place = placeOf.get(path);
  return place === undefined ? null : addressOf(`${chapterId(place)}${inside ?? ''}`);
}

function documentHead(book: ScreenBook): string {
  const { title, languages, options, hasCover, hasContents } = book;
  const lang = escapeText(languages[0] ?? 'en');
  const classes = [options.typeface, hasCover ? 'covered' : '', hasContents ? 'listed' : ''];
  return [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeText(POLICY)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="generator" content="Broadsheet">',
    `<meta name="description" content="${escapeText(bookSummary(book))}">`,
    `<title>${escapeText(title)}</title>`,
    `<style>${htmlStyle(options)}</style>`,
    '</head>',
    `<body class="${classes.filter((each) => each !== '').join(' ')}">`,
    '',
  ].join('\n');
}

function contentsNav(book: ScreenBook): ChapterNode {
  const { texts, title, hasCover } = book;
  const own = languageAttributes(texts.lang);
  const head = hasCover
    ? []
    : [
        make(
          'h1',
          { class: 'title', dir: 'auto', ...languageAttributes(book.languages[0] ?? 'und') },
          [title],
        ),
        make('p', { class: 'meta' }, [bookSummary(book)]),
      ];
  const back = backMatter(book, addressOf);
  return make('nav', { class: 'contents', id: 'contents', 'aria-label': texts.contents, ...own }, [
    ...head,
    make('h2', {}, [texts.contents]),
    contentsList(contentsLines(book, back), addressOf),
  ]);
}
