import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { ShellText } from '../i18n/en.ts';
import { logUnexpected } from '../log.ts';
import type { ExportJobs } from './exportHandlers.ts';

/** What the guard needs of the app. */
export interface QuitGuardTools {
  readonly exports: Pick<ExportJobs, 'count' | 'cancelAll'>;
  /** The window that is asked in front of; null when there is none. */
  readonly window: () => BrowserWindow | null;
  readonly text: () => ShellText['dialogs'];
  /** Ends the app, once nothing is under way any more. */
  readonly quit: () => void;
}

/** Asks before an export that is under way is lost by quitting. */
export interface QuitGuard {
  /**
   * True = the app is to stay for now: exports are under way, and the reader is asked. When they are to end, they are
   * cancelled and `quit` is called.
   */
  readonly holds: () => boolean;
  /** Quits, and nobody is asked: the system ends the app, and nobody may be there to answer. */
  readonly quitNow: () => void;
}

/** Asks nothing yet. */
export function createQuitGuard({ exports, window, text, quit }: QuitGuardTools): QuitGuard {
  let isAsking = false;
  let isUrgent = false;
  const ask = async (): Promise<void> => {
    const { quitTitle, quitDetail, keepExporting, quitAndCancel } = text();
    const question: Electron.MessageBoxOptions = {
      type: 'question',
      message: quitTitle(exports.count()),
      detail: quitDetail,
      buttons: [keepExporting, quitAndCancel],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    };
    const before = window();
    const { response } = await (before === null
      ? dialog.showMessageBox(question)
      : dialog.showMessageBox(before, question));
    if (response !== 1) return;
    await exports.cancelAll();
    quit();
  };
  return {
    holds: () => {
      if (isUrgent || exports.count() === 0) return false;
      if (!isAsking) {
        isAsking = true;
        ask()
          .catch((thrown: unknown) => logUnexpected('asking before quitting', thrown))
          .finally(() => {
            isAsking = false;
          });
      }
      return true;
    },
    quitNow: () => {
      isUrgent = true;
      quit();
    },
  };
}
