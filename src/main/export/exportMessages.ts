import type { ComposedPart } from '../../core/exporting/pdfBodyParts.ts';
import type { ComposedSheets, MadeFiles } from '../../core/exporting/pdfJob.ts';
import type { PdfJobInput } from '../../core/exporting/pdfJobModel.ts';
import type { ComposedSingle, TakenSingle } from '../../core/exporting/pdfSingles.ts';
import type { WholeBook } from '../../core/export/pdf/pdfAssembly.ts';
import type { FrontTaken } from '../../core/export/pdf/pdfFront.ts';
import type { ArchiveId } from '../../shared/model.ts';
import type { ErrorCode } from '../../shared/result.ts';

/** What an export worker is started with. It reads index, library and files itself. */
export interface ExportWorkerData extends PdfJobInput {
  readonly dataFolder: string;
  readonly archiveId: ArchiveId;
}

/** Work asked of an export worker. PDFs are handed over, not copied. */
export type ExportStep =
  /**
   * Begins a preview in a thread that was started without a job: the book is planned of its first posts, at most `most`.
   * Answers how many posts it is planned of.
   */
  | { readonly kind: 'begin'; readonly input: ExportWorkerData; readonly most: number }
  /** A document that tells how Chromium notes places, and its print. */
  | { readonly kind: 'probe' }
  | { readonly kind: 'takeProbe'; readonly pdf: Uint8Array }
  /** Puts the posts in order; answers how many files there will be. */
  | { readonly kind: 'plan' }
  /** Begins a file; answers how many pieces its body has. */
  | { readonly kind: 'open'; readonly file: number }
  /** The document of pieces from `from` on, at most up to `to`, fewer when they are long. */
  | {
      readonly kind: 'body';
      readonly from: number;
      readonly to: number;
      /** As in `WantedPart`. */
      readonly characters?: number;
    }
  /** Says that a piece cannot be printed: a page that says so stands in for it from now on. */
  | { readonly kind: 'spoiled'; readonly piece: number; readonly message: string }
  /** Answers the pages of the body so far. */
  | { readonly kind: 'takeBody'; readonly pdf: Uint8Array }
  | { readonly kind: 'front' }
  | { readonly kind: 'takeFront'; readonly pdf: Uint8Array }
  | { readonly kind: 'back' }
  | { readonly kind: 'takeBack'; readonly pdf: Uint8Array }
  /** Answers the number of pages of the file. */
  | { readonly kind: 'settle' }
  | { readonly kind: 'sheets'; readonly whole?: WholeBook }
  | { readonly kind: 'takeSheets'; readonly pdf: Uint8Array }
  /** Completes the file. */
  | { readonly kind: 'finish' }
  /** Gives the file up: what is written of it goes. */
  | { readonly kind: 'drop'; readonly message: string }
  /** The document of a file of one post; several may be in the making. */
  | { readonly kind: 'single'; readonly file: number }
  /** Answers its heads and feet; where there are none the file is complete. */
  | { readonly kind: 'takeSingle'; readonly file: number; readonly pdf: Uint8Array }
  | { readonly kind: 'takeSingleSheets'; readonly file: number; readonly pdf: Uint8Array }
  | { readonly kind: 'dropSingle'; readonly file: number; readonly message: string }
  | { readonly kind: 'end' };

/** The answer to each step. */
export interface ExportAnswers {
  readonly begin: number;
  readonly probe: string;
  readonly takeProbe: undefined;
  readonly plan: number;
  readonly open: { readonly pieces: number; readonly title: string };
  readonly body: ComposedPart;
  readonly spoiled: undefined;
  readonly takeBody: number;
  readonly front: string | null;
  readonly takeFront: FrontTaken;
  readonly back: string | null;
  readonly takeBack: undefined;
  readonly settle: number;
  readonly sheets: ComposedSheets;
  readonly takeSheets: undefined;
  readonly finish: undefined;
  readonly drop: undefined;
  readonly single: ComposedSingle;
  readonly takeSingle: TakenSingle;
  readonly takeSingleSheets: TakenSingle;
  readonly dropSingle: undefined;
  readonly end: MadeFiles;
}

/** An answer on its way back; `message` is set when the step failed. */
export type ExportReply =
  | { readonly id: number; readonly ok: true; readonly answer: ExportAnswers[keyof ExportAnswers] }
  | {
      readonly id: number;
      readonly ok: false;
      readonly code: ErrorCode;
      readonly message: string;
    };
