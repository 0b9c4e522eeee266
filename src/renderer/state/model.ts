import type { AppInfo, Settings, Surface, RecentPost } from '../../shared/appModel.ts';
import type { Archive, ArchiveCounts, ArchiveId, PostId } from '../../shared/model.ts';
import type { IndexingProgress } from '../../shared/jobModel.ts';
import type { Filters, PostPage, Sort } from '../../shared/searchModel.ts';
import type { HighlightId, Pen } from '../../shared/annotations.ts';
import type { SavedSearchId } from '../../shared/savedSearches.ts';
import type { FailureInfo } from '../../shared/result.ts';
import type { DialogState } from './dialogModel.ts';
import type { ExportJob } from './exportJobs.ts';
import type { HighlightsView } from './highlightsView.ts';
import type { Trail } from './places.ts';
import type { LocalVoice, SpeechState, SpeechWish } from './speechModel.ts';
import type { Toast, UndoStep } from './toastModel.ts';
import type { TrendsView } from './trendsView.ts';

/** Panes that F6 goes through. */
export type Pane = 'sidebar' | 'list' | 'article' | 'second' | 'problems';

/** What a state is of: the main window, a window with one post, or the second post beside the first. */
export type Role = 'main' | 'reader' | 'second';

/** What names a whole result: a change of any part is another result. */
export interface ResultKey {
  readonly archiveId: ArchiveId;
  readonly text: string;
  readonly filters: Filters;
  readonly sort: Sort;
  /** See `Settings.foldsVariants`. */
  readonly foldsVariants: boolean;
  /** Counts the states of the index that this window chose to show; not the index's own revision. */
  readonly revision: number;
}

/** A result on screen: its key and its first page (rows 0 to 99, with total, facets, month runs and terms). */
export interface ShownResult {
  readonly key: ResultKey;
  readonly head: PostPage;
  /** True once posts were read or bookmarked since: the same query may have another answer now. */
  readonly isMarkedSince?: boolean;
}

/** New matches that wait until the reader asks for them, so that the list never jumps. */
interface WaitingMatches {
  /** Matches more than now shown; may be 0 or less when posts changed or went. */
  readonly added: number;
}

/** Whether the find bar is open; `request` grows with every command, so that the same command works twice. */
export interface FindState {
  readonly isOpen: boolean;
  readonly request: number;
  readonly move: 'focus' | 'next' | 'previous';
  /** What to find, for a command that names it; null = the selection, or what the bar holds. */
  readonly text: string | null;
}

/** What a key, menu or button asks of the article on screen; `page-down` goes on with the next post at the end. */
export type ReadingWish = 'next-hit' | 'previous-hit' | 'page-down' | 'page-up' | 'outline';

/** A wish and its number: it grows with every wish, so that the same one works twice. */
interface ReadingRequest {
  readonly request: number;
  readonly wish: ReadingWish;
}

/** What a key, menu or button asks the article on screen to mark; `highlight` = with the pen used last. */
export type MarkingWish =
  | 'highlight'
  | `pen-${Pen}`
  | 'note'
  | 'post-note'
  | 'caret'
  | 'next-highlight'
  | 'previous-highlight';

/** As `ReadingRequest`. */
interface MarkingRequest {
  readonly request: number;
  readonly wish: MarkingWish;
}

/** How the reader came to a post by going from hit to hit, or back in the history. */
export interface HitArrival {
  readonly path: string;
  /** `left` = where it was left, also when something is searched for: the reader went back to it. */
  readonly at: 'first' | 'last' | 'left';
}

/** Where the list is to scroll; `request` grows with every wish. */
interface ScrollRequest {
  readonly request: number;
  /**
   * `row` = make this row visible; `offset` = pixels from the top; `shift` = further by so many pixels than it stands,
   * wherever that is (`top` = where that was known to be, for a list that is not drawn yet).
   */
  readonly to:
    | { readonly kind: 'row'; readonly index: number }
    | { readonly kind: 'offset'; readonly top: number }
    | { readonly kind: 'shift'; readonly by: number; readonly top: number };
}

