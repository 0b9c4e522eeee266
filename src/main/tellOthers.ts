import type { BrowserWindow } from 'electron';
import * as v from 'valibot';
import type { CoreChannel } from '../shared/contract.ts';
import { coreCalls } from '../shared/coreCalls.ts';
import { postIdsSchema } from '../shared/schemas.ts';
import type { ShellTools } from './shellTools.ts';
import { createEventSender } from './windowEvents.ts';

/** A call that went well: what it was asked and answered. */
interface Answered {
  readonly channel: CoreChannel;
  readonly input: unknown;
  readonly value: unknown;
}

const changedSchema = v.object({ changed: postIdsSchema.entries.ids });

/** What one window changed the other windows are told, so that all show the same. */
export function tellOthers(
  { windows }: Pick<ShellTools, 'windows'>,
  from: BrowserWindow,
  { channel, input, value }: Answered,
): void {
  const others = windows.all().filter((window) => window !== from);
  if (others.length === 0) return;
  const send = createEventSender(() => others);
  if (channel === 'settings.set') {
    const settings = v.safeParse(coreCalls[channel].schema, input);
    if (settings.success) send('settings.changed', { settings: settings.output });
  } else if (channel === 'posts.setRead' || channel === 'bookmarks.set') {
    const asked = v.safeParse(
      v.union([coreCalls['posts.setRead'].schema, coreCalls['bookmarks.set'].schema]),
      input,
    );
    const answered = v.safeParse(changedSchema, value);
    if (!asked.success || !answered.success || answered.output.changed.length === 0) return;
    const { archiveId } = asked.output;
    const mark =
      'isRead' in asked.output
        ? { isRead: asked.output.isRead }
        : { isBookmarked: asked.output.isBookmarked };
    send('posts.marked', { archiveId, ids: answered.output.changed, mark });
  }
}
