import { shell } from 'electron';
import type { Handlers } from '../shared/contract.ts';
import type { ReaderPost } from '../shared/appModel.ts';
import { AppError } from '../shared/result.ts';
import { diagnosticsText } from './diagnostics.ts';
import type { ShellTools } from './shellTools.ts';
import { createEventSender } from './windowEvents.ts';

/** Calls about windows, and for those who help a reader. */
type WindowChannel =
  | 'window.openPost'
  | 'window.setPost'
  | 'window.showList'
  | 'app.diagnostics'
  | 'app.openLogFolder';

/** Answers them. A window opens by these calls only: the page itself cannot open one (see windowGuards.ts). */
export function windowHandlers(tools: ShellTools): Handlers<WindowChannel> {
  const { windows } = tools;
  return {
    'window.openPost': async (post) => {
      await knownPost(tools, post);
      windows.openPost(post);
      return undefined;
    },
    'window.setPost': async (post) => {
      const from = tools.window();
      await knownPost(tools, post);
      if (from !== null && !from.isDestroyed()) windows.setPost(from, post);
      return undefined;
    },
    'window.showList': (list) => {
      windows.show();
      createEventSender(() => [windows.main()])('list.requested', list);
      return undefined;
    },
    'app.diagnostics': async () => ({ text: await diagnosticsText(tools) }),
    'app.openLogFolder': async () => {
      const failure = await shell.openPath(tools.logFolder);
      if (failure !== '') {
        throw new AppError('not-found', `${tools.logFolder} cannot be opened: ${failure}`);
      }
      return undefined;
    },
  };
}

/** Rejects with `not-found` when the library has no such archive. */
async function knownPost({ folders }: ShellTools, { archiveId }: ReaderPost): Promise<void> {
  if ((await folders.find(archiveId)) === null) {
    throw new AppError('not-found', 'This archive is not in the library.');
  }
}
