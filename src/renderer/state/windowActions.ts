import { noFilters } from '../../shared/defaults.ts';
import type { ActionContext } from './actionContext.ts';
import type { PostActions } from './postActions.ts';
import type { QueryActions } from './queryActions.ts';
import type { ShellActions } from './shellActions.ts';
import { updateSession } from './updateSession.ts';

/** Narrower than this there is no room for two posts side by side (CSS pixels). */
const COMPARE_WIDTH = 1200;

/** Windows, the second pane, and help. */
export interface WindowActions {
  /** The open post, or another one, in a window of its own. */
  readonly openInWindow: (path?: string) => Promise<void>;
  /** Keeps the open post at the right while the left goes on; closes it when one is kept. Too narrow: a window instead. */
  readonly toggleCompare: () => void;
  /** The post at the right goes to the left, and the other way round. */
  readonly swapSides: () => void;
  /** A link led to another post in the second pane. */
  readonly compareWith: (path: string) => void;
  readonly copyDiagnostics: () => Promise<void>;
  readonly openLogFolder: () => Promise<void>;
}

type Others = Pick<ShellActions, 'notify' | 'notifyFailure'> & Pick<PostActions, 'copyText'>;

/** Actions on windows. */
export function createWindowActions(context: ActionContext, others: Others): WindowActions {
  const { store, api } = context;
  const openInWindow: WindowActions['openInWindow'] = async (wanted) => {
    const { session } = store.getState();
    const path = wanted ?? session?.openPath ?? null;
    if (session === null || path === null) return;
    const { archiveId } = session;
    const outcome = await api.call('window.openPost', { archiveId, path });
    if (!outcome.ok) others.notifyFailure(outcome.error);
  };
  return {
    openInWindow,
    toggleCompare: () => {
      const { session } = store.getState();
      if (session === null) return;
      if (session.comparedPath === null && window.innerWidth < COMPARE_WIDTH) {
        void openInWindow();
        return;
      }
      updateSession(store, (now) => ({
        ...now,
        comparedPath: now.comparedPath === null ? now.openPath : null,
      }));
    },
    swapSides: () =>
      updateSession(store, (now) =>
        now.comparedPath === null
          ? now
          : {
              ...now,
              surface: 'post',
              comparedPath: now.openPath ?? now.comparedPath,
              openPath: now.comparedPath,
              openFragment: null,
              openId: null,
              cursor: null,
            },
      ),
    compareWith: (comparedPath) =>
      updateSession(store, (now) => (now.comparedPath === null ? now : { ...now, comparedPath })),
    copyDiagnostics: async () => {
      const outcome = await api.call('app.diagnostics', undefined);
      if (!outcome.ok) return others.notifyFailure(outcome.error);
      await others.copyText(outcome.value.text);
      others.notify({ kind: 'told', told: { kind: 'copied-diagnostics' } });
    },
    openLogFolder: async () => {
      const outcome = await api.call('app.openLogFolder', undefined);
      if (!outcome.ok) others.notifyFailure(outcome.error);
    },
  };
}

/** What a window of its own does otherwise: it has no list, so that lists show in the main window. */
export type ReaderOverrides = Pick<QueryActions, 'setText' | 'setFilters' | 'searchAll'> &
  Pick<PostActions, 'goTo'>;

/** Actions of a window with one post that lead to a list. */
export function readerOverrides(
  { store, api }: ActionContext,
  { goTo, notifyFailure }: Pick<PostActions, 'goTo'> & Pick<ShellActions, 'notifyFailure'>,
): ReaderOverrides {
  const showList = async (text: string, filters: Parameters<QueryActions['setFilters']>[0]) => {
    const archiveId = store.getState().session?.archiveId;
    if (archiveId === undefined) return;
    const outcome = await api.call('window.showList', { archiveId, text, filters });
    if (!outcome.ok) notifyFailure(outcome.error);
  };
  return {
    setText: (text) => void showList(text, noFilters),
    searchAll: (text) => void showList(text, noFilters),
    setFilters: (filters) => void showList('', filters),
    goTo: (answer) => {
      if (answer.kind === 'list') void showList('', answer.filters);
      else goTo(answer);
    },
  };
}
