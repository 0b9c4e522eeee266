import * as v from 'valibot';
import type { HighlightsExport } from './annotations.ts';
import { highlightsToExportSchema } from './annotationSchemas.ts';
import type { ReaderPost, StartState } from './appModel.ts';
import type { Charset } from './charsets.ts';
import { exportOptionsSchema } from './exportSchemas.ts';
import type { ExportPreview } from './exportModel.ts';
import type { Archive, ArchiveId, PostId } from './model.ts';
import type { LibraryExport, LibraryImport } from './libraryModel.ts';
import {
  archiveIdSchema,
  changedKeysSchema,
  charsetChoiceSchema,
  postIdsSchema,
  postKeySchema,
  libraryFormatSchema,
  listSchema,
} from './schemas.ts';
import type { Filters } from './searchModel.ts';
import { archiveOnly, call, nothing } from './call.ts';
import { clipboardSchema } from './copyCalls.ts';

const someCommands = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(64))),
  v.maxLength(1000),
  v.readonly(),
);

/** What the native menu is told of the window: commands by id, and the keys the reader changed. */
const menuStateSchema = v.strictObject({
  /** Commands that cannot run now. */
  unavailable: someCommands,
  /** Commands that are switched on and off, and are on. */
  on: someCommands,
  /** Commands that are switched on and off. */
  switches: someCommands,
  keys: changedKeysSchema,
});

/** See `menu.setState`. */
export type MenuState = v.InferOutput<typeof menuStateSchema>;

const text = v.pipe(v.string(), v.maxLength(1_000_000));

const cell = v.pipe(v.string(), v.maxLength(10_000));
const chartName = v.pipe(v.string(), v.maxLength(10_000));

/** What previews get ready for. */
const previewWarmthSchema = v.strictObject({
  typeface: v.picklist(['serif', 'sans']),
  sample: v.pipe(v.string(), v.maxLength(2000)),
});

/**
 * What is exported and how; `query` = what was searched for, whose words can be marked. Missing or null = nothing was.
 * `foldsVariants` as in the search: false = Traditional and Simplified characters are told apart; missing = true.
 */
const exportOrderSchema = v.strictObject({
  ...postIdsSchema.entries,
  options: exportOptionsSchema,
  query: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(10_000)))),
  foldsVariants: v.optional(v.boolean()),
});

/** A chart to be saved; `name` becomes the name of the file. */
const chartSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('csv'),
    name: chartName,
    rows: v.pipe(
      v.array(v.pipe(v.array(cell), v.maxLength(64), v.readonly())),
      v.maxLength(10_000),
      v.readonly(),
    ),
  }),
  v.strictObject({
    kind: v.literal('png'),
    name: chartName,
    png: v.pipe(v.string(), v.maxLength(40_000_000), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
  }),
]);

