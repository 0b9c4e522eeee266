import type { ExportedPost, ExportOptions } from '../../../shared/exportModel.ts';
import { fragmentNames } from '../../../shared/fragmentNames.ts';
import type { LinkAnswer } from '../../../shared/linkModel.ts';
import type { Post } from '../../../shared/model.ts';
import type { SoughtText } from '../marks/hitFinder.ts';
import type { OutlineEntry } from '../pdf/pdfOutline.ts';

/**
 * The seam of a PDF: what the book says of itself (`book.ts`) and what the pipeline asks of it (`main/export`). The
 * pipeline prints the body in parts, each post once, in order; then front and back matter, when every page is known;
 * last heads and feet, which it stamps. `planBook(input: BookInput): BookPlan` is in `book.ts`; all is pure, text in, text out.
 */

/** What is known of every post before the first is drawn: all but its text, HTML, headings and annotations. */
export type BookPost = Pick<
  Post,
  | 'path'
  | 'archiveId'
  | 'title'
  | 'date'
  | 'day'
  | 'source'
  | 'author'
  | 'tags'
  | 'categories'
  | 'url'
  | 'lang'
  | 'isDraft'
>;

/** What a book says of its posts in figures. */
export interface BookCount {
  readonly posts: number;
  /** With their numbers of posts, those with most first. */
  readonly sources: readonly (readonly [string, number])[];
  /** `YYYY-MM-DD`, of the earliest and the latest; null where none has a day. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** Everything a book is made of but the texts of its posts. */
export interface BookInput {
  /** In the order of the book; at least one. */
  readonly posts: readonly BookPost[];
  /** What cover and contents say of the posts, where `posts` are the first of them only (a preview); missing = of `posts`. */
  readonly counted?: BookCount | undefined;
  readonly options: ExportOptions;
  /** Of the words that are ours. */
  readonly language: 'en' | 'zh';
  readonly archiveName: string;
  /** The sentence of the search whose result this is; null for posts chosen otherwise. */
  readonly query: string | null;
  /** What was typed into the search box: its words are marked where `hasHits` wants it. Missing or null = no search. */
  readonly sought?: SoughtText | null;
  readonly madeAt: Date;
  /** Where a link in the post at a path leads, as the index has it; missing = only paths and addresses of originals are known. */
  readonly follow?: (postPath: string, href: string) => LinkAnswer;
  /** Ids, as they may stand in the HTML of the post at a path, that links in other posts name; missing = not known. */
  readonly placesLinkedTo?: (path: string) => ReadonlySet<string>;
  /** Addresses of the style sheets, in order: the built ones, then `pageStyle` or `furnitureStyle`. */
  readonly bookStyles: readonly string[];
  readonly furnitureStyles: readonly string[];
}

/** What stands in a PDF's metadata (ISO 32000-1, 14.3.3). */
export interface PdfMetadata {
  readonly title: string;
  readonly author: string | null;
  readonly subject: string | null;
  /** BCP 47 tag of the whole document; `und` is left out. */
  readonly lang: string;
  /** Instant of making. */
  readonly createdAt: Date;
}

/** A piece of the body: a post, or a page that opens a part of the book. */
export type BodyPiece =
  | { readonly kind: 'post'; readonly post: number }
  | { readonly kind: 'opener'; readonly id: string; readonly title: string };

/** What a post's chapter is drawn from: the whole post, or, on a page that says so, why it is not there. */
export type ChapterContent =
  | { readonly kind: 'post'; readonly exported: ExportedPost }
  | { readonly kind: 'problem'; readonly path: string; readonly message: string };

/**
 * A document to print. Every id in `outline`, `sections` and `places` must stand in it and be linked to from it once by
 * `<a href="#id">`, shown or hidden (`placeLinks`): Chromium notes the place of an id only then.
 */
export interface PrintedDocument {
  readonly html: string;
  /** In order; empty when no outline is wanted. */
  readonly outline: readonly OutlineEntry[];
  /** Ids at which begins what heads and feet name (a chapter, the contents, a cover), in order. */
  readonly sections: readonly string[];
  /** Further ids that are linked to from elsewhere or whose page is asked for. */
  readonly places: readonly string[];
  /** What this document leaves for the end of the book, as HTML, in order; opaque to the pipeline. */
  readonly endNotes: readonly EndNote[];
}

/** A note that is printed at the end of the book. */
export interface EndNote {
  /** Number of its post in the book, from 0. */
  readonly post: number;
  readonly html: string;
}

/** Pages of a book, counted from 1 over cover and contents: what the PDF's reader shows. */
export interface BookPages {
  /** By id, of every outline entry, section and place printed so far. */
  readonly pageOf: ReadonlyMap<string, number>;
  readonly pageCount: number;
}

/** A page of the book as its head and foot see it. */
export interface SheetPage {
  /** From 1. */
  readonly page: number;
  /** The section that goes on from the page before; null on the first page and where a document begins. */
  readonly running: string | null;
  /** Sections that begin on this page, in order. */
  readonly begun: readonly string[];
}

/** Some of the lines of the contents, by their numbers: `[from, to)`. */
export interface ContentsLines {
  readonly from: number;
  readonly to: number;
}

/** The id of a line of contents that are printed in several documents. */
export const contentsLineId = (line: number): string => `line${line}`;

/** A book as the pipeline sees it. */
export interface BookPlan {
  readonly metadata: PdfMetadata;
  /**
   * In order; each post once. In a book with parts the posts of a part stand together, so the numbers of posts need not
   * ascend. Posts run on (`starts: 'running'`) only within one printed part: the first of a part opens a page.
   */
  readonly pieces: readonly BodyPiece[];
  /**
   * The document of the pieces `[from, to)`; `contents` holds the content of every post among them. Links to other
   * posts are written as `placeAddress(id)`, whether these are in the same part or not.
   */
  readonly bodyDocument: (request: BodyRequest) => PrintedDocument;
  /** Lines of the contents; 0 for none. */
  readonly contentsLines: number;
  /**
   * Cover and contents; null for none. Asked for first with `pages: null`, to learn how many pages it takes: numbers are
   * then stand-ins (`0000`), in a column of fixed width. Every further answer must take as many pages. With `lines`, only
   * these lines of the contents, which have places (`contentsLineId`).
   */
  readonly frontDocument: (
    pages: BookPages | null,
    lines?: ContentsLines,
  ) => PrintedDocument | null;
  /** End notes, addresses, index of sources; null for none. `pageOf` has all of the body. */
  readonly backDocument: (request: BackRequest) => PrintedDocument | null;
  /** One `.sheet` for each page with its head and foot, in order; null when the book has neither. */
  readonly furnitureDocument: (request: FurnitureRequest) => string | null;
}

/** What a part of the body is made from. */
export interface BodyRequest {
  readonly from: number;
  readonly to: number;
  /** By number of the post in the book. */
  readonly contents: ReadonlyMap<number, ChapterContent>;
}

/** What the end of a book is made from. */
export interface BackRequest {
  readonly pages: BookPages;
  readonly endNotes: readonly EndNote[];
}

/** What heads and feet are made from. */
export interface FurnitureRequest {
  readonly sheets: readonly SheetPage[];
  readonly pageCount: number;
}

/** The id of a post's chapter: links and page numbers are found by it. */
export const chapterId = (post: number): string => `p${post}`;

/** The number of the post whose chapter has an id; null for any other id. */
export function postOfChapter(id: string): number | null {
  const number = /^p(\d+)$/.exec(id)?.[1];
  return number === undefined ? null : Number(number);
}

const PLACE_SIGN = '.at-';

/**
 * The id of a place in a post that links from other posts name; by the likeliest id in the post's HTML that they mean
 * (`fragmentNames`), in letters and digits, which names in a PDF are read as everywhere.
 */
export function linkedPlaceId(post: number, fragment: string): string {
  const name = fragmentNames(fragment).at(-1) ?? '';
  const signs = Array.from(name, (sign) => (sign.codePointAt(0) ?? 0).toString(36));
  return name === '' ? chapterId(post) : `${chapterId(post)}${PLACE_SIGN}${signs.join('-')}`;
}

/** The id of the chapter that a linked place would be in; null for any other id. Not every place that is named is there. */
export function chapterOfPlace(id: string): string | null {
  const at = id.indexOf(PLACE_SIGN);
  return at === -1 ? null : id.slice(0, at);
}

const PLACE_ADDRESS = 'https://place.invalid/';

/** A stand-in address (RFC 2606: no such host exists) that becomes a link to the place of that id in the finished PDF. */
export const placeAddress = (id: string): string => `${PLACE_ADDRESS}${encodeURIComponent(id)}`;

/** The id that an address of `placeAddress` stands for; null for any other. */
export function placeOfAddress(address: string): string | null {
  if (!address.startsWith(PLACE_ADDRESS)) return null;
  try {
    return decodeURIComponent(address.slice(PLACE_ADDRESS.length));
  } catch {
    return null;
  }
}

/** Links that are never shown, for ids that nothing else links to. */
export function placeLinks(ids: readonly string[]): string {
  return ids.length === 0
    ? ''
    : `<div hidden>${ids.map((id) => `<a href="#${id}"></a>`).join('')}</div>`;
}
