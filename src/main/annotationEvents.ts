import * as v from 'valibot';
import { asArchiveId } from '../shared/ids.ts';
import type { Channel } from '../shared/contract.ts';
import type { SendEvent } from './windowEvents.ts';

/** Calls after which highlights, notes or labels read otherwise. */
const ANNOTATES: ReadonlySet<Channel> = new Set([
  'highlights.add',
  'highlights.change',
  'highlights.remove',
  'highlights.restore',
  'highlights.attach',
  'notes.set',
  'labels.set',
  'labels.rename',
  'labels.delete',
  'labels.restore',
]);

/** Calls after which the list of saved searches reads otherwise. */
const SAVES_SEARCHES: ReadonlySet<Channel> = new Set([
  'searches.save',
  'searches.remove',
  'searches.restore',
  'searches.order',
]);

const ofArchive = v.looseObject({ archiveId: v.string() });
const ofPost = v.looseObject({ path: v.string() });

/** Calls that leave another post than the one they name changed too. */
const MOVES: ReadonlySet<Channel> = new Set(['highlights.attach']);

/** Tells every window what a call that went well changed of what the reader wrote; most calls change nothing of it. */
export function tellAnnotations(
  send: SendEvent,
  channel: Channel,
  { input, value }: { readonly input: unknown; readonly value: unknown },
): void {
  if (!ANNOTATES.has(channel) && !SAVES_SEARCHES.has(channel)) return;
  const named = v.safeParse(ofArchive, input);
  if (!named.success) return;
  const archiveId = asArchiveId(named.output.archiveId);
  if (SAVES_SEARCHES.has(channel)) return send('searches.changed', { archiveId });
  const path = pathOf(input) ?? pathOf(value);
  const paths = path === null || MOVES.has(channel) ? null : [path];
  send('annotations.changed', { archiveId, paths });
}

function pathOf(value: unknown): string | null {
  const parsed = v.safeParse(ofPost, value);
  return parsed.success ? parsed.output.path : null;
}
