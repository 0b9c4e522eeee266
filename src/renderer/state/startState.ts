import type { StartState } from '../../shared/appModel.ts';
import { defaultView } from '../../shared/defaults.ts';
import type { AppState, Session } from './model.ts';
import { openSession } from './session.ts';

/** What a window of its own shows: its post, in an archive without a list. Null for the main window. */
function readerSession({ reader, archives }: StartState): Session | null {
  const archive = archives.find(({ id }) => id === reader?.archiveId);
  if (reader === null || archive === undefined) return null;
  const all = archive.postCount ?? 1;
  const counts = { all, unread: 0, bookmarked: 0, problems: 0, highlights: 0 };
  return openSession({ archive, view: { ...defaultView, openPath: reader.path }, counts }, 1);
}

/** The window's first state. */
export const initialState = (start: StartState, isSystemDark: boolean): AppState => ({
  role: start.reader === null ? 'main' : 'reader',
  voices: [],
  speech: null,
  app: start.app,
  settings: start.settings,
  archives: start.archives,
  session: readerSession(start),
  isOpening: start.reader === null && start.initialArchiveId !== null,
  openFailure: start.failure,
  checking: new Set(),
  unfinished: new Set(),
  watchModes: {},
  indexing: {},
  exportJobs: [],
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
