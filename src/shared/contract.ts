import * as v from 'valibot';
import type { CharsetChoice } from './charsetChoices.ts';
import type { Charset } from './charsets.ts';
import type {
  AppInfo,
  Archive,
  ArchiveCounts,
  ArchiveId,
  ArchiveView,
  CharsetPreview,
  ExportProgress,
  ExportSummary,
  IndexingProgress,
  IndexingSummary,
  LinkAnswer,
  Mention,
  PlacedSnippet,
  Post,
  PostId,
  PostOutcome,
  PostPage,
  Problem,
  Settings,
} from './model.ts';
import type { EndingCount } from './otherFiles.ts';
import type { LibraryExport, LibraryImport, LibraryRecovery } from './libraryModel.ts';
import type { FailureInfo, Result } from './result.ts';
import {
  archiveIdSchema,
  archiveViewSchema,
  charsetChoiceSchema,
  charsetSchema,
  exportOptionsSchema,
  openPostSchema,
  postIdSchema,
  postIdsSchema,
  postKeySchema,
  postPathsSchema,
  postQuerySchema,
  resultQuerySchema,
  settingsSchema,
  snippetsQuerySchema,
} from './schemas.ts';

/** A channel: how its input is checked, and (as a type only) what it answers. */
interface Call<I, O> {
  readonly schema: v.GenericSchema<unknown, I>;
  readonly output?: O;
}

const call = <I, O>(schema: v.GenericSchema<unknown, I>): Call<I, O> => ({ schema });

const nothing = v.undefined();
const archiveOnly = v.strictObject({ archiveId: archiveIdSchema });
const text = v.pipe(v.string(), v.maxLength(1_000_000));

/** An archive as it opens: itself and what was on screen in it last time. */
export interface OpenedArchive {
  readonly archive: Archive;
  readonly view: ArchiveView;
  readonly counts: ArchiveCounts;
}

/** What the window needs before its first picture. */
export interface StartState {
  readonly app: AppInfo;
  readonly settings: Settings;
  readonly archives: readonly Archive[];
  /** The archive to open at once (command line, else the last one if its folder is there); null = welcome screen. */
  readonly initialArchiveId: ArchiveId | null;
  /** Set when the folder named on the command line could not be opened. */
  readonly failure: FailureInfo | null;
  /** What was brought back of a damaged library and the reader has not seen yet; null when all is well. */
  readonly recovery: LibraryRecovery | null;
}

/** How the library may be written to a file. */
const libraryFormat = v.picklist(['json', 'html', 'markdown']);
const namedFile = v.pipe(v.string(), v.minLength(1), v.maxLength(16_384));

/**
 * Channels answered by the core (in its worker thread, without Electron). Adding a channel is one line here and one
 * handler; the compiler points at everything missing.
 */
