import type { StartState } from '../../shared/appModel.ts';
import type { AppState } from './model.ts';

/** The window's first state. */
export const initialState = (start: StartState, isSystemDark: boolean): AppState => ({
  app: start.app,
  settings: start.settings,
  archives: start.archives,
  session: null,
  isOpening: start.initialArchiveId !== null,
  openFailure: start.failure,
  checking: new Set(),
  unfinished: new Set(),
  watchModes: {},
  indexing: {},
  exportJob: null,
  dialog:
    start.recovery === null
      ? { kind: 'none' }
      : { kind: 'library-recovered', recovery: start.recovery },
  isProblemsOpen: false,
  isSidebarOverlayOpen: false,
  toasts: [],
  drafts: {},
  undoSteps: [],
  trails: {},
  isSystemDark,
});
