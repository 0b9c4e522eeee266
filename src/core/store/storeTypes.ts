import type { Problem } from '../../shared/model.ts';
import type { ParsedPost } from '../post/parsedPost.ts';

/** What the index remembers of a file, so that an unchanged one is not read again. */
export interface FileStamp {
  readonly path: string;
  readonly sizeBytes: number;
  /** Modification time in milliseconds, as the file system gives it (fraction kept). */
  readonly mtimeMs: number;
  /** Hexadecimal hash of the file's bytes; empty when it could not be read. */
  readonly contentHash: string;
}

/** One file's new state for the index. A file that gave a problem instead of a post has `post` null. */
export interface FileRecord {
  readonly stamp: FileStamp;
  readonly pathHex?: string;
  readonly post: ParsedPost | null;
  /** All problem rows of the file; replaces those of earlier runs. */
  readonly problems: readonly Problem[];
}

/** The only way into an index file. One writer at a time; every call is one transaction. */
export interface IndexWriter {
  /** Stamps of all files known, by path. */
  readonly stamps: () => Map<string, FileStamp>;
  /** Adds or replaces files. Searchable by readers when it returns. */
  readonly put: (records: readonly FileRecord[]) => void;
  /** Only the stamp changed (touched, same content). */
  readonly touch: (stamps: readonly FileStamp[]) => void;
  readonly remove: (paths: readonly string[]) => void;
  /** Site-wide facts kept with the index: archive title, timezone and whatever parsing depended on. */
  readonly setMeta: (key: string, value: string) => void;
  readonly getMeta: (key: string) => string | null;
  readonly counts: () => {
    readonly posts: number;
    readonly pages: number;
    readonly problems: number;
  };
  /** Housekeeping after a run (FTS optimise in bounded steps, statistics, WAL checkpoint). */
  readonly finish: () => void;
  readonly close: () => void;
}
