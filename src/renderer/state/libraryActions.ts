import type { LibraryFileFormat } from '../../shared/libraryModel.ts';
import type { ActionContext } from './actionContext.ts';
import type { ShellActions } from './shellActions.ts';

/** The library as a whole: to a file, from a file, and what was brought back of it. */
export interface LibraryActions {
  /** Asks where to save, writes, and says where it is. */
  readonly exportLibrary: (format: LibraryFileFormat) => Promise<void>;
  /** Asks for a file, merges it and shows what it did. */
  readonly importLibrary: () => Promise<void>;
  /** Makes the library what it was in a backup; answers whether it worked. */
  readonly bringBack: (madeAt: string) => Promise<boolean>;
  /** Closes the notice of what was brought back for good. */
  readonly dismissRecovery: () => void;
  /** Shows the damaged library that was set aside. */
  readonly showSetAside: () => Promise<void>;
}

/** Actions on the library. */
export function createLibraryActions(
  { store, api }: ActionContext,
  shell: ShellActions,
): LibraryActions {
  return {
    exportLibrary: async (format) => {
      const outcome = await api.call('library.export', { format });
      if (!outcome.ok) shell.notifyFailure(outcome.error);
      else if (outcome.value !== null) {
        shell.notify({ kind: 'library-exported', written: outcome.value });
      }
    },
    importLibrary: async () => {
      const outcome = await api.call('library.import', undefined);
      if (!outcome.ok) {
        shell.notifyFailure(outcome.error);
        return;
      }
      if (outcome.value === null) return;
      shell.openDialog({ kind: 'library-imported', report: outcome.value });
      if (outcome.value.settingsTaken.length === 0) return;
      const settings = await api.call('settings.get', undefined);
      if (settings.ok) store.setState({ settings: settings.value });
    },
    bringBack: async (madeAt) => {
      const outcome = await api.call('library.bringBack', { madeAt });
      if (!outcome.ok) shell.notifyFailure(outcome.error);
      return outcome.ok;
    },
    dismissRecovery: () => {
      shell.closeDialog();
      void api.call('library.recoverySeen', undefined);
    },
    showSetAside: async () => {
      const outcome = await api.call('library.showSetAside', undefined);
      if (!outcome.ok) shell.notifyFailure(outcome.error);
    },
  };
}
