import type { ExportedPost, ExportOptions } from '../../../shared/exportModel.ts';
import type { ArchiveId } from '../../../shared/model.ts';

/** A file of the archive that a post shows. */
export interface MediaFile {
  readonly bytes: Uint8Array;
  /** `image/png` and the like, by name and first bytes; `application/octet-stream` when unknown. */
  readonly type: string;
}

/** What a writer of a format works with. Nothing of it knows of Electron. */
export interface WriterTools {
  readonly options: ExportOptions;
  readonly archive: { readonly id: ArchiveId; readonly name: string };
  readonly language: 'en' | 'zh';
  /** How many posts will come. */
  readonly total: number;
  /** Appends to the file of the export, at the pace of the disk (or of the pipe); only for formats of one file. */
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** Writes a whole file of the export by its relative path, `/` between parts; only for formats that are a folder. */
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>;
  /** A local picture of a post by its path in the archive, as in `src` of the post's HTML, decoded; null when it is not there. */
  readonly readMedia: (path: string) => Promise<MediaFile | null>;
  readonly now: Date;
}

/** Writes one format. Posts come in the order of the export, each once; memory must not grow with their number. */
export interface FormatWriter {
  /** What it throws ends the export, but for an `AppError` with the post's path, which is told as that post's failure. */
  readonly add: (post: ExportedPost) => Promise<void>;
  /** Completes the file or folder. */
  readonly finish: () => Promise<void>;
}
