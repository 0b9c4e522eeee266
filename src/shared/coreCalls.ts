import * as v from 'valibot';
import { annotationCalls } from './annotationCalls.ts';
import type { OpenedArchive } from './appModel.ts';
import type { CharsetChoice } from './charsetChoices.ts';
import type { Charset } from './charsets.ts';
import type { ArchiveView, Settings } from './appModel.ts';
import type {
  Archive,
  ArchiveCounts,
  ArchiveId,
  CharsetPreview,
  Passage,
  PlacedSnippet,
  Post,
  PostId,
  PostOutcome,
  Problem,
} from './model.ts';
import type { ExportedOutcome } from './exportModel.ts';
import type { LinkAnswer, Mention } from './linkModel.ts';
import type { PostPage } from './searchModel.ts';
import type { EndingCount } from './otherFiles.ts';
import type {
  LibraryBackup,
  LibraryExport,
  LibraryImport,
  LibraryRecovery,
} from './libraryModel.ts';
import {
  archiveIdSchema,
  archiveViewSchema,
  charsetChoiceSchema,
  charsetSchema,
  openPostSchema,
  postIdSchema,
  postIdsSchema,
  passageSchema,
  postKeySchema,
  postPathsSchema,
  postQuerySchema,
  resultQuerySchema,
  settingsSchema,
  snippetsQuerySchema,
  libraryFormatSchema,
} from './schemas.ts';
import { archiveOnly, call, nothing } from './call.ts';
import { citationCalls } from './citationCalls.ts';
import { copyCalls } from './copyCalls.ts';
import { searchCalls } from './searchCalls.ts';
import { timeCalls } from './timeCalls.ts';

const namedFile = v.pipe(v.string(), v.minLength(1), v.maxLength(16_384));

/**
 * Channels answered by the core (in its worker thread, without Electron). Adding a channel is one line here and one
 * handler; the compiler points at everything missing.
 */
