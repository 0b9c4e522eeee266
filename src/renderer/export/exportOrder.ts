import type { ExportOptions } from '../../shared/exportModel.ts';
import type { ArchiveId, PostId } from '../../shared/model.ts';

/** What is exported and how; a new object with every change. */
export interface ExportOrder {
  readonly archiveId: ArchiveId;
  readonly ids: readonly PostId[];
  readonly options: ExportOptions;
  /** What was searched for; null when nothing was. */
  readonly query: string | null;
  /** Whether the search took Traditional and Simplified characters for the same. */
  readonly foldsVariants: boolean;
}
