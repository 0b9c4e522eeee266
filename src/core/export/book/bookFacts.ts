import type { ExportOptions } from '../../../shared/exportModel.ts';
import { hasContentsPage, pageGeometry } from '../../../shared/exportLayout.ts';
import { chapterId, type BodyPiece, type BookInput, type BookPost } from './bookModel.ts';
import { bookTexts, partTitle, type BookTexts } from './bookText.ts';
import type { NoteRoom } from './noteRoom.ts';
import type { TableRoom } from './tableSetting.ts';
import { soughtHits } from '../marks/hitFinder.ts';
import type { HitFinder } from '../marks/postMarks.ts';

/** A part of a book: the posts of one source or month, behind a page that names it. */
export interface BookPart {
  /** Of its page. */
  readonly id: string;
  readonly title: string;
  /** BCP 47 tag of the title. */
  readonly lang: string;
  /** Numbers of its posts, in order. */
  readonly posts: readonly number[];
}

/** Where notes on highlights are printed. */
export type NotesPlace = 'margin' | 'post' | 'book';

/** All that is known of a book before its posts are drawn. */
export interface BookFacts {
  readonly input: BookInput;
  readonly options: ExportOptions;
  readonly texts: BookTexts;
  readonly title: string;
  /** BCP 47 tag of most of it. */
  readonly lang: string;
  /** A post alone, without cover, contents, parts or index. */
  readonly isSingle: boolean;
  readonly hasCover: boolean;
  readonly hasContents: boolean;
  /** Null where the book has none. */
  readonly parts: readonly BookPart[] | null;
  readonly pieces: readonly BodyPiece[];
  /** Of a post whose notes have no room in the margin: `post` instead. */
  readonly notesPlace: NotesPlace;
  readonly noteRoom: NoteRoom;
  /** Widths for tables: of posts without notes in the margin, and of those with them. */
  readonly room: TableRoom;
  readonly roomBesideNotes: TableRoom;
  readonly postOfPath: ReadonlyMap<string, number>;
  /** By address of the original, without what follows `#`. */
  readonly postOfUrl: ReadonlyMap<string, number>;
  readonly findHits: HitFinder | null;
  /** Number of a post's address at the end, from 1, by number of the post; empty where the book has no such list. */
  readonly addressNumbers: ReadonlyMap<number, number>;
}

/** Millimetres of a typographic point. */
const POINT = 25.4 / 72;

/** Width of the margin of notes with the space before it, in millimetres: those of `resources/print.css`. */
const NOTES_WIDTH = 42;

/** Width of a note's lines and space between two notes, in millimetres; type size by the text's; leading. */
const NOTE_WIDTH = 33;
const NOTE_GAP = 4.5;
const NOTE_SIZE = 0.74;
const NOTE_LEADING = 1.5;

/** Fewest characters of a line beside notes. */
const NARROWEST = 24;

/** Space between two columns, in millimetres. */
const COLUMN_GAP = 8;

/** PURE. What the options and the list of posts say, before any post is drawn. */
export function bookFacts(input: BookInput): BookFacts {
  const { posts, options } = input;
  const texts = bookTexts(input.language);
  const isSingle = posts.length === 1;
  const { parts: by } = options;
  const parts = isSingle || by === 'none' ? null : partsOf(posts, by, texts);
  const notesPlace = notesPlaceOf(options, isSingle);
  return {
    input,
    options,
    texts,
    title: titleOf(input),
    lang: langOf(posts, texts),
    isSingle,
    hasCover: options.hasCover && !isSingle,
    hasContents: hasContentsPage(options, posts.length),
    parts,
    pieces: piecesOf(posts, parts),
    notesPlace,
    ...roomsOf(options),
    postOfPath: new Map(posts.map(({ path }, at) => [path, at])),
    postOfUrl: new Map(
      posts.flatMap(({ url }, at) => (url === null ? [] : [[bareAddress(url), at] as const])),
    ),
    findHits: options.hasHits ? soughtHits(input.sought ?? null) : null,
    addressNumbers: addressNumbers(piecesOf(posts, parts), input, isSingle),
  };
}