/** Channels that need Electron or own a job; answered by the main process. */
export const shellCalls = {
  'app.start': call<undefined, StartState>(nothing),
  /** The language of menus and dialogs, for a window that could not start. */
  'app.language': call<undefined, 'en' | 'zh'>(nothing),
  /** As `library.bringBackFrom`; every window is told. */
  'library.bringBack': call<{ madeAt: string }, undefined>(
    v.strictObject({ madeAt: v.pipe(v.string(), v.isoTimestamp()) }),
  ),
  /** Opens the data folder in the system's file browser. */
  'library.openDataFolder': call<undefined, undefined>(nothing),
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
  /** Asks where to save a chart as a table or a picture (PNG in base64); null when the reader cancels. */
  'trends.save': call<v.InferOutput<typeof chartSchema>, { readonly file: string } | null>(
    chartSchema,
  ),
  /** Asks where to save the list as CSV or JSON; null when the reader cancels. */
  'problems.save': call<{ archiveId: ArchiveId }, { readonly file: string } | null>(archiveOnly),
  /** Asks where to save, then starts; null when the reader cancels. `folder` = the absolute path of what it is put in. */
  'export.start': call<
    {
      archiveId: ArchiveId;
      ids: readonly PostId[];
      options: v.InferOutput<typeof exportOptionsSchema>;
      query?: string | null | undefined;
      foldsVariants?: boolean | undefined;
    },
    { readonly jobId: string; readonly folder: string } | null
  >(exportOrderSchema),
  /**
   * The first pages (or lines) of what `export.start` would write, made by the same tools; null where there is nothing to
   * show of a format. Asking again gives up what was asked before: `cancelled`. Writes nothing that stays.
   */
  'export.preview': call<
    {
      archiveId: ArchiveId;
      ids: readonly PostId[];
      options: v.InferOutput<typeof exportOptionsSchema>;
      query?: string | null | undefined;
      foldsVariants?: boolean | undefined;
    },
    ExportPreview | null
  >(exportOrderSchema),
  /**
   * Opens what pages are previewed with ahead of the first preview, so that it comes sooner; with the faces that `sample`
   * takes, words of the posts that will likely be shown.
   */
  'export.warmPreview': call<
    { readonly typeface: 'serif' | 'sans'; readonly sample: string },
    undefined
  >(previewWarmthSchema),
  /** Gives up a preview that is being made, and closes all that previews keep. */
  'export.dropPreview': call<undefined, undefined>(nothing),
  /**
   * Prints posts by the system's dialog, laid out as a PDF of these options would be. Answers once they are on their way to
   * the printer; false when the reader cancels. Fails with `no-printer` where there is none.
   */
  'export.print': call<
    {
      archiveId: ArchiveId;
      ids: readonly PostId[];
      options: v.InferOutput<typeof exportOptionsSchema>;
      query?: string | null | undefined;
      foldsVariants?: boolean | undefined;
    },
    { readonly isPrinted: boolean }
  >(exportOrderSchema),
  'export.cancel': call<{ jobId: string }, undefined>(
    v.strictObject({ jobId: v.pipe(v.string(), v.maxLength(64)) }),
  ),
  /** Shows the written file or folder in the system's file browser. */
  'export.show': call<{ jobId: string }, undefined>(
    v.strictObject({ jobId: v.pipe(v.string(), v.maxLength(64)) }),
  ),
  /** Opens the written file, or folder, with the program that the system has for it. */
  'export.open': call<{ jobId: string }, undefined>(
    v.strictObject({ jobId: v.pipe(v.string(), v.maxLength(64)) }),
  ),
  /** Asks where to save, then writes the library or its bookmarks; null when the reader cancels. */
  'library.export': call<{ format: 'json' | 'html' | 'markdown' }, LibraryExport | null>(
    v.strictObject({ format: libraryFormatSchema }),
  ),
  /** Asks where to save, then writes highlights as Markdown; null when the reader cancels. */
  'highlights.export': call<
    v.InferOutput<typeof highlightsToExportSchema>,
    HighlightsExport | null
  >(highlightsToExportSchema),
  /** Asks for a library file and merges it; null when the reader cancels. */
  'library.import': call<undefined, LibraryImport | null>(nothing),
  /** Shows the damaged library that was set aside in the system's file browser. */
  'library.showSetAside': call<undefined, undefined>(nothing),
  'files.showInFolder': call<{ archiveId: ArchiveId; path: string }, undefined>(postKeySchema),
  /** Opens an http(s) or mailto address outside; anything else is refused. */
  'links.open': call<{ url: string }, undefined>(
    v.strictObject({ url: v.pipe(v.string(), v.maxLength(8_192)) }),
  ),
  /** Puts HTML and the same as plain text on the clipboard at once; other programs take what they can. */
  'clipboard.write': call<{ text: string; html: string | null }, undefined>(clipboardSchema),
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
  /** Shows a post in a window of its own, or brings the one that shows it to the front. `not-found` without its archive. */
  'window.openPost': call<ReaderPost, undefined>(postKeySchema),
  /** A window of its own shows another post now (a link was followed). */
  'window.setPost': call<ReaderPost, undefined>(postKeySchema),
  /** A window of its own asks the main one to show a list. */
  'window.showList': call<{ archiveId: ArchiveId; text: string; filters: Filters }, undefined>(
    listSchema,
  ),
  /** Versions, counts, timings and settings as text, without anything of the reader's own. */
  'app.diagnostics': call<undefined, { readonly text: string }>(nothing),
  /** Opens the folder of the log in the system's file browser. */
  'app.openLogFolder': call<undefined, undefined>(nothing),
  /** Enables what the native menu offers for the state of the window. */
  'menu.setState': call<MenuState, undefined>(menuStateSchema),
} as const;
