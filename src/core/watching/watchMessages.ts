import type { ArchiveId } from '../../shared/model.ts';
import type { DirtyPaths } from './dirtyPaths.ts';
import type { WatchMode } from './watchFolder.ts';

/** A folder whose presence is to be looked at. */
export interface LookedAtFolder {
  readonly folder: string;
  /** True where an empty folder counts as away: there were posts in it. */
  readonly holdsPosts: boolean;
  /** What the window was told of it last; a run may have found it gone before anybody looked. */
  readonly isPresent: boolean;
}

/** The archive on screen. */
export interface WatchedArchive {
  readonly archiveId: ArchiveId;
  readonly folder: string;
}

/** What the watching process is told. */
export type WatchCommand =
  /** Takes the place of what was watched; null = nothing. */
  | { readonly kind: 'watch'; readonly archive: WatchedArchive | null }
  /** Takes the place of the folders looked at so far. */
  | { readonly kind: 'look'; readonly folders: readonly LookedAtFolder[] };

/** What the watching process tells. */
export type WatchReport =
  | { readonly kind: 'changed'; readonly archiveId: ArchiveId; readonly paths: DirtyPaths }
  | { readonly kind: 'mode'; readonly archiveId: ArchiveId; readonly mode: WatchMode }
  /** A folder went away or came back. */
  | { readonly kind: 'presence'; readonly folder: string; readonly isPresent: boolean };