/** An address without what only leads to a place inside it. */
export const bareAddress = (url: string): string => url.replace(/#.*$/su, '').replace(/\/$/u, '');

function titleOf({ posts, options, archiveName }: BookInput): string {
  if (options.title.trim() !== '' && !(options.layout === 'separate')) return options.title.trim();
  const [first] = posts;
  return posts.length === 1 && first !== undefined ? first.title : archiveName;
}

function langOf(posts: readonly BookPost[], texts: BookTexts): string {
  const first = posts[0]?.lang ?? 'und';
  const isOneLanguage = first !== 'und' && posts.every(({ lang }) => lang === first);
  return isOneLanguage ? first : texts.lang;
}

function textWidth(options: ExportOptions): number {
  const { width, margins } = pageGeometry(options);
  return width - margins.left - margins.right;
}

function roomsOf(options: ExportOptions): Pick<BookFacts, 'room' | 'roomBesideNotes' | 'noteRoom'> {
  const width = textWidth(options);
  const count = (millimetres: number): number => millimetres / (options.sizePoints * POINT);
  const line = options.columns === 2 ? (width - COLUMN_GAP) / 2 : width;
  return {
    // A table across both columns leaves gaps above and below it; the margin of notes is free for one.
    room: { line: count(line), page: count(width), isFree: false },
    roomBesideNotes: { line: count(width - NOTES_WIDTH), page: count(width), isFree: true },
    noteRoom: {
      textLine: count(width - NOTES_WIDTH),
      noteLine: count(NOTE_WIDTH) / NOTE_SIZE,
      noteHeight: (NOTE_SIZE * NOTE_LEADING) / options.leading,
      noteGap: count(NOTE_GAP) / options.leading,
    },
  };
}

/** Notes stand in the margin where a line of 24 characters is left beside them, and not between columns. */
function notesPlaceOf(options: ExportOptions, isSingle: boolean): NotesPlace {
  if (options.notesAt === 'end') return isSingle ? 'post' : 'book';
  const line = (textWidth(options) - NOTES_WIDTH) / (options.sizePoints * POINT);
  return options.columns === 1 && line >= NARROWEST ? 'margin' : 'post';
}

/** By source or month, in the order in which they first come; within a part the posts keep their order. */
function partsOf(
  posts: readonly BookPost[],
  by: 'source' | 'month',
  texts: BookTexts,
): readonly BookPart[] {
  const byKey = new Map<string, number[]>();
  for (const [at, post] of posts.entries()) {
    const key = (by === 'source' ? post.source : post.day?.slice(0, 7)) ?? '';
    const own = byKey.get(key) ?? [];
    own.push(at);
    byKey.set(key, own);
  }
  return [...byKey].map(([key, own], at) => ({
    id: `part${at}`,
    title: partTitle(key, by, texts),
    lang: by === 'source' && key !== '' ? (posts[own[0] ?? 0]?.lang ?? 'und') : texts.lang,
    posts: own,
  }));
}

function piecesOf(
  posts: readonly BookPost[],
  parts: readonly BookPart[] | null,
): readonly BodyPiece[] {
  if (parts === null) return posts.map((_, post) => ({ kind: 'post', post }));
  return parts.flatMap(({ id, title, posts: own }) => [
    { kind: 'opener', id, title } as const,
    ...own.map((post) => ({ kind: 'post', post }) as const),
  ]);
}

function addressNumbers(
  pieces: readonly BodyPiece[],
  { posts, options }: BookInput,
  isSingle: boolean,
): ReadonlyMap<number, number> {
  if (!options.hasEndnotes || isSingle) return new Map();
  const inOrder = pieces.flatMap((piece) => (piece.kind === 'post' ? [piece.post] : []));
  const withAddress = inOrder.filter((post) => typeof posts[post]?.url === 'string');
  return new Map(withAddress.map((post, at) => [post, at + 1]));
}

/** The id of a post's address in the list at the end of the book. */
export const addressId = (post: number): string => `address-${chapterId(post)}`;