/** The open archive and what is on screen of it. */
export interface Session {
  readonly archiveId: ArchiveId;
  readonly counts: ArchiveCounts;
  /** The query as typed. */
  readonly text: string;
  readonly filters: Filters;
  readonly sort: Sort;
  /** Which values typed fields name, by `valueKey`; null = none by itself. See `askedOf`. */
  readonly valuesNamed: ReadonlyMap<string, string | null>;
  /** The saved search that was chosen last; what is asked may be another one by now. Null when none was. */
  readonly savedSearchId: SavedSearchId | null;
  /** What the article pane shows; opening a post sets it to `post`. */
  readonly surface: Surface;
  /** The highlight that the article is to show once it is there; the article sets it to null as it does. */
  readonly openHighlight: HighlightId | null;
  readonly highlightsView: HighlightsView;
  /** What the Trends page shows besides the query. */
  readonly trends: TrendsView;
  /** See `ArchiveView.closedLabels`. */
  readonly closedLabels: readonly string[];
  /** See `ArchiveView.recentPosts`. */
  readonly recentPosts: readonly RecentPost[];
  /** The post in the article view; null when none is open. */
  readonly openPath: string | null;
  /** The post that was open when the archive was last left, and opened again with it; null when none was. */
  readonly returnedPath: string | null;
  /** The place in it that a link named, as written; null when none did. */
  readonly openFragment: string | null;
  /** Its row number in the index; null until its row or the post itself arrived. */
  readonly openId: PostId | null;
  /** Row of the list that the keyboard stands on, 0-based; null when unknown. */
  readonly cursor: number | null;
  /** Row where a Shift selection began; null when none did. */
  readonly anchor: number | null;
  readonly ticked: ReadonlySet<PostId>;
  /** What was ticked when the Shift selection began; each step of it replaces the last. Null when none runs. */
  readonly tickedBefore: ReadonlySet<PostId> | null;
  readonly result: ShownResult | null;
  /** Set while a search runs for longer than a blink (200 ms). */
  readonly isSearching: boolean;
  /** Why the last search failed; null when it did not. */
  readonly searchFailure: FailureInfo | null;
  /** See `ResultKey.revision`. */
  readonly revision: number;
  /** Highest revision given out so far: each names one state of the index, so no two looks may share one. */
  readonly lastRevision: number;
  readonly waiting: WaitingMatches | null;
  readonly listScrollTop: number;
  readonly scroll: ScrollRequest | null;
  readonly find: FindState;
  /** Null before the first wish. */
  readonly reading: ReadingRequest | null;
  /** Null before the first wish. */
  readonly marking: MarkingRequest | null;
  /** What was asked of the reading voice last; null before the first wish. */
  readonly speaking: { readonly request: number; readonly wish: SpeechWish } | null;
  /** Set until the article has taken over where to stand; null otherwise. */
  readonly arrival: HitArrival | null;
  /** The post shown beside the open one, to compare the two; null when none is. */
  readonly comparedPath: string | null;
  /** Places before and after this one. */
  readonly trail: Trail;
  /** Where the list is to stand once the result of a place gone back to is here; null otherwise. */
  readonly returning: { readonly top: number; readonly cursor: number | null } | null;
}

/** Everything the window shows. */
export interface AppState {
  readonly role: Role;
  /** Voices of this computer that need no network; empty where there are none. */
  readonly voices: readonly LocalVoice[];
  /** What is read aloud; null when nothing is. */
  readonly speech: SpeechState | null;
  readonly app: AppInfo;
  readonly settings: Settings;
  readonly archives: readonly Archive[];
  /** Null = welcome screen. */
  readonly session: Session | null;
  /** True between choosing an archive and its first picture. */
  readonly isOpening: boolean;
  /** Why a folder (of the command line, say) could not be opened; null when nothing failed. */
  readonly openFailure: FailureInfo | null;
  /** Archives whose run was asked for and has not ended, whether or not it has reported yet. */
  readonly checking: ReadonlySet<ArchiveId>;
  /** Archives whose last run ended before it was through: cancelled or failed. */
  readonly unfinished: ReadonlySet<ArchiveId>;
  /** How changes of an archive's folder come to be known, by archive id; see `archive.watched`. */
  readonly watchModes: Readonly<Partial<Record<ArchiveId, 'events' | 'scans'>>>;
  /** Reports of runs under way, by archive id. */
  readonly indexing: Readonly<Partial<Record<ArchiveId, IndexingProgress>>>;
  /** Exports that wait, are under way, or ended and were not put away yet; oldest first. */
  readonly exportJobs: readonly ExportJob[];
  readonly dialog: DialogState;
  readonly isProblemsOpen: boolean;
  /** The sidebar shown over the list in a narrow window or from the rail. */
  readonly isSidebarOverlayOpen: boolean;
  readonly toasts: readonly Toast[];
  /** Notes that could not be saved, as written, by what they are on (marking/draftKey.ts). */
  readonly drafts: Readonly<Record<string, string>>;
  /** What Mod+Z takes back, the newest last. */
  readonly undoSteps: readonly UndoStep[];
  /** Trails of archives that were open in this window before, to go on with. */
  readonly trails: Readonly<Partial<Record<ArchiveId, Trail>>>;
  /** True while the system is in dark mode, for the theme `system`. */
  readonly isSystemDark: boolean;
}
