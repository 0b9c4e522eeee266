import { clipboard } from 'electron';
import type { Handlers, ShellChannel } from '../shared/contract.ts';
import { archiveHandlers } from './archiveHandlers.ts';
import { openOutside } from './externalLinks.ts';
import { libraryHandlers } from './libraryHandlers.ts';
import type { ShellTools } from './shellTools.ts';
import { trendHandlers } from './trendHandlers.ts';
import { windowHandlers } from './windowHandlers.ts';
import { writeClipboard } from './writeClipboard.ts';

/** Calls that make and follow exports. */
export type ExportChannel = Extract<ShellChannel, `export.${string}`>;

/** Answers every call that needs Electron or owns a job, exports apart. */
export function shellHandlers(tools: ShellTools): Handlers<Exclude<ShellChannel, ExportChannel>> {
  return {
    ...archiveHandlers(tools),
    ...libraryHandlers(tools),
    ...trendHandlers(tools),
    ...windowHandlers(tools),
    'links.open': async ({ url }) => {
      await openOutside(url);
      return undefined;
    },
    'clipboard.writeText': async ({ text }) => {
      // Answers at once up to Electron 44, later by a promise.
      await clipboard.writeText(text);
      return undefined;
    },
    'clipboard.write': async (content) => {
      await writeClipboard(content);
      return undefined;
    },
    'clipboard.copyImage': ({ x, y }) => {
      tools.window()?.webContents.copyImageAt(Math.round(x), Math.round(y));
      return undefined;
    },
    'window.setAppearance': ({ language, theme }) => {
      tools.setAppearance(language, theme);
      return undefined;
    },
    'menu.setState': (state) => {
      const window = tools.window();
      if (window !== null) tools.windows.setMenuState(window, state);
      return undefined;
    },
  };
}
