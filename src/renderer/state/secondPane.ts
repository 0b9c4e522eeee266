import type { ActionContext } from './actionContext.ts';
import { createActions, type Actions } from './actions.ts';
import { emptyTrail } from './places.ts';
import type { AppState, Session } from './model.ts';
import { createAppStore, type AppContextValue, type AppStore } from './store.ts';
import { updateSession } from './updateSession.ts';

/** The session of the second post: the same archive, without list, ticks and find bar of the first. */
function secondSession(session: Session, openPath: string): Session {
  return {
    ...session,
    surface: 'post',
    openPath,
    comparedPath: openPath,
    returnedPath: null,
    openFragment: null,
    openHighlight: null,
    openId: null,
    cursor: null,
    anchor: null,
    ticked: new Set(),
    tickedBefore: null,
    result: null,
    scroll: null,
    find: { isOpen: false, request: 0, move: 'focus', text: '' },
    reading: null,
    marking: null,
    speaking: null,
    arrival: null,
    trail: emptyTrail,
    returning: null,
  };
}

/** The window's state as the second pane sees it. */
const secondState = (state: AppState, session: Session | null): AppState => ({
  ...state,
  role: 'second',
  speech: null,
  session,
});

/** What of the second pane's actions is its own; everything else is done by the window's. */
function secondActions(own: Actions, window: Actions): Actions {
  return {
    ...window,
    openPath: own.openPath,
    openHighlight: own.openHighlight,
    highlightShown: own.highlightShown,
    goTo: (answer) => (answer.kind === 'list' ? window.goTo(answer) : own.goTo(answer)),
    goBack: own.goBack,
    goForward: own.goForward,
    postArrived: own.postArrived,
    openPost: own.openPost,
    actedOn: own.actedOn,
    hasTicks: own.hasTicks,
    find: own.find,
    closeFind: own.closeFind,
    read: own.read,
    arrivedAtHit: own.arrivedAtHit,
    mark: own.mark,
    showPart: own.showPart,
    printOpen: own.printOpen,
    copyCitation: own.copyCitation,
    copyWithSource: own.copyWithSource,
    openInWindow: own.openInWindow,
    toggleOpenBookmark: async () => {
      const post = own.openPost();
      if (post !== null) await window.setBookmarked([post.id], !post.isBookmarked);
    },
    toggleOpenRead: async () => {
      const post = own.openPost();
      if (post !== null) await window.setRead([post.id], !post.isRead);
    },
  };
}

/** Keeps the second pane's state in step with the window's, and the window told which post it shows. */
function follow(
  window: AppStore,
  second: AppStore,
  compareWith: (path: string) => void,
): () => void {
  const take = (state: AppState, before: AppState): void => {
    const { session } = second.getState();
    const compared = state.session?.comparedPath ?? null;
    if (session === null || state.session === null || compared === null) return;
    const { archiveId, revision, lastRevision, text, filters, sort, counts } = state.session;
    const kept = { ...session, revision, lastRevision, text, filters, sort, counts };
    const isOther =
      archiveId !== session.archiveId ||
      (compared !== before.session?.comparedPath && compared !== session.openPath);
    second.setState(secondState(state, isOther ? secondSession(state.session, compared) : kept));
  };
  const tell = ({ session }: AppState): void => {
    if (session?.openPath === null || session === null) return;
    if (session.openPath !== session.comparedPath) {
      updateSession(second, (now) => ({ ...now, comparedPath: now.openPath }));
      compareWith(session.openPath);
    }
  };
  const ends = [window.subscribe(take), second.subscribe(tell)];
  return () => ends.forEach((end) => end());
}

/** What the second pane works with, and the function that ends it. */
export interface SecondPaneContext {
  readonly value: AppContextValue;
  readonly start: () => () => void;
}

/**
 * The second post beside the first: a state and actions of its own for what stands in its pane (its post, find bar,
 * marks, way along links), over the same calls and memory, and the window's for everything else.
 */
export function createSecondPane(window: AppContextValue, path: string): SecondPaneContext {
  const state = window.store.getState();
  const session = state.session === null ? null : secondSession(state.session, path);
  const store = createAppStore(secondState(state, session));
  const context: ActionContext = { store, api: window.api, queryClient: window.queryClient };
  const actions = secondActions(createActions(context), window.actions);
  return {
    value: { ...window, store, actions },
    start: () => follow(window.store, store, window.actions.compareWith),
  };
}
