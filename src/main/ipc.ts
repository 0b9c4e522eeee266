import { ipcMain } from 'electron';
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import { calls } from '../shared/contract.ts';
import type { Channel } from '../shared/contract.ts';
import { AppError, toFailure } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { APP_ORIGIN } from './appProtocol.ts';
import { logUnexpected } from './log.ts';

/** The one ipc channel for calls; which call it is, is its first argument. */
export const CALL_CHANNEL = 'broadsheet';

/** Answers a call whose channel is known and whose input has been checked against its schema. */
export type Answer = (channel: Channel, input: unknown) => Promise<Result<unknown>>;

/**
 * The only way from the page into the app. A call is answered when it comes from the top frame of our own window
 * showing our own page, names a channel of the contract and carries an input of that channel's shape; everything
 * else gets a failure. Never rejects: Electron would pass on nothing but a message.
 */
export function handleCalls(currentWindow: () => BrowserWindow | null, answer: Answer): void {
  ipcMain.handle(CALL_CHANNEL, async (event, channel: unknown, input: unknown) => {
    try {
      if (!isOurPage(event, currentWindow())) {
        throw new AppError('bad-input', 'The call does not come from the window.');
      }
      return await answer(...readCall(channel, input));
    } catch (thrown) {
      if (!(thrown instanceof AppError)) logUnexpected(`call ${String(channel)}`, thrown);
      return { ok: false, error: toFailure(thrown) };
    }
  });
}

function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (window === null || window.isDestroyed() || frame === null) return false;
  if (event.sender !== window.webContents || frame !== window.webContents.mainFrame) return false;
  return frame.url.startsWith(`${APP_ORIGIN}/`);
}

/**
 * Checks a call as it arrives.
 *
 * @throws {AppError} `bad-input` when the channel is unknown or the input has another shape
 */
export function readCall(channel: unknown, input: unknown): [channel: Channel, input: unknown] {
  if (!isChannel(channel)) throw new AppError('bad-input', 'There is no such call.');
  const schema: v.GenericSchema<unknown, unknown> = calls[channel].schema;
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const where = v.getDotPath(issue);
    const place = where === null ? '' : ` (${where})`;
    throw new AppError(
      'bad-input',
      `The call ${channel} was made wrongly${place}: ${issue.message}`,
    );
  }
  return [channel, parsed.output];
}

function isChannel(channel: unknown): channel is Channel {
  return typeof channel === 'string' && Object.hasOwn(calls, channel);
}
