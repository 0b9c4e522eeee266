import type { HighlightId, Pen } from '../../shared/annotations.ts';
import type { Surface } from '../../shared/appModel.ts';
import type { ArchiveId } from '../../shared/model.ts';
import type { Filters } from '../../shared/searchModel.ts';
import type { ActionContext } from './actionContext.ts';
import { changeHighlightsView, type HighlightsView } from './highlightsView.ts';
import { changeQuery } from './session.ts';
import type { ShellActions } from './shellActions.ts';
import { updateSession } from './updateSession.ts';

/** What can be done with highlights, wherever they are shown. What changes is told by `annotations.changed`. */
export interface HighlightActions {
  /** A library list. Highlights brings its page along; another list takes it away. */
  readonly showList: (list: Filters['list']) => void;
  readonly setHighlightsView: (change: Partial<HighlightsView>) => void;
  /** Another pen or note; a failure is said. Answers whether it was kept. */
  readonly changeHighlight: (
    id: HighlightId,
    change: { readonly pen?: Pen; readonly note?: string | null },
  ) => Promise<boolean>;
  /** Removes highlights, says so and offers Undo. */
  readonly removeHighlights: (ids: readonly HighlightId[]) => Promise<void>;
  /** Asks where to save, writes these (null = all) as Markdown with links back, and says where it is. */
  readonly exportHighlights: (ids: readonly HighlightId[] | null) => Promise<void>;
}

const surfaceOf = (list: Filters['list'], surface: Surface): Surface => {
  if (list === 'highlighted') return 'highlights';
  return surface === 'highlights' ? 'post' : surface;
};

/** Actions on highlights. */
export function createHighlightActions(
  { store, api }: ActionContext,
  shell: Pick<ShellActions, 'notify' | 'notifyFailure'>,
): HighlightActions {
  const openArchive = (): ArchiveId | null => store.getState().session?.archiveId ?? null;
  const restore = async (archiveId: ArchiveId, ids: readonly HighlightId[]): Promise<void> => {
    const outcome = await api.call('highlights.restore', { archiveId, ids });
    if (!outcome.ok) shell.notifyFailure(outcome.error);
  };
  return {
    showList: (list) =>
      updateSession(store, (session) => ({
        ...changeQuery(session, { filters: { ...session.filters, list, labels: [] } }),
        surface: surfaceOf(list, session.surface),
      })),
    setHighlightsView: (change) =>
      updateSession(store, (session) => ({
        ...session,
        highlightsView: changeHighlightsView(session.highlightsView, change),
      })),
    changeHighlight: async (id, change) => {
      const archiveId = openArchive();
      if (archiveId === null) return false;
      const outcome = await api.call('highlights.change', { archiveId, id, ...change });
      if (!outcome.ok) shell.notifyFailure(outcome.error);
      return outcome.ok;
    },
    removeHighlights: async (ids) => {
      const archiveId = openArchive();
      if (archiveId === null || ids.length === 0) return;
      const outcome = await api.call('highlights.remove', { archiveId, ids });
      if (!outcome.ok) return shell.notifyFailure(outcome.error);
      const { removed } = outcome.value;
      if (removed.length === 0) return;
      const news = { kind: 'highlights-removed', count: removed.length } as const;
      shell.notify({ kind: 'mark-news', news }, () => {
        void restore(archiveId, removed);
      });
    },
    exportHighlights: async (ids) => {
      const { session } = store.getState();
      if (session === null) return;
      const { archiveId, highlightsView } = session;
      const { order } = highlightsView;
      const outcome = await api.call('highlights.export', { archiveId, ids, order });
      if (!outcome.ok) return shell.notifyFailure(outcome.error);
      if (outcome.value === null) return;
      const news = { kind: 'highlights-exported', ...outcome.value } as const;
      shell.notify({ kind: 'mark-news', news });
    },
  };
}
