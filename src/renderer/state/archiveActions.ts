import type { OpenedArchive } from '../../shared/appModel.ts';
import type { Archive, ArchiveId } from '../../shared/model.ts';
import type { Result } from '../../shared/result.ts';
import type { ActionContext } from './actionContext.ts';
import type { AppState, Session } from './model.ts';
import { emptyTrail } from './places.ts';
import { without } from './selection.ts';
import { openSession } from './session.ts';
import type { ShellActions } from './shellActions.ts';

/** Opening, closing and keeping archives. */
export interface ArchiveActions {
  /** Folder dialog, then opens what was chosen. */
  readonly chooseFolder: () => Promise<void>;
  readonly openDropped: (file: File) => Promise<void>;
  readonly openSample: () => Promise<void>;
  /** Opens a known archive and looks for changes in its folder. */
  readonly openArchive: (archiveId: ArchiveId) => Promise<void>;
  /** Back to the welcome screen. */
  readonly closeArchive: () => void;
  /** Folder dialog for an archive that moved, then opens it. */
  readonly locateArchive: (archiveId: ArchiveId) => Promise<void>;
  /** Off the list; the index is deleted, the files stay. */
  readonly removeArchive: (archiveId: ArchiveId) => Promise<void>;
  readonly rebuildIndex: (archiveId: ArchiveId) => Promise<void>;
  /** Looks for changed files. */
  readonly updateIndex: (archiveId: ArchiveId) => Promise<void>;
}

/** Puts an archive on the list, or its newer state in its place. */
const withArchive = (archives: readonly Archive[], archive: Archive): readonly Archive[] =>
  archives.some(({ id }) => id === archive.id)
    ? archives.map((known) => (known.id === archive.id ? archive : known))
    : [archive, ...archives];

/** Keeps the trail of an archive that is left, to go on with when it is opened again. */
const withTrail = (trails: AppState['trails'], session: Session | null): AppState['trails'] =>
  session === null ? trails : { ...trails, [session.archiveId]: session.trail };

function createOpener({ store, api, queryClient }: ActionContext, shell: ShellActions) {
  const startIndexing = createStarter({ store, api }, shell);
  const show = (opened: OpenedArchive): void => {
    const before = store.getState().session;
    store.setState(({ archives, trails }) => ({
      session: {
        ...openSession(opened, (before?.lastRevision ?? 0) + 1),
        trail: trails[opened.archive.id] ?? emptyTrail,
      },
      trails: withTrail(trails, before),
      archives: withArchive(archives, opened.archive),
      isOpening: false,
      openFailure: null,
      isSidebarOverlayOpen: false,
      isProblemsOpen: false,
    }));
    queryClient.clear();
    shell.setSettings({ lastArchiveId: opened.archive.id });
  };
  const openArchive = async (archiveId: ArchiveId): Promise<void> => {
    if (store.getState().session?.archiveId === archiveId) return;
    store.setState({ isOpening: true });
    const outcome = await api.call('archives.open', { archiveId });
    if (!outcome.ok) {
      store.setState({ isOpening: false, openFailure: outcome.error });
      if (store.getState().session !== null) shell.notifyFailure(outcome.error);
      return;
    }
    show(outcome.value);
    // Of a folder that is away the index is read; the main process has it looked at once it is back.
    if (outcome.value.archive.isPresent) await startIndexing(archiveId, 'update');
  };
  /** Opens what a folder dialog or a drop gave. */
  const openAnswer = async (asked: Promise<Result<Archive | null>>): Promise<void> => {
    const outcome = await asked;
    if (!outcome.ok) {
      store.setState({ openFailure: outcome.error });
      if (store.getState().session !== null) shell.notifyFailure(outcome.error);
      return;
    }
    const archive = outcome.value;
    if (archive === null) return;
    store.setState(({ archives }) => ({ archives: withArchive(archives, archive) }));
    await openArchive(archive.id);
  };
  return { openArchive, openAnswer, startIndexing };
}

/** Starts runs, and notes them: the first report of one comes only after a while. */
function createStarter({ store, api }: Pick<ActionContext, 'store' | 'api'>, shell: ShellActions) {
  return async (archiveId: ArchiveId, mode: 'update' | 'rebuild'): Promise<void> => {
    store.setState(({ checking }) => ({ checking: new Set([...checking, archiveId]) }));
    const outcome = await api.call('indexing.start', { archiveId, mode });
    if (outcome.ok) return;
    store.setState(({ checking }) => ({ checking: without(checking, archiveId) }));
    shell.notifyFailure(outcome.error);
  };
}

/** Actions on whole archives. */
export function createArchiveActions(context: ActionContext, shell: ShellActions): ArchiveActions {
  const { store, api, queryClient } = context;
  const { openArchive, openAnswer, startIndexing } = createOpener(context, shell);
  const closeArchive = (): void => {
    store.setState(({ session, trails }) => ({
      session: null,
      trails: withTrail(trails, session),
      isProblemsOpen: false,
      isSidebarOverlayOpen: false,
    }));
    queryClient.clear();
    shell.setSettings({ lastArchiveId: null });
  };
  return {
    openArchive,
    closeArchive,
    chooseFolder: () => openAnswer(api.call('archives.choose', undefined)),
    openDropped: (file) =>
      openAnswer(api.call('archives.openDropped', { folder: api.pathOfDropped(file) })),
    openSample: () => openAnswer(api.call('archives.openSample', undefined)),
    locateArchive: (archiveId) => openAnswer(api.call('archives.locate', { archiveId })),
    removeArchive: async (archiveId) => {
      const outcome = await api.call('archives.remove', { archiveId });
      if (!outcome.ok) return shell.notifyFailure(outcome.error);
      store.setState(({ archives }) => ({
        archives: archives.filter(({ id }) => id !== archiveId),
      }));
      if (store.getState().session?.archiveId === archiveId) closeArchive();
    },
    rebuildIndex: (archiveId) => startIndexing(archiveId, 'rebuild'),
    updateIndex: (archiveId) => startIndexing(archiveId, 'update'),
  };
}
