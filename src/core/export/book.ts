import { hasContentsPage } from '../../shared/exportLayout.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';
import type { Post } from '../../shared/model.ts';
import { escapeHtml, type ExportTexts } from './exportText.ts';
import type { OutlineEntry } from './pdfOutline.ts';
import { backDocument } from './bookBack.ts';
import { bodyDocument } from './bookChapter.ts';
import { frontDocument } from './bookContents.ts';
import { bookFacts, type BookFacts } from './bookFacts.ts';
import { furnitureDocument } from './bookFurniture.ts';
import {
  chapterId,
  type BookInput as PlannedInput,
  type BookPlan,
  type PdfMetadata,
} from './bookModel.ts';
import { prepareBody } from './postBody.ts';

/**
 * Plans a book: cover and contents, posts and the pages that open their parts, notes, addresses and index behind them,
 * heads and feet. The look is in `resources/print.css`, the paper in `pageGeometry.ts`.
 */
export function planBook(input: PlannedInput): BookPlan {
  const facts = bookFacts(input);
  return {
    metadata: metadataOf(facts),
    pieces: facts.pieces,
    bodyDocument: (request) => bodyDocument(facts, request),
    frontDocument: (pages) => frontDocument(facts, pages),
    backDocument: (request) => backDocument(facts, request),
    furnitureDocument: (request) => furnitureDocument(facts, request),
  };
}

function metadataOf({ input, options, title, texts, lang }: BookFacts): PdfMetadata {
  const authors = new Set(input.posts.map(({ author }) => author));
  const [author = null] = authors.size === 1 ? [...authors] : [];
  const sources = new Set(input.posts.flatMap(({ source }) => source ?? []));
  const subtitle = options.subtitle.trim();
  const summary = input.posts.length === 1 ? null : texts.summary(input.posts.length, sources.size);
  return {
    title,
    author,
    subject: subtitle === '' ? (input.query ?? summary) : subtitle,
    lang,
    createdAt: input.madeAt,
  };
}

/** Everything one PDF is made of. */
export interface BookInput {
  /** In the order of the book. */
  readonly posts: readonly Post[];
  readonly options: ExportOptions;
  readonly texts: ExportTexts;
  readonly title: string;
  /** Page of each post, from 1; null in the first pass, when nobody knows them yet. */
  readonly pages: readonly number[] | null;
  /** Addresses of the style sheets, in order. */
  readonly styleSheets: readonly string[];
}

/** A printable document and the outline its PDF shall have. */
export interface BuiltBook {
  readonly html: string;
  /** Empty when none is wanted. */
  readonly outline: readonly OutlineEntry[];
}

/** The id of the contents page. */
const CONTENTS_ID = 'contents';

/**
 * One printable HTML document: contents (books of several posts), then every post on a new page under its id. Pure text in,
 * text out; the page geometry is in `pageStyle`, the look in `resources/print.css`.
 */
