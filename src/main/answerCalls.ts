import type { BrowserWindow } from 'electron';
import { coreCalls } from '../shared/coreCalls.ts';
import { shellCalls } from '../shared/shellCalls.ts';
import type { Channel, CoreChannel, Handlers, ShellChannel } from '../shared/contract.ts';
import { AppError } from '../shared/result.ts';
import { tellAnnotations } from './annotationEvents.ts';
import type { Answer } from './ipc.ts';
import type { ShellTools } from './shellTools.ts';
import { tellOthers } from './tellOthers.ts';

/** Calls of the core that name a folder of the disk: main makes them after a dialog or a drop, the page never. */
const MAIN_ONLY: ReadonlySet<Channel> = new Set([
  'archives.add',
  'archives.relocate',
  'library.exportTo',
  'library.importFrom',
]);

/** Calls of the core after which the list of archives reads otherwise. */
const CHANGES_LIST: ReadonlySet<Channel> = new Set(['archives.open', 'archives.remove']);

/** What main answers itself. */
export type ShellHandlers = Handlers<ShellChannel>;

/** Sends each checked call to who answers it. Rejects with whatever a shell handler throws. */
export function createAnswer(
  tools: ShellTools,
  handlersFor: (from: BrowserWindow) => ShellHandlers,
): Answer {
  return async (channel, input, from) => {
    if (isShell(channel)) {
      return { ok: true, value: await callHandler(handlersFor(from), channel, input) };
    }
    if (!isCore(channel) || MAIN_ONLY.has(channel)) {
      throw new AppError('bad-input', `The window may not make the call ${channel}.`);
    }
    if (channel === 'archives.remove') await stopRunOf(tools, input);
    const result = await tools.core.answer(channel, input);
    if (result.ok && CHANGES_LIST.has(channel)) {
      tools.send('archives.changed', { archives: await tools.folders.refresh() });
    }
    if (result.ok) tellAnnotations(tools.send, channel, { input, value: result.value });
    if (result.ok) tellOthers(tools, from, { channel, input, value: result.value });
    if (result.ok && channel === 'archives.open') {
      await tools.watcher.follow(archiveInput(input).archiveId);
    }
    return result;
  };
}

/** A run would write the index that is about to be deleted. */
async function stopRunOf(tools: ShellTools, input: unknown): Promise<void> {
  const { archiveId } = archiveInput(input);
  await tools.jobs.cancel(archiveId);
}

/* oxlint-disable typescript/no-unsafe-type-assertion -- the input was parsed by the channel's own schema just before;
   TypeScript cannot follow that from a channel known only at run time */

function archiveInput(
  input: unknown,
): Parameters<Handlers<'indexing.cancel'>['indexing.cancel']>[0] {
  return input as Parameters<Handlers<'indexing.cancel'>['indexing.cancel']>[0];
}

function callHandler(handlers: ShellHandlers, channel: ShellChannel, input: unknown): unknown {
  const handler: (input: never) => unknown = handlers[channel];
  return handler(input as never);
}

/* oxlint-enable typescript/no-unsafe-type-assertion */

function isShell(channel: Channel): channel is ShellChannel {
  return Object.hasOwn(shellCalls, channel);
}

function isCore(channel: Channel): channel is CoreChannel {
  return Object.hasOwn(coreCalls, channel);
}
