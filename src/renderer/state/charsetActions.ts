import type { Charset } from '../../shared/charsets.ts';
import type { ActionContext } from './actionContext.ts';
import { queryKeys } from './queryKeys.ts';
import type { ShellActions } from './shellActions.ts';

/** A choice of what files are read as; null = to be detected. */
interface ReadAsChoice {
  /** Relative to the archive's folder; empty = the whole archive. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly charset: Charset | null;
}

/** What files are read as. */
export interface CharsetActions {
  /** Asks what a file, or its folder, is to be read as. */
  readonly openReadAs: (path: string) => void;
  /** Keeps the choice and reads the files again; says `done` and offers Undo. */
  readonly readAs: (choice: ReadAsChoice, done: string) => Promise<void>;
}

/** Actions on what files are read as. */
export function createCharsetActions(context: ActionContext, shell: ShellActions): CharsetActions {
  const { store, api, queryClient } = context;
  /** The open post is shown as it reads now, and once more when the index has its title and day. */
  const showAgain = (): void => {
    const { session } = store.getState();
    if (session === null || session.openPath === null) return;
    const queryKey = queryKeys.postAtAnyTime(session.archiveId, session.openPath);
    void queryClient.invalidateQueries({ queryKey });
  };
  const set = async ({
    path,
    isFolder,
    charset,
  }: ReadAsChoice): Promise<Charset | null | 'failed'> => {
    const archiveId = store.getState().session?.archiveId;
    if (archiveId === undefined) return 'failed';
    const end = api.subscribe('indexing.finished', (finished) => {
      // A run that the choice cut short ends as cancelled; the one that reads the files again comes after it.
      if (finished.archiveId !== archiveId || finished.outcome === 'cancelled') return;
      end();
      showAgain();
    });
    const outcome = await api.call('charsets.set', { archiveId, path, isFolder, charset });
    if (!outcome.ok) {
      end();
      shell.notifyFailure(outcome.error);
      return 'failed';
    }
    showAgain();
    return outcome.value.before;
  };
  return {
    openReadAs: (path) => shell.openDialog({ kind: 'read-as', path }),
    readAs: async (choice, done) => {
      const before = await set(choice);
      if (before === 'failed') return;
      shell.notify({ kind: 'text', text: done }, () => void set({ ...choice, charset: before }));
    },
  };
}
