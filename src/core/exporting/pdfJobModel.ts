import type { BookCount, BookPlan, ChapterContent } from '../export/book/bookModel.ts';
import type { GlyphCheck } from '../export/glyphCheck.ts';
import type { Assembly } from '../export/pdf/pdfAssembly.ts';
import type { Placing } from '../export/pdf/pdfBook.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';
import type { PostId } from '../../shared/model.ts';
import type { Room } from './diskRoom.ts';
import type { PdfFileOutput } from './pdfOutput.ts';
import type { PdfPosts } from './pdfPosts.ts';
import type { ExportSource } from './readingParts.ts';

/** What a PDF, or a folder of them, is made of and where. */
export interface PdfJobInput {
  readonly ids: readonly PostId[];
  /** As in `BookInput`: of a preview, whose `ids` are the first of many. */
  readonly counted?: BookCount | undefined;
  readonly options: ExportOptions;
  readonly language: 'en' | 'zh';
  /** What was typed into the search box when the posts are the result of a search; missing or null = they are not. */
  readonly query?: string | null | undefined;
  /** False = the search told Traditional and Simplified characters apart; missing = true. */
  readonly foldsVariants?: boolean | undefined;
  /** Absolute path at which the file or the folder of files is made, and what it is to become. */
  readonly part: string;
  readonly target: string;
  readonly bookStyles: readonly string[];
  readonly furnitureStyles: readonly string[];
  readonly probeStyle: string;
}

/** All that the parts of a job share. */
export interface JobState {
  readonly source: ExportSource;
  readonly input: PdfJobInput;
  readonly posts: PdfPosts;
  /** Of the files, by number; empty for one book. */
  readonly names: readonly string[];
  readonly isMerged: boolean;
  readonly madeAt: Date;
  readonly room: Room;
  readonly glyphs: GlyphCheck;
  /** Measured by the probe. */
  placing: Placing;
  /** Posts and bytes of the files that are complete. */
  postCount: number;
  byteCount: number;
  readonly failures: PostFailure[];
}

/** Why a post is not in the export. */
export type PostFailure = Pick<
  Extract<ChapterContent, { readonly kind: 'problem' }>,
  'path' | 'message'
>;

/** One file in the making. */
export interface OpenFile {
  readonly plan: BookPlan;
  readonly path: string;
  readonly output: PdfFileOutput;
  readonly assembly: Assembly;
  /** Number of the first post of the file among all. */
  readonly firstPost: number;
  readonly postCount: number;
  /** Posts up to the end of the last part. */
  donePosts: number;
  /** Posts whose content cannot be had or printed. */
  readonly problems: Map<number, Extract<ChapterContent, { readonly kind: 'problem' }>>;
}

/** Sheets of heads and feet that are printed at once. */
export const SHEETS = 250;
