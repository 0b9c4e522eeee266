import type { LibraryImport, LibraryRecovery } from '../../shared/libraryModel.ts';
import type { ArchiveId, PostId } from '../../shared/model.ts';
import type { ExportSource } from './exportSource.ts';

/** The panes of the settings dialog. */
type SettingsPane = 'appearance' | 'reading' | 'keyboard' | 'library';

/** Posts to files. */
export interface ExportDialogState {
  readonly kind: 'export';
  /** Those that the source `given` stands for. */
  readonly ids: readonly PostId[];
  readonly source: ExportSource;
  /** The export that was started here, whose course is shown; null = none yet. */
  readonly jobId: string | null;
}

/** The dialog on top of the window. */
export type DialogState =
  | { readonly kind: 'none' }
  | ExportDialogState
  /** Labels for the bookmarks of these posts. */
  | { readonly kind: 'labels'; readonly ids: readonly PostId[] }
  /** The search on screen, to be kept under a name. */
  | { readonly kind: 'save-search' }
  /** The query and its filters as one line. */
  | { readonly kind: 'query-text' }
  /** The same search in all archives. */
  | { readonly kind: 'all-archives' }
  | { readonly kind: 'about' }
  /** Whether so many posts are to be marked as read. */
  | { readonly kind: 'mark-all-read'; readonly count: number }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'palette' }
  /** Posts of a month and day in all years; both from 1 on. */
  | { readonly kind: 'on-this-day'; readonly month: number; readonly day: number }
  | { readonly kind: 'settings'; readonly pane: SettingsPane }
  /** What the file at this path is to be read as. */
  | { readonly kind: 'read-as'; readonly path: string }
  | { readonly kind: 'remove-archive'; readonly archiveId: ArchiveId }
  /** Whether the library is to be what it was in the backup made then. */
  | { readonly kind: 'bring-back'; readonly madeAt: string }
  | { readonly kind: 'library-recovered'; readonly recovery: LibraryRecovery }
  | { readonly kind: 'library-imported'; readonly report: LibraryImport };
