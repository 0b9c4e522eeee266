import type { ExportOptions } from '../../shared/exportModel.ts';
import type { Post } from '../../shared/model.ts';
import type { BookPages, PdfMetadata } from '../../core/export/pdfPages.ts';

/** What an export worker is started with. */
export interface ExportWorkerData {
  readonly options: ExportOptions;
  readonly language: 'en' | 'zh';
  readonly archiveName: string;
  readonly title: string;
  /** Addresses of the built style sheets and of the ones that carry the page's geometry. */
  readonly bookStyles: readonly string[];
  readonly furnitureStyles: readonly string[];
}

/** Work asked of an export worker; it keeps the posts between steps, so that they cross the border once. */
export type ExportStep =
  | { readonly kind: 'add'; readonly posts: readonly Post[] }
  /** Puts the posts in the book's order; answers their titles in it. */
  | { readonly kind: 'order' }
  /** The document to print; `only` narrows it to one post, `pages` fills the contents page. */
  | {
      readonly kind: 'book';
      readonly only: number | null;
      readonly pages: readonly number[] | null;
    }
  /** Takes what was printed of the last `book`; answers where the posts stand in it. */
  | { readonly kind: 'pages'; readonly pdf: Uint8Array; readonly only: number | null }
  | { readonly kind: 'furniture'; readonly only: number | null; readonly book: BookPages }
  /** Finishes what was given to the last `pages`. */
  | {
      readonly kind: 'finish';
      readonly furniture: Uint8Array | null;
      readonly metadata: PdfMetadata;
    }
  | { readonly kind: 'names' };

/** The answer to each step. */
export interface ExportAnswers {
  readonly add: undefined;
  readonly order: readonly string[];
  readonly book: string;
  readonly pages: BookPages;
  readonly furniture: string;
  readonly finish: Uint8Array;
  readonly names: readonly string[];
}

/** An answer on its way back; `message` is set when the step failed. */
export type ExportReply =
  | { readonly id: number; readonly ok: true; readonly answer: ExportAnswers[keyof ExportAnswers] }
  | { readonly id: number; readonly ok: false; readonly message: string };
