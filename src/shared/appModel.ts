import type { CitationStyle } from './citations.ts';
import type { ChangedKeys } from './commands/commands.ts';
import type { Pen } from './annotations.ts';
import type { ExportFormat, ExportOptions, ExportPreset } from './exportModel.ts';
import type { LibraryRecovery } from './libraryModel.ts';
import type { Archive, ArchiveCounts, ArchiveId } from './model.ts';
import type { FailureInfo } from './result.ts';
import type { Filters, Sort } from './searchModel.ts';

/** The app itself: its settings, and what it shows when it or an archive opens. */

/** What the window looks like when it opens again; kept in the library. */
export interface Settings {
  readonly language: 'system' | 'en' | 'zh';
  readonly theme: 'system' | 'light' | 'sepia' | 'dark';
  readonly density: 'comfortable' | 'compact';
  readonly typeface: 'serif' | 'sans';
  /** Reading size in pixels, 15 to 22. */
  readonly readingSize: number;
  /** Longest line of what is read, in em (Chinese characters) of the reading size, 26 to 44. */
  readonly lineLength: number;
  /** Lines of Chinese and Japanese posts are filled to both edges. */
  readonly isJustified: boolean;
  readonly sidebarWidth: number;
  readonly listWidth: number;
  readonly isSidebarHidden: boolean;
  readonly hasSingleKeys: boolean;
  /** Keys that the reader changed; see `keysOf`. */
  readonly keys: ChangedKeys;
  /** Commands run from the palette last, newest first; at most `MAX_RECENT_COMMANDS`. */
  readonly recentCommands: readonly string[];
  /** Searching finds Traditional characters for Simplified ones and the other way round. */
  readonly foldsVariants: boolean;
  /** A line below the search field always says in words what is searched for. */
  readonly explainsSearches: boolean;
  /** The pen used last. */
  readonly pen: Pen;
  readonly lastArchiveId: ArchiveId | null;
  readonly exportOptions: ExportOptions;
  /** What was chosen last for other formats than that of `exportOptions`, one each. */
  readonly otherExportOptions: readonly ExportOptions[];
  /** Absolute path of the folder where an export was put last; null = none yet. */
  readonly exportFolder: string | null;
  /** Options that the reader named, in the order made. */
  readonly exportPresets: readonly ExportPreset[];
  /** What marks a post as read: reading it (see `readingRules.ts`), opening it, or only the reader's own word. */
  readonly marksRead: 'reading' | 'opening' | 'never';
  /** How posts were cited last. */
  readonly citationStyle: CitationStyle;
  /** Speed of the voice that reads aloud, 0.5 to 2; 1 = the voice's own. */
  readonly speechRate: number;
  /** Voices that the reader chose, by primary language (`zh`, `en`): the system's name of the voice. */
  readonly speechVoices: Readonly<Record<string, string>>;
}

/** What the article pane shows: the open post, the page of all highlights, or the page of trends. */
export type Surface = 'post' | 'highlights' | 'trends';

/** What was on screen in an archive, to be shown again; kept in the library. */
export interface ArchiveView {
  readonly text: string;
  readonly filters: Filters;
  readonly sort: Sort;
  readonly openPath: string | null;
  readonly listScrollTop: number;
  readonly surface: Surface;
  /** Labels whose folder is closed in the sidebar. */
  readonly closedLabels: readonly string[];
  /** Posts that were opened last and stayed open for a moment, newest first; at most `MAX_RECENT_POSTS`. */
  readonly recentPosts: readonly RecentPost[];
}

/** A post that was open lately, as the palette names it. */
export interface RecentPost {
  readonly path: string;
  /** Its title when it was open. */
  readonly title: string;
}

/** Most commands that the palette remembers. */
export const MAX_RECENT_COMMANDS = 5;

/** Most posts that the palette remembers of an archive. */
export const MAX_RECENT_POSTS = 30;

/** What About and the first screen show of the app itself. */
export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** True when the runtime is the one from the package registry (development and test only). */
  readonly isRegistryRuntime: boolean;
  readonly platform: 'mac' | 'windows' | 'linux';
  readonly dataFolder: string;
  /** The reader's home folder; shown as `~` in paths. */
  readonly homeFolder: string;
  /** Language chosen on the command line or by the system, for `system`. */
  readonly systemLanguage: 'en' | 'zh';
  readonly samplePostCount: number;
  /** Formats that posts can be exported to, in the order in which they are offered. */
  readonly exportFormats: readonly ExportFormat[];
}

/** An archive as it opens: itself and what was on screen in it last time. */
export interface OpenedArchive {
  readonly archive: Archive;
  readonly view: ArchiveView;
  readonly counts: ArchiveCounts;
}

/** The post that a window of its own shows. */
export interface ReaderPost {
  readonly archiveId: ArchiveId;
  readonly path: string;
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
  /** Set for a window that shows one post and nothing else. */
  readonly reader: ReaderPost | null;
}
