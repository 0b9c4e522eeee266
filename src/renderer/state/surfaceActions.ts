import type { HighlightId } from '../../shared/annotations.ts';
import type { Surface } from '../../shared/appModel.ts';
import type { ActionContext } from './actionContext.ts';
import { updateSession } from './updateSession.ts';

/** What the article pane shows. */
export interface SurfaceActions {
  /** The post, the page of highlights or the page of trends; list and open post stay. */
  readonly showSurface: (surface: Surface) => void;
  /** Opens a post and asks the article to show one of its highlights. */
  readonly openHighlight: (path: string, id: HighlightId) => void;
  /** Folders of labels that are closed in the sidebar. */
  readonly setClosedLabels: (labels: readonly string[]) => void;
  /** The article has shown the highlight that was asked for. */
  readonly highlightShown: () => void;
}

/** Actions on what the article pane shows. */
export function createSurfaceActions({ store }: ActionContext): SurfaceActions {
  return {
    showSurface: (surface) => updateSession(store, (session) => ({ ...session, surface })),
    openHighlight: (path, openHighlight) =>
      updateSession(store, (session) => {
        const opened = { ...session, surface: 'post', openHighlight } as const;
        if (session.openPath === path) return opened;
        return { ...opened, openPath: path, openFragment: null, openId: null, cursor: null };
      }),
    setClosedLabels: (closedLabels) =>
      updateSession(store, (session) => ({ ...session, closedLabels })),
    highlightShown: () => updateSession(store, (session) => ({ ...session, openHighlight: null })),
  };
}
