import type { CommandId } from './commands/commands.ts';
import type { Settings } from './appModel.ts';
import type { Archive, ArchiveId, PostId } from './model.ts';
import type { Filters } from './searchModel.ts';
import type { ExportProgress, ExportSummary } from './exportModel.ts';
import type { IndexingProgress, IndexingSummary } from './jobModel.ts';
import type { FailureInfo } from './result.ts';

/** What a native menu, or a shortcut, may ask of the window. */
export type MenuCommand = CommandId;

/** What main tells the window. */
export interface Events {
  readonly 'archives.changed': { readonly archives: readonly Archive[] };
  /** At most every 100 ms. */
  readonly 'indexing.progress': IndexingProgress;
  readonly 'indexing.finished': {
    readonly archiveId: ArchiveId;
    readonly outcome: 'done' | 'cancelled' | 'failed';
    readonly summary: IndexingSummary | null;
    readonly failure: FailureInfo | null;
  };
  /** New posts can be found; at most once a second while indexing, and at its end. */
  readonly 'index.changed': { readonly archiveId: ArchiveId; readonly wasRebuilt: boolean };
  /** An index that there was could not be used and is being made anew. */
  readonly 'index.rebuilt': { readonly archiveId: ArchiveId };
  /** How changes of the archive on screen come to be known: told by the system, or found by a scan now and then. */
  readonly 'archive.watched': {
    readonly archiveId: ArchiveId;
    readonly mode: 'events' | 'scans';
  };
  /** Highlights, notes or labels changed on the posts at these paths; null = on any. */
  readonly 'annotations.changed': {
    readonly archiveId: ArchiveId;
    readonly paths: readonly string[] | null;
  };
  /** The saved searches of an archive changed. */
  readonly 'searches.changed': { readonly archiveId: ArchiveId };
  /** Another window changed the settings. */
  readonly 'settings.changed': { readonly settings: Settings };
  /** Another window marked posts; they carry this mark now. */
  readonly 'posts.marked': {
    readonly archiveId: ArchiveId;
    readonly ids: readonly PostId[];
    readonly mark: { readonly isRead?: boolean; readonly isBookmarked?: boolean };
  };
  /** A window with a post of its own asks the main one for a list. */
  readonly 'list.requested': {
    readonly archiveId: ArchiveId;
    readonly text: string;
    readonly filters: Filters;
  };
  readonly 'export.progress': ExportProgress;
  readonly 'export.finished': ExportSummary;
  /** The part that answers reads and writes died: a new one is there, or none for now because too many have died. */
  readonly 'core.died': { readonly isRestarted: boolean };
  readonly 'menu.command': { readonly command: MenuCommand };
  /** A second start, or the system, asks this window to open an archive. */
  readonly 'archive.requested': { readonly archive: Archive };
}

/** A name the window may subscribe to. */
export type EventName = keyof Events;

/** Every event's name, so that the preload forwards these and nothing else. */
export const eventNames = [
  'archives.changed',
  'indexing.progress',
  'indexing.finished',
  'index.changed',
  'index.rebuilt',
  'archive.watched',
  'annotations.changed',
  'searches.changed',
  'settings.changed',
  'posts.marked',
  'list.requested',
  'export.progress',
  'export.finished',
  'core.died',
  'menu.command',
  'archive.requested',
] as const satisfies readonly EventName[];
