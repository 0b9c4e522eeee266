import type { CitationStyle } from '../../shared/citations.ts';
import type { CopyKind } from '../../shared/copyCalls.ts';
import type { LibraryExport } from '../../shared/libraryModel.ts';
import type { ArchiveId } from '../../shared/model.ts';
import type { FailureInfo } from '../../shared/result.ts';
import type { MarkNews } from './markNews.ts';

/** What was done, as a toast says it. */
export type Told =
  | { readonly kind: 'marked-read'; readonly count: number }
  | { readonly kind: 'undone'; readonly what: UndoStep['what'] }
  /** So many posts were cited to the clipboard. */
  | { readonly kind: 'cited'; readonly count: number; readonly style: CitationStyle }
  | { readonly kind: 'too-many-cited'; readonly most: number }
  | { readonly kind: 'no-address' }
  /** No voice of this computer speaks the post's language. */
  | { readonly kind: 'no-voice' }
  | { readonly kind: 'copied-with-source' }
  /** All of a post, or what was selected of it. */
  | { readonly kind: 'copied-as'; readonly as: CopyKind; readonly isWhole: boolean }
  | { readonly kind: 'copied-diagnostics' };

/** A line at the foot that goes away by itself. `text` is already in the reader's language. */
export interface Toast {
  readonly id: number;
  readonly content:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'index-rebuilt' }
    | { readonly kind: 'library-exported'; readonly written: LibraryExport }
    | { readonly kind: 'bookmarks-removed'; readonly count: number }
    | { readonly kind: 'told'; readonly told: Told }
    | { readonly kind: 'mark-news'; readonly news: MarkNews }
    | { readonly kind: 'search-removed' | 'search-updated'; readonly name: string }
    | { readonly kind: 'failure'; readonly failure: FailureInfo }
    /** See the event `core.died`. */
    | { readonly kind: 'core-died'; readonly isRestarted: boolean }
    /** A link into the archive that found nothing; see `LinkAnswer`. */
    | {
        readonly kind: 'link-missing';
        readonly path: string;
        readonly words: string;
        readonly url: string | null;
      };
  /** What its Undo button does; null = no button. */
  readonly undo: (() => void) | null;
}

/** Something the reader did that can be taken back, also after its toast has gone. */
export interface UndoStep {
  readonly id: number;
  /** Row numbers and paths in it are those of this archive. */
  readonly archiveId: ArchiveId | null;
  /** What it was, so that undoing can say so. */
  readonly what: 'read' | 'bookmark' | 'other';
  /** The toast that offers it too; null when none does. */
  readonly toastId: number | null;
  readonly run: () => void;
}