export const coreCalls = {
  ...annotationCalls,
  'archives.list': call<undefined, readonly Archive[]>(nothing),
  /**
   * Registers the folder when it is new. Answers `archive-missing` when nothing is there, `archive-unreadable` when it
   * is no folder or cannot be read.
   */
  'archives.add': call<{ folder: string; isSample: boolean }, Archive>(
    v.strictObject({ folder: v.pipe(v.string(), v.minLength(1)), isSample: v.boolean() }),
  ),
  'archives.open': call<{ archiveId: ArchiveId }, OpenedArchive>(archiveOnly),
  'archives.counts': call<{ archiveId: ArchiveId }, ArchiveCounts>(archiveOnly),
  /** Takes the archive off the list and deletes its index; its bookmarks stay in the library and come back with it. */
  'archives.remove': call<{ archiveId: ArchiveId }, undefined>(archiveOnly),
  /** The archive's folder moved. Fails as `archives.add` does, and with `bad-input` for the folder of another archive. */
  'archives.relocate': call<{ archiveId: ArchiveId; folder: string }, Archive>(
    v.strictObject({ archiveId: archiveIdSchema, folder: v.pipe(v.string(), v.minLength(1)) }),
  ),
  'views.save': call<{ archiveId: ArchiveId; view: ArchiveView }, undefined>(
    v.strictObject({ archiveId: archiveIdSchema, view: archiveViewSchema }),
  ),
  'posts.search': call<v.InferOutput<typeof postQuerySchema>, PostPage>(postQuerySchema),
  /** How many posts a result has, without its rows and facets. */
  'posts.count': call<v.InferOutput<typeof resultQuerySchema>, { readonly total: number }>(
    resultQuerySchema,
  ),
  /** All posts of a result, in its order (Select all). Ids end with the index: calls that take them answer `index-renewed` then. */
  'posts.ids': call<v.InferOutput<typeof resultQuerySchema>, readonly PostId[]>(resultQuerySchema),
  /** The posts at these paths, in their order; null where the index has none (yet). */
  'posts.idsAt': call<
    { archiveId: ArchiveId; paths: readonly string[] },
    readonly (PostId | null)[]
  >(postPathsSchema),
  /**
   * Up to `limit` excerpts of one post around the hits of a query: the best ones, in the order of its text. Empty when
   * only its title was hit; `not-found` when the index has no such post.
   */
  'posts.snippets': call<v.InferOutput<typeof snippetsQuerySchema>, readonly PlacedSnippet[]>(
    snippetsQuerySchema,
  ),
  /**
   * One post, rendered from its file as it is now; `not-found` when the index has none at this path. Of a long one only a
   * part: the one asked for, with `find` the one with the first hit from there on, else the one that the reader left.
   */
  'posts.get': call<v.InferOutput<typeof openPostSchema>, Post>(openPostSchema),
  /** Up to 100 posts for export and preview, in the order asked; one that cannot be read says why. */
  'posts.getMany': call<
    { archiveId: ArchiveId; ids: readonly PostId[]; isPreview?: boolean | undefined },
    readonly PostOutcome[]
  >(
    v.strictObject({
      archiveId: archiveIdSchema,
      // The beginning is enough: of a long post only its first part is given.
      isPreview: v.optional(v.boolean()),
      ids: v.pipe(v.array(postIdSchema), v.maxLength(100), v.readonly()),
    }),
  ),
  /** Up to 50 posts with all that an export may need of them, in the order asked; one that cannot be read says why. */
  'posts.forExport': call<
    { archiveId: ArchiveId; ids: readonly PostId[] },
    readonly ExportedOutcome[]
  >(
    v.strictObject({
      archiveId: archiveIdSchema,
      ids: v.pipe(v.array(postIdSchema), v.maxLength(50), v.readonly()),
    }),
  ),
  /**
   * The same posts in the order of an export: by day (those without one last), or by source and then by day. Posts that
   * are not in the index any more come last.
   */
  'posts.inOrder': call<
    { archiveId: ArchiveId; ids: readonly PostId[]; order: 'date' | 'source' },
    readonly PostId[]
  >(v.strictObject({ ...postIdsSchema.entries, order: v.picklist(['date', 'source']) })),
  /**
   * Characters of these posts that no font bundled for PDFs draws, each once: fonts of the system stand in for them, where
   * it has any. To be named before an export.
   */
  'glyphs.missing': call<{ archiveId: ArchiveId; ids: readonly PostId[] }, readonly string[]>(
    postIdsSchema,
  ),
  /** Where a link of the post at `path` leads; `href` as it stands in the post's HTML. */
  'links.follow': call<{ archiveId: ArchiveId; path: string; href: string }, LinkAnswer>(
    v.strictObject({ ...postKeySchema.entries, href: v.pipe(v.string(), v.maxLength(10_000)) }),
  ),
  /** Posts that link to the one at `path`, the newest first; at most 500. */
  'links.mentions': call<{ archiveId: ArchiveId; path: string }, readonly Mention[]>(postKeySchema),
  /** Answers the posts whose state changed. */
  'posts.setRead': call<
    { archiveId: ArchiveId; ids: readonly PostId[]; isRead: boolean },
    { readonly changed: readonly PostId[] }
  >(v.strictObject({ ...postIdsSchema.entries, isRead: v.boolean() })),
  /** How far the post was read: the share of it scrolled past, 0 to 1, and the words there (null = none are in view). */
  'posts.setPosition': call<
    { archiveId: ArchiveId; path: string; position: number; passage: Passage | null },
    undefined
  >(
    v.strictObject({
      ...postKeySchema.entries,
      position: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      passage: v.nullable(passageSchema),
    }),
  ),
  /** Answers the posts whose bookmark changed, so that undo restores exactly those. */
  'bookmarks.set': call<
    { archiveId: ArchiveId; ids: readonly PostId[]; isBookmarked: boolean },
    { readonly changed: readonly PostId[] }
  >(v.strictObject({ ...postIdsSchema.entries, isBookmarked: v.boolean() })),
  'problems.list': call<{ archiveId: ArchiveId }, readonly Problem[]>(archiveOnly),
  /** Files that are no posts by their endings, most first, as of the last look at the whole folder. */
  'problems.otherFiles': call<{ archiveId: ArchiveId }, readonly EndingCount[]>(archiveOnly),
  /** What was brought back of a damaged library, until `library.recoverySeen`. */
  'library.recovery': call<undefined, LibraryRecovery | null>(nothing),
  'library.recoverySeen': call<undefined, undefined>(nothing),
  /** Backups of the library, newest first. */
  'library.backups': call<undefined, readonly LibraryBackup[]>(nothing),
  /** Makes a backup unless the newest holds the same, and answers all. Fails as the disk does. */
  'library.backUp': call<undefined, readonly LibraryBackup[]>(nothing),
  /**
   * Makes what readers marked and wrote what it was in a backup, after a backup of now. Answers the archives concerned;
   * `not-found` when the backup is gone or damaged.
   */
  'library.bringBackFrom': call<{ madeAt: string }, readonly string[]>(
    v.strictObject({ madeAt: v.pipe(v.string(), v.isoTimestamp()) }),
  ),
  /** Writes the library, or its bookmarks, to a file (absolute path). Fails with `export-failed`. */
  'library.exportTo': call<{ file: string; format: 'json' | 'html' | 'markdown' }, LibraryExport>(
    v.strictObject({ file: namedFile, format: libraryFormatSchema }),
  ),
  /** Merges a library file (absolute path). Fails with `library-file-invalid`, and nothing of it is taken then. */
  'library.importFrom': call<{ file: string }, LibraryImport>(v.strictObject({ file: namedFile })),
  /** What the reader chose to read files as, by path. */
  'charsets.list': call<{ archiveId: ArchiveId }, readonly CharsetChoice[]>(archiveOnly),
  /** The beginning of a file in a charset, null = as detected. `not-found` when the file cannot be read. */
  'charsets.preview': call<
    { archiveId: ArchiveId; path: string; charset: Charset | null },
    CharsetPreview
  >(v.strictObject({ ...postKeySchema.entries, charset: v.nullable(charsetSchema) })),
  /** Keeps a choice (null takes it back) and answers the one before. Files are not read again by it; `charsets.set` does. */
  'charsets.keep': call<
    v.InferOutput<typeof charsetChoiceSchema>,
    { readonly before: Charset | null }
  >(charsetChoiceSchema),
  'settings.get': call<undefined, Settings>(nothing),
  'settings.set': call<Settings, undefined>(settingsSchema),
  ...timeCalls,
  ...searchCalls,
  ...citationCalls,
  ...copyCalls,
} as const;
