import type { ExportOrder, MadeExport } from '../../core/exporting/makeExport.ts';
import type { ExportPlace } from '../../core/exporting/exportPlace.ts';
import type { FormatProgress } from '../../core/export/runFormat.ts';
import type { ArchiveId } from '../../shared/model.ts';
import type { FailureInfo } from '../../shared/result.ts';

/** What a format worker is started with. */
export interface FormatWorkerData {
  readonly dataFolder: string;
  readonly archiveId: ArchiveId;
  readonly order: ExportOrder;
  readonly place: ExportPlace;
  /** Absolute path at which the export is made, beside the place. */
  readonly part: string;
}

/** What a format worker tells: how far it is, and last that the part is complete or why not. */
export type FormatTold =
  | { readonly kind: 'progress'; readonly progress: FormatProgress }
  | { readonly kind: 'made'; readonly made: MadeExport }
  | { readonly kind: 'failed'; readonly failure: FailureInfo };

/** The one thing told to a format worker: that it should stop. */
export const STOP = 'stop';
