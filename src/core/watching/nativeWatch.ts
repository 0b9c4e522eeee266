import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OnEvents, Subscribe, WatchEvent } from './watchFolder.ts';

/** Large folders that hold no post; more of them deeper down cost a watch each, and nothing else. */
const UNWATCHED = ['.git', '.hg', '.svn', 'node_modules', '_site', '.jekyll-cache'];
/** New folders come several at a time; the watch is renewed once for those that came within, in milliseconds. */
const RENEW_MS = 300;
/** Renewing walks through the whole folder: of all time, at most this share goes into it. */
const RENEW_SHARE = 1 / 20;

/**
 * The native watcher. Its library is loaded here, so that a system it was not built for is scanned instead.
 *
 * On Linux it watches a folder that is new, but not the folders that this one had in it when it came (@parcel/watcher 2.6: a
 * folder moved in, an unpacked archive; measured), so there it is started again for them. A second watch beside the
 * first would not do, as both share one list of folders; what happens between the two is not told, so that everything
 * is looked at once.
 */
export const subscribeNatively: Subscribe = async (folder, onEvents) => {
  const { subscribe } = await import('@parcel/watcher');
  const ignore = UNWATCHED.map((name) => join(folder, name));
  const open = async (tell: OnEvents): Promise<End> => {
    const subscription = await subscribe(folder, tell, { ignore });
    return () => subscription.unsubscribe();
  };
  if (process.platform !== 'linux') return open(onEvents);
  return renewing({ open, onEvents, changedRoot: { path: folder, type: 'update' } });
};

type End = () => Promise<void>;

interface Renewable {
  readonly open: (tell: OnEvents) => Promise<End>;
  readonly onEvents: OnEvents;
  /** Says that everything is to be looked at. */
  readonly changedRoot: WatchEvent;
}

async function renewing({ open, onEvents, changedRoot }: Renewable): Promise<End> {
  let isEnded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = new Set<string>();
  let lastMs = 0;

  const tell: OnEvents = (failure, events) => {
    if (isEnded) return;
    onEvents(failure, events);
    for (const { type, path } of events) {
      if (type !== 'delete' && isFolder(path)) told.add(path);
    }
    if (told.size > 0) timer ??= setTimeout(check, Math.max(RENEW_MS, lastMs / RENEW_SHARE));
  };
  const check = (): void => {
    timer = undefined;
    const come = told;
    told = new Set();
    if (![...come].some((path) => hasUntoldFolder(path, come))) return;
    renew().catch((error: unknown) => {
      onEvents(error instanceof Error ? error : new Error(String(error)), []);
    });
  };
  const renew = async (): Promise<void> => {
    const startedAt = performance.now();
    await end();
    if (isEnded) return;
    const next = await open(tell);
    lastMs = performance.now() - startedAt;
    end = next;
    // Ended meanwhile, it is this one that must go.
    if (isEnded) await next();
    else onEvents(null, [changedRoot]);
  };

  let end = await open(tell);
  return async () => {
    isEnded = true;
    clearTimeout(timer);
    await end();
  };
}

/** Whether a folder has one in it that was not told of, which then is not watched. */
function hasUntoldFolder(folder: string, told: ReadonlySet<string>): boolean {
  try {
    return readdirSync(folder, { withFileTypes: true }).some(
      (entry) => entry.isDirectory() && !told.has(join(folder, entry.name)),
    );
  } catch {
    // Gone again, or not ours to read.
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    // Gone again.
    return false;
  }
}