export function buildBook(input: BookInput): BuiltBook {
  const { posts, options, texts, title, styleSheets } = input;
  const placeOfPath = new Map(posts.map((post, index) => [post.path, index]));
  const chapters = posts.map((post, index) => chapter(post, { index, placeOfPath, input }));
  const links = styleSheets.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`);
  const contents = hasContentsPage(options, posts.length) ? contentsPage(input) : '';
  const outline = options.hasOutline ? outlineOf(input, chapters) : [];
  const bodies = chapters.map(({ html }) => html).join('\n');
  const html = [
    `<!doctype html><html lang="${escapeHtml(bookLang(posts, texts))}"><head><meta charset="utf-8">`,
    `<title>${escapeHtml(title)}</title>${links.join('')}</head>`,
    `<body class="book ${options.typeface}">${contents}${bodies}${placeLinks(outline)}</body></html>`,
  ].join('\n');
  return { html, outline };
}

function outlineOf(input: BookInput, chapters: readonly Chapter[]): readonly OutlineEntry[] {
  const contents = { level: 1, title: input.texts.contents, id: CONTENTS_ID };
  const posts = chapters.flatMap(({ headings }, index) => [
    { level: 1, title: input.posts[index]?.title ?? '', id: chapterId(index) },
    ...headings,
  ]);
  return hasContentsPage(input.options, input.posts.length) ? [contents, ...posts] : posts;
}

/** Chromium notes the place of an id only when something links to it; these links are never shown. */
function placeLinks(outline: readonly OutlineEntry[]): string {
  return outline.length === 0
    ? ''
    : `<div hidden>${outline.map(({ id }) => `<a href="#${id}"></a>`).join('')}</div>`;
}

function bookLang(posts: readonly Post[], texts: ExportTexts): string {
  const first = posts[0]?.lang;
  const isOneLanguage =
    first !== undefined && first !== 'und' && posts.every((post) => post.lang === first);
  return isOneLanguage ? first : texts.lang;
}

function contentsPage({ posts, texts, title, pages }: BookInput): string {
  const sources = new Set(posts.map((post) => post.source).filter((source) => source !== null));
  const rows = posts.map((post, index) => {
    const page = pages === null ? '' : String(pages[index] ?? '');
    const source = post.source === null ? '' : `<small>${escapeHtml(post.source)}</small>`;
    return (
      `<li><a href="#${chapterId(index)}"><span class="name" lang="${escapeHtml(post.lang)}">${escapeHtml(post.title)}` +
      `</span><i></i>${source}<b>${page}</b></a></li>`
    );
  });
  return (
    `<nav class="contents" id="${CONTENTS_ID}" lang="${escapeHtml(texts.lang)}"><h1>${escapeHtml(title)}</h1><hr class="rule">` +
    `<p class="meta">${escapeHtml(texts.summary(posts.length, sources.size))}</p>` +
    `<h2>${escapeHtml(texts.contents)}</h2><ol>${rows.join('')}</ol></nav>`
  );
}

interface Chapter {
  readonly html: string;
  readonly headings: readonly OutlineEntry[];
}

interface ChapterPlace {
  readonly index: number;
  readonly placeOfPath: ReadonlyMap<string, number>;
  readonly input: BookInput;
}

function chapter(post: Post, { index, placeOfPath, input }: ChapterPlace): Chapter {
  const { options, texts } = input;
  const body = prepareBody(post, {
    index,
    texts,
    postOfPath: placeOfPath,
    postOfUrl: new Map(),
    room: () => ({ line: 40, page: 40 }),
    hasPictures: options.hasPictures,
    highlights: [],
    findHits: null,
    addressOf: (id) => `#${id}`,
    annotate: () => undefined,
  });
  const script = /^(zh|ja)/.test(post.lang) ? 'cjk' : 'latin';
  const meta = options.hasMetadata ? metaLine(post, texts) : '';
  const original =
    options.hasOriginalLink && post.url !== null
      ? `<p class="original">${escapeHtml(texts.original)} <a href="${escapeHtml(post.url)}">${escapeHtml(post.url)}</a></p>`
      : '';
  const html =
    `<article id="${chapterId(index)}" class="chapter ${script}" lang="${escapeHtml(post.lang)}">` +
    `<h1>${escapeHtml(post.title)}</h1><hr class="rule">${meta}<div class="body">${body.html}</div>${original}</article>`;
  return { html, headings: body.headings };
}

function metaLine(post: Post, texts: ExportTexts): string {
  const parts = [
    post.source,
    post.author,
    post.date === null ? null : texts.formatDate(post.date),
    post.isDraft ? texts.draft : null,
  ].filter((part) => part !== null && part !== '');
  return parts.length === 0
    ? ''
    : `<p class="meta">${parts.map((part) => `<span>${escapeHtml(part ?? '')}</span>`).join('')}</p>`;
}