export const coreCalls = {
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
  /** How far the post was read: the share of it scrolled past, 0 to 1. */
  'posts.setPosition': call<{ archiveId: ArchiveId; path: string; position: number }, undefined>(
    v.strictObject({
      ...postKeySchema.entries,
      position: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
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
  /** Writes the library, or its bookmarks, to a file (absolute path). Fails with `export-failed`. */
  'library.exportTo': call<{ file: string; format: 'json' | 'html' | 'markdown' }, LibraryExport>(
    v.strictObject({ file: namedFile, format: libraryFormat }),
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
} as const;

/** Channels that need Electron or own a job; answered by the main process. */
export const shellCalls = {
  'app.start': call<undefined, StartState>(nothing),
  /** The language of menus and dialogs, for a window that could not start. */
  'app.language': call<undefined, 'en' | 'zh'>(nothing),
  /** Folder dialog; null when the reader cancels. */
  'archives.choose': call<undefined, Archive | null>(nothing),
  /** A folder dropped on the window (named by the preload, never by the page). */
  'archives.openDropped': call<{ folder: string }, Archive>(
    v.strictObject({ folder: v.pipe(v.string(), v.minLength(1), v.maxLength(16_384)) }),
  ),
  'archives.openSample': call<undefined, Archive>(nothing),
  /** Folder dialog for an archive that moved; null when the reader cancels. */
  'archives.locate': call<{ archiveId: ArchiveId }, Archive | null>(archiveOnly),
  /** Starts a run at once and answers; `rebuild` throws the index away first. A run under way goes on. */
  'indexing.start': call<{ archiveId: ArchiveId; mode: 'update' | 'rebuild' }, undefined>(
    v.strictObject({ archiveId: archiveIdSchema, mode: v.picklist(['update', 'rebuild']) }),
  ),
  'indexing.pause': call<{ archiveId: ArchiveId; isPaused: boolean }, undefined>(
    v.strictObject({ archiveId: archiveIdSchema, isPaused: v.boolean() }),
  ),
  'indexing.cancel': call<{ archiveId: ArchiveId }, undefined>(archiveOnly),
  /** Keeps a choice, or takes it back with null, reads the files again at once, and answers the choice before. */
  'charsets.set': call<
    v.InferOutput<typeof charsetChoiceSchema>,
    { readonly before: Charset | null }
  >(charsetChoiceSchema),
  /** Asks where to save the list as CSV or JSON; null when the reader cancels. */
  'problems.save': call<{ archiveId: ArchiveId }, { readonly file: string } | null>(archiveOnly),
  /** Asks where to save, then starts; null when the reader cancels. */
  'export.start': call<
    {
      archiveId: ArchiveId;
      ids: readonly PostId[];
      options: v.InferOutput<typeof exportOptionsSchema>;
    },
    { readonly jobId: string } | null
  >(v.strictObject({ ...postIdsSchema.entries, options: exportOptionsSchema })),
  'export.cancel': call<{ jobId: string }, undefined>(
    v.strictObject({ jobId: v.pipe(v.string(), v.maxLength(64)) }),
  ),
  /** Shows the written file or folder in the system's file browser. */
  'export.show': call<{ jobId: string }, undefined>(
    v.strictObject({ jobId: v.pipe(v.string(), v.maxLength(64)) }),
  ),
  /** Asks where to save, then writes the library or its bookmarks; null when the reader cancels. */
  'library.export': call<{ format: 'json' | 'html' | 'markdown' }, LibraryExport | null>(
    v.strictObject({ format: libraryFormat }),
  ),
  /** Asks for a library file and merges it; null when the reader cancels. */
  'library.import': call<undefined, LibraryImport | null>(nothing),
  /** Shows the damaged library that was set aside in the system's file browser. */
  'library.showSetAside': call<undefined, undefined>(nothing),
  'files.showInFolder': call<{ archiveId: ArchiveId; path: string }, undefined>(postKeySchema),
  /** Opens an http(s) or mailto address outside; anything else is refused. */
  'links.open': call<{ url: string }, undefined>(
    v.strictObject({ url: v.pipe(v.string(), v.maxLength(8_192)) }),
  ),
  'clipboard.writeText': call<{ text: string }, undefined>(v.strictObject({ text })),
  /** Copies the picture under a point of the window (CSS pixels). */
  'clipboard.copyImage': call<{ x: number; y: number }, undefined>(
    v.strictObject({ x: v.number(), y: v.number() }),
  ),
  /** The reader's language and theme, for menus, dialogs and the window's background. */
  'window.setAppearance': call<
    { language: 'en' | 'zh'; theme: 'light' | 'sepia' | 'dark' },
    undefined
  >(
    v.strictObject({
      language: v.picklist(['en', 'zh']),
      theme: v.picklist(['light', 'sepia', 'dark']),
    }),
  ),
  /** Enables what the native menu offers for the state of the window. */
  'menu.setState': call<
    { hasArchive: boolean; hasPost: boolean; selectedCount: number; isBookmarked: boolean },
    undefined
  >(
    v.strictObject({
      hasArchive: v.boolean(),
      hasPost: v.boolean(),
      selectedCount: v.number(),
      isBookmarked: v.boolean(),
    }),
  ),
} as const;

/** Everything the window may call. */
export const calls = { ...coreCalls, ...shellCalls } as const;

type Calls = typeof calls;
/** A name the window may call. */
export type Channel = keyof Calls;
/** A channel that the core answers. */
export type CoreChannel = keyof typeof coreCalls;
/** A channel that the main process answers. */
export type ShellChannel = keyof typeof shellCalls;
/** What a channel takes, after its schema. */
export type Input<C extends Channel> = Calls[C] extends Call<infer I, unknown> ? I : never;
/** What a channel answers when all is well. */
export type Output<C extends Channel> = Calls[C] extends { readonly output?: infer O } ? O : never;

/** One handler for each of the named channels. */
export type Handlers<C extends Channel> = {
  readonly [K in C]: (input: Input<K>) => Output<K> | Promise<Output<K>>;
};

/** A call as the window makes it; never rejects. */
export type Invoke = <C extends Channel>(channel: C, input: Input<C>) => Promise<Result<Output<C>>>;

/** What a native menu, or a shortcut, may ask of the window. */
export type MenuCommand =
  | 'open-folder'
  | 'close-archive'
  | 'rebuild-index'
  | 'export-library'
  | 'export-bookmarks-html'
  | 'export-bookmarks-markdown'
  | 'import-library'
  | 'search'
  | 'find-in-post'
  | 'find-next'
  | 'find-previous'
  | 'select-all'
  | 'bookmark'
  | 'export-selection'
  | 'export-post'
  | 'next-post'
  | 'previous-post'
  | 'toggle-sidebar'
  | 'toggle-problems'
  | 'text-larger'
  | 'text-smaller'
  | 'text-reset'
  | 'theme-system'
  | 'theme-light'
  | 'theme-sepia'
  | 'theme-dark'
  | 'language-en'
  | 'language-zh'
  | 'shortcuts'
  | 'about';

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
  'export.progress',
  'export.finished',
  'core.died',
  'menu.command',
  'archive.requested',
] as const satisfies readonly EventName[];

/** What the preload puts on `window.archive`; nothing else of Electron reaches the page. */
export interface Bridge {
  readonly call: Invoke;
  /** Returns the function that ends the subscription. */
  readonly subscribe: <E extends EventName>(
    name: E,
    listener: (payload: Events[E]) => void,
  ) => () => void;
  /** Absolute path of a dropped file or folder; empty when it has none. */
  readonly pathOfDropped: (file: unknown) => string;
}
