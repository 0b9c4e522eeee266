import type { BrowserWindow } from 'electron';
import type { AppInfo } from '../shared/appModel.ts';
import type { ArchiveWatcher } from './archiveWatcher.ts';
import type { ArchiveFolders } from './archiveFolders.ts';
import type { CoreProcess } from './coreProcess.ts';
import type { Language } from './i18n/shellText.ts';
import type { IndexingJobs } from './indexingJobs.ts';
import type { AppMenu } from './menu.ts';
import type { ShownTheme } from './windowColours.ts';
import type { SendEvent } from './windowEvents.ts';
import type { AppWindows } from './windows.ts';

/** What the shell's handlers work with. */
export interface ShellTools {
  readonly core: CoreProcess;
  readonly folders: ArchiveFolders;
  readonly jobs: IndexingJobs;
  readonly watcher: ArchiveWatcher;
  readonly menu: AppMenu;
  readonly send: SendEvent;
  readonly facts: AppInfo;
  readonly logFolder: string;
  readonly sampleFolder: string;
  /** Language named on the command line; null = none. */
  readonly languageOption: Language | null;
  /** Absolute folder named on the command line, given out once: a window loaded again opens what it last showed. */
  readonly takeStartFolder: () => string | null;
  readonly windows: AppWindows;
  /** The window that a call comes from; for everything else the one with the focus. */
  readonly window: () => BrowserWindow | null;
  /** The language shown now. */
  readonly language: () => Language;
  readonly setAppearance: (language: Language, theme: ShownTheme) => void;
}
