import { ipcMain } from 'electron';
import type { BrowserWindow, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Channel } from '../shared/contract.ts';
import { AppError, toFailure } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { APP_ORIGIN } from './appProtocol.ts';
import { logUnexpected } from './log.ts';
import { readCall } from './readCall.ts';

/** The one ipc channel for calls; which call it is, is its first argument. */
const CALL_CHANNEL = 'broadsheet';

/** Answers a call whose channel is known and whose input has been checked against its schema. */
export type Answer = (
  channel: Channel,
  input: unknown,
  from: BrowserWindow,
) => Promise<Result<unknown>>;

/** Our window behind a page; null when the page is in none of them. */
export type FindWindow = (contents: WebContents) => BrowserWindow | null;

/**
 * The only way from the page into the app. A call is answered when it comes from the top frame of one of our windows
 * showing our own page, names a channel of the contract and carries an input of that channel's shape; everything
 * else gets a failure. Never rejects: Electron would pass on nothing but a message.
 */
export function handleCalls(windowOf: FindWindow, answer: Answer): void {
  ipcMain.handle(CALL_CHANNEL, async (event, channel: unknown, input: unknown) => {
    try {
      const window = windowOf(event.sender);
      if (window === null || !isOurPage(event, window)) {
        throw new AppError('bad-input', 'The call does not come from a window of the app.');
      }
      return await answer(...readCall(channel, input), window);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) logUnexpected(`call ${String(channel)}`, thrown);
      return { ok: false, error: toFailure(thrown) };
    }
  });
}

function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  if (window.isDestroyed() || frame === null) return false;
  if (event.sender !== window.webContents || frame !== window.webContents.mainFrame) return false;
  return frame.url.startsWith(`${APP_ORIGIN}/`);
}
