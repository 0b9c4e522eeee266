import type { ExportedPost, ExportOptions } from '../../../shared/exportModel.ts';
import type { LinkAnswer } from '../../../shared/linkModel.ts';
import type { ArchiveId, Post } from '../../../shared/model.ts';
import type { MediaFinder } from '../../post/localAddress.ts';
import type { SiteConfig } from '../../post/parsedPost.ts';
import type { SoughtText } from '../marks/hitFinder.ts';

/** A file of the archive that a post shows. */
export interface MediaFile {
  readonly bytes: Uint8Array;
  /** `image/png` and the like, by name and first bytes; `application/octet-stream` when unknown. */
  readonly type: string;
}

/** What a writer may ask of the archive besides the posts that it is given. Answered at once, from the index, but for `articleAt`. */
export interface PostLookup {
  readonly site: SiteConfig;
  /** The posts that will come, in their order; one whose row cannot be had is missing. One of them may yet fail, and never come. */
  readonly posts: () => readonly NamedPost[];
  /** Where a link in the post at a path leads, by its address as in the post's HTML or as written. */
  readonly follow: (postPath: string, href: string) => LinkAnswer;
  /** The article of a post of the archive, read and rendered for it; null when it cannot be had. */
  readonly articleAt: (path: string) => Promise<Pick<Post, 'html' | 'lang'> | null>;
  /** Ids, as they may stand in the article of the post at a path, that links in other posts of the archive name. */
  readonly placesLinkedTo: (path: string) => ReadonlySet<string>;
  /** Where the pictures, sounds and films of the post at a path are; keep it for one post only. */
  readonly mediaOf: (postPath: string) => MediaFinder;
}

/** What is known of a post before the first is written: its place in the export and its line in the contents. */
export type NamedPost = Pick<Post, 'path' | 'title' | 'date' | 'day' | 'source' | 'lang' | 'url'>;

/** What a writer of a format works with. Nothing of it knows of Electron. */
export interface WriterTools {
  readonly options: ExportOptions;
  readonly archive: { readonly id: ArchiveId; readonly name: string };
  readonly language: 'en' | 'zh';
  /** The search whose result the posts are; null when they are none. */
  readonly sought: SoughtText | null;
  /** How many posts will come. */
  readonly total: number;
  /** Appends to the file of the export, at the pace of the disk (or of the pipe); only for formats of one file. */
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** Writes a whole file of the export by its relative path, `/` between parts; only for formats that are a folder. */
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>;
  /** A local picture of a post by its path in the archive, as in `src` of the post's HTML, decoded; null when it is not there. */
  readonly readMedia: (path: string) => Promise<MediaFile | null>;
  readonly now: Date;
  readonly lookup: PostLookup;
}

/** Writes one format. Posts come in the order of the export, each once; memory must not grow with their number. */
export interface FormatWriter {
  /** What it throws ends the export, but for an `AppError` with the post's path, which is told as that post's failure. */
  readonly add: (post: ExportedPost) => Promise<void>;
  /** Completes the file or folder. */
  readonly finish: () => Promise<void>;
  /** What the reader should know of what was written, as sentences in the language of the export; asked for at the end. */
  readonly warnings?: () => readonly string[];
}
