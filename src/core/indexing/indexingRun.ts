import type { ArchiveId } from '../../shared/model.ts';
import type { IndexingProgress, IndexingSummary } from '../../shared/jobModel.ts';
import type { FileRecord, FileStamp, IndexWriter } from '../store/storeTypes.ts';
import type { IndexingControl } from './indexingControl.ts';
import type { KnownFiles } from './knownFiles.ts';
import type { MeasureThread } from './measureThread.ts';
import type { OtherFiles } from './otherFiles.ts';
import type { Parser } from './parser.ts';
import type { ProgressMeter, RunCounts } from './progressMeter.ts';
import type { RecordBatch } from './recordBatch.ts';
import type { RootIdentity } from './rootGuard.ts';
import type { ListedFolder } from './scanFolder.ts';
import type { PathsFound } from './scanPaths.ts';

/** What one run over an archive works with. */
export interface RunRequest {
  readonly archiveId: ArchiveId;
  /** Absolute path of the archive. */
  readonly folder: string;
  readonly writer: IndexWriter;
  readonly parser: Parser;
  readonly measurer: MeasureThread;
  readonly control: IndexingControl;
  readonly onProgress: (progress: IndexingProgress) => void;
  /** Relative paths to look at, when only they may have changed; missing = the whole folder. */
  readonly paths?: readonly string[] | undefined;
  /** Whether the site has page bundles. */
  readonly hasBundles: boolean;
}

/** How a run ended by itself or was ended; a failure is thrown instead. */
export interface RunOutcome {
  readonly outcome: 'done' | 'cancelled';
  readonly summary: IndexingSummary;
  /** Posts in the index now, pages not counted. */
  readonly postCount: number;
}

/** A run under way. */
export interface Run {
  readonly request: RunRequest;
  readonly known: KnownFiles;
  /** Stamps of the files that are known and were found changed. */
  readonly stamps: Map<string, FileStamp>;
  readonly unlistedFolders: string[];
  /** Told of every folder that is listed; see `folderRules`. */
  readonly onFolder: (listed: ListedFolder) => void;
  /** What else was listed. */
  readonly others: OtherFiles;
  /** Whether a path is said to have changed: its file is read whatever it looks like. */
  readonly isNamed: (path: string) => boolean;
  /** Null for a run over the whole folder. */
  readonly found: PathsFound | null;
  readonly batch: RecordBatch;
  readonly counts: RunCounts;
  readonly meter: ProgressMeter;
  readonly root: RootIdentity | null;
  /** Posts of the index whose file cannot be read now, to be taken out once it is sure that the folder is still there. */
  readonly unread: FileRecord[];
  /** Links that decide what is listed. */
  linkCount: number;
  readonly tally: { added: number; updated: number; removed: number; unchanged: number };
  readonly startedAt: number;
}
