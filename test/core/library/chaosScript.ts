import { writeSync } from 'node:fs';
import { callCore } from '../../../src/core/callCore.ts';
import { createCoreHandlers } from '../../../src/core/coreHandlers.ts';
import type { Core } from '../../../src/core/coreHandlers.ts';
import { indexArchive } from '../../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../../src/core/indexing/indexingControl.ts';
import type { CoreChannel } from '../../../src/shared/contract.ts';
import { defaultSettings, noFilters } from '../../../src/shared/defaults.ts';
import type { Archive, PostId } from '../../../src/shared/model.ts';
import { type ErrorCode, toFailure } from '../../../src/shared/result.ts';
import { Random } from '../../support/random.ts';
import type { ChaosJob } from './chaosJob.ts';

/*
 * The core in a process of its own, at work until it is killed. It says what it is about to change and, when the answer
 * has come, that it came: `do {…}` and `ok`, or `refused` when the index was made anew under the posts it named. Nothing
 * else is acknowledged.
 */

const job: ChaosJob = JSON.parse(process.argv[2] ?? '');
const random = new Random(job.seed);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function ask(core: Core, channel: CoreChannel, input: unknown): Promise<unknown> {
  const outcome = await callCore(core.handlers, channel, input);
  if (!outcome.ok) throw new Error(`${channel}: ${outcome.error.code} ${outcome.error.message}`);
  return outcome.value;
}

/** The row numbers of the posts now; the index may be under construction. */
async function idsOf(core: Core, { id }: Archive): Promise<readonly PostId[]> {
  const query = { archiveId: id, text: '', filters: noFilters, sort: 'newest' as const };
  return core.handlers['posts.ids'](query);
}

/** Null when the index was made anew meanwhile. */
async function pathOf(core: Core, { id: archiveId }: Archive, id: PostId): Promise<string | null> {
  try {
    const [outcome] = await core.handlers['posts.getMany']({ archiveId, ids: [id] });
    return outcome?.outcome === 'post' ? outcome.post.path : null;
  } catch (thrown) {
    if (isRefusal(toFailure(thrown).code)) return null;
    throw thrown;
  }
}

/** Posts may be gone from an index that is being made anew. */
function isRefusal(code: ErrorCode): boolean {
  return code === 'index-renewed' || code === 'not-found';
}

/** True when the mark was taken, false when it was refused with a sentence. */
async function mark(core: Core, channel: CoreChannel, input: unknown): Promise<boolean> {
  const outcome = await callCore(core.handlers, channel, input);
  if (outcome.ok) return true;
  if (isRefusal(outcome.error.code)) return false;
  throw new Error(`${channel}: ${outcome.error.code} ${outcome.error.message}`);
}

interface Change {
  readonly kind: 'bookmark' | 'read' | 'highlight' | 'note' | 'search';
  readonly id: PostId;
  readonly path: string;
  readonly isOn: boolean;
}

/** Makes one change; false when it was refused. */
async function put(
  core: Core,
  archive: Archive,
  { kind, id, path, isOn }: Change,
): Promise<boolean> {
  const archiveId = archive.id;
  const ids = { archiveId, ids: [id] };
  switch (kind) {
    case 'bookmark':
      return mark(core, 'bookmarks.set', { ...ids, isBookmarked: isOn });
    case 'read':
      return mark(core, 'posts.setRead', { ...ids, isRead: isOn });
    case 'note':
      return mark(core, 'notes.set', { archiveId, path, text: isOn ? `note of ${path}` : null });
    case 'search':
      return mark(core, 'searches.save', {
        archiveId,
        search: {
          name: `${isOn ? 'on' : 'off'} ${path}`,
          text: path,
          filters: noFilters,
          sort: 'newest',
          isPinned: isOn,
        },
      });
    default:
      return highlight(core, archiveId, { path, isOn });
  }
}

/** A post has one highlight here, or none. */
async function highlight(
  core: Core,
  archiveId: Archive['id'],
  { path, isOn }: { readonly path: string; readonly isOn: boolean },
): Promise<boolean> {
  const { highlights } = await core.handlers['annotations.ofPost']({ archiveId, path });
  if (!isOn) {
    return mark(core, 'highlights.remove', { archiveId, ids: highlights.map(({ id }) => id) });
  }
  if (highlights.length > 0) return true;
  const anchor = { quote: '渡轮在六点开出', prefix: '', suffix: '。', position: [5, 12] };
  return mark(core, 'highlights.add', { archiveId, path, pen: 'green', note: null, anchor });
}

/** One change of the reader's. */
async function change(core: Core, archive: Archive): Promise<void> {
  const ids = await idsOf(core, archive);
  if (ids.length === 0) return;
  const id = random.pick(ids);
  const path = await pathOf(core, archive, id);
  if (path === null) return;
  const isOn = random.next() < 0.7;
  const kind = random.pick([
    'bookmark',
    'bookmark',
    'read',
    'highlight',
    'highlight',
    'note',
    'search',
  ] as const);
  say(`do ${JSON.stringify({ mark: kind, path, isOn })}`);
  // Time for a rebuild to come between the page and the call.
  if (random.next() < 0.3) await new Promise((resolve) => setTimeout(resolve, 5));
  say((await put(core, archive, { kind, id, path, isOn })) ? 'ok' : 'refused');
  if (random.next() < 0.2) {
    await ask(core, 'posts.setPosition', {
      archiveId: archive.id,
      path,
      position: random.next(),
      passage: null,
    });
  }
  if (random.next() < 0.1) {
    await ask(core, 'settings.set', { ...defaultSettings, readingSize: 15 + random.below(8) });
  }
}

async function archiveOf(core: Core): Promise<Archive> {
  const archives = await core.handlers['archives.list'](undefined);
  const archive = archives.find(({ folder }) => folder === job.posts);
  if (archive === undefined) throw new Error('The archive is gone.');
  return archive;
}

function index(archive: Archive, mode: 'full' | 'rebuild'): Promise<unknown> {
  return indexArchive({
    dataFolder: job.dataFolder,
    archive,
    mode,
    parserScript: null,
    control: createIndexingControl(),
    onProgress: () => undefined,
  });
}

async function work(core: Core): Promise<void> {
  const archive = await archiveOf(core);
  switch (job.kind) {
    case 'indexing': {
      const run = index(archive, random.next() < 0.5 ? 'rebuild' : 'full');
      const state = { isRunning: true };
      void run.finally(() => {
        state.isRunning = false;
      });
      while (state.isRunning) {
        await change(core, archive);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await run;
      return;
    }
    case 'export': {
      const format = random.pick(['json', 'html', 'markdown'] as const);
      await ask(core, 'library.exportTo', { file: `${job.target}.${format}`, format });
      return;
    }
    case 'import':
      say(`do ${JSON.stringify({ mark: 'import' })}`);
      await ask(core, 'library.importFrom', { file: job.importFile });
      say('ok');
      return;
    default:
      await change(core, archive);
  }
}

for (;;) {
  const core = createCoreHandlers({ dataFolder: job.dataFolder });
  say('open');
  // Closing makes a backup and seals the library: that too is to be interrupted.
  const turns = job.kind === 'marks' ? 40 : 1 + random.below(4);
  for (let turn = 0; turn < turns; turn += 1) await work(core);
  core.close();
}
