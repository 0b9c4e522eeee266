import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Name of the app's own folder. */
const FOLDER_NAME = 'Broadsheet';

/** What the place depends on; given so that tests need no other computer. */
export interface Computer {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * Where library and indexes live when no `--data-dir` is named: Electron's user-data folder for this app, computed
 * without Electron, so that command line and app agree (https://www.electronjs.org/docs/latest/api/app#appgetpathname).
 */
export function defaultDataFolder(
  computer: Computer = {
    platform: process.platform,
    environment: process.env,
    home: homedir(),
  },
): string {
  return join(settingsFolder(computer), FOLDER_NAME);
}

function settingsFolder({ platform, environment, home }: Computer): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return environment['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  const configured = environment['XDG_CONFIG_HOME'];
  // The XDG base directory specification: a relative path is to be ignored.
  return configured !== undefined && isAbsolute(configured) ? configured : join(home, '.config');
}
