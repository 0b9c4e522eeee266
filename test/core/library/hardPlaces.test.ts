import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { callCore } from '../../../src/core/callCore.ts';
import { createCoreHandlers } from '../../../src/core/coreHandlers.ts';
import type { Core } from '../../../src/core/coreHandlers.ts';
import { indexArchive } from '../../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../../src/core/indexing/indexingControl.ts';
import { bookmarksOf } from '../store/libraryFixture.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import type { CoreChannel } from '../../../src/shared/contract.ts';
import { noFilters } from '../../../src/shared/defaults.ts';
import type { Archive } from '../../../src/shared/model.ts';
import type { Result } from '../../../src/shared/result.ts';

/** Disks of their own need the right to mount them; root has it, unless the machine forbids it all the same. */
function whyNoMounts(): string | null {
  if (process.platform !== 'linux') return 'mounting a small disk is done on Linux only';
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'pipe' });
    execFileSync('umount', [folder]);
    return null;
  } catch {
    return 'this user may not mount a disk';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const reason = whyNoMounts();
const title =
  reason === null ? 'on disks of their own' : `on disks of their own (left out: ${reason})`;

/** A small disk, empty and gone after the test. */
function disk(size: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-disk-'));
  // Undone in reverse order.
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mountAt(folder, size);
  return folder;
}

function mountAt(folder: string, size: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
}

function setReadOnly(folder: string, isReadOnly: boolean): void {
  execFileSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder]);
}

/** Fills a disk to its last byte; gives the file that does. */
function fill(folder: string): string {
  const file = join(folder, 'ballast');
  const handle = openSync(file, 'w');
  for (const size of [65_536, 4_096, 512, 1]) {
    try {
      for (;;) writeSync(handle, Buffer.alloc(size, 1));
    } catch {
      // Smaller ones may still fit.
    }
  }
  closeSync(handle);
  return file;
}

function makePosts(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < count; at += 1) {
    writeFileSync(join(folder, `${at}.md`), `---\ntitle: 灯塔 ${at}\n---\n第 ${at} 篇。\n`);
  }
}

function index(dataFolder: string, archive: Archive, mode: 'update' | 'rebuild' = 'update') {
  const control = createIndexingControl();
  const rest = { parserScript: null, control, onProgress: () => undefined };
  return indexArchive({ dataFolder, archive, mode, ...rest });
}

const ask = (core: Core, channel: CoreChannel, input: unknown): Promise<Result<unknown>> =>
  callCore(core.handlers, channel, input);

async function withArchive(dataFolder: string, posts: string, count: number) {
  makePosts(posts, count);
  const core = createCoreHandlers({ dataFolder });
  const archive = await core.handlers['archives.add']({ folder: posts, isSample: false });
  await index(dataFolder, archive);
  const query = { archiveId: archive.id, text: '', filters: noFilters, sort: 'oldest' as const };
  const ids = await core.handlers['posts.ids'](query);
  return { core, archive, ids };
}

function bookmarkCount(dataFolder: string): number {
  const library = openLibrary(dataFolder);
  try {
    return bookmarksOf(library).length;
  } finally {
    library.close();
  }
}

describe.skipIf(reason !== null)(title, () => {
  test('a full disk is told, keeps every answered bookmark, and room makes it work again', async () => {
    const base = disk('6m');
    const dataFolder = join(base, 'app');
    const { core, archive, ids } = await withArchive(dataFolder, join(base, 'posts'), 400);
    expect(
      await ask(core, 'library.exportTo', { file: join(base, 'a.json'), format: 'json' }),
    ).toMatchObject({ ok: true });
    const ballast = fill(base);
    let answered = 0;
    let failure: Result<unknown> | null = null;
    for (const id of ids) {
      const input = { archiveId: archive.id, ids: [id], isBookmarked: true };
      const outcome = await ask(core, 'bookmarks.set', input);
      if (outcome.ok) answered += 1;
      else failure ??= outcome;
    }
    expect(failure).toMatchObject({ error: { code: 'disk-full', path: dataFolder } });
    const file = join(base, 'exports.json');
    expect(await ask(core, 'library.exportTo', { file, format: 'json' })).toMatchObject({
      error: { code: 'export-failed', message: expect.stringContaining('the disk is full') },
    });
    expect(existsSync(file)).toBe(false);
    await expect(index(dataFolder, archive, 'rebuild')).rejects.toMatchObject({
      code: 'disk-full',
    });
    core.close();
    rmSync(ballast);
    expect(bookmarkCount(dataFolder)).toBe(answered);
    const again = createCoreHandlers({ dataFolder });
    await index(dataFolder, archive);
    expect(
      await ask(again, 'bookmarks.set', { archiveId: archive.id, ids, isBookmarked: true }),
    ).toMatchObject({ ok: true });
    again.close();
    expect(bookmarkCount(dataFolder)).toBe(400);
    const strays = readdirSync(base, { recursive: true }).map(String);
    expect(strays.filter((name) => name.endsWith('.part'))).toEqual([]);
  }, 60_000);

  test('a library cannot be opened on a full disk, says so, and opens later as it was', async () => {
    const base = disk('4m');
    const dataFolder = join(base, 'app');
    const { core, archive, ids } = await withArchive(dataFolder, join(base, 'posts'), 20);
    await ask(core, 'bookmarks.set', { archiveId: archive.id, ids, isBookmarked: true });
    core.close();
    const ballast = fill(base);
    let opened: Core | null = null;
    try {
      opened = createCoreHandlers({ dataFolder });
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'disk-full' });
    }
    opened?.close();
    rmSync(ballast);
    expect(bookmarkCount(dataFolder)).toBe(20);
  }, 60_000);

  test('a data folder that cannot be written is named, and nothing in it changes', async () => {
    const base = disk('8m');
    const dataFolder = join(base, 'app');
    const { core, archive, ids } = await withArchive(dataFolder, join(base, 'posts'), 20);
    await ask(core, 'bookmarks.set', { archiveId: archive.id, ids, isBookmarked: true });
    core.close();
    setReadOnly(base, true);
    expect(() => createCoreHandlers({ dataFolder })).toThrow(
      expect.objectContaining({ code: 'folder-read-only', path: dataFolder }),
    );
    setReadOnly(base, false);
    expect(bookmarkCount(dataFolder)).toBe(20);
  }, 60_000);

  test('an archive that cannot be written is read, indexed and bookmarked like any other', async () => {
    const base = disk('8m');
    const shelf = disk('2m');
    makePosts(shelf, 15);
    setReadOnly(shelf, true);
    const dataFolder = join(base, 'app');
    const core = createCoreHandlers({ dataFolder });
    const archive = await core.handlers['archives.add']({ folder: shelf, isSample: false });
    await index(dataFolder, archive);
    const query = { archiveId: archive.id, text: '灯塔', filters: noFilters };
    const ids = await core.handlers['posts.ids']({ ...query, sort: 'oldest' });
    expect(ids).toHaveLength(15);
    await ask(core, 'bookmarks.set', { archiveId: archive.id, ids, isBookmarked: true });
    core.close();
    expect(bookmarkCount(dataFolder)).toBe(15);
  }, 60_000);

  test('an index that cannot be written costs no mark, and a run says why it stopped', async () => {
    const base = disk('8m');
    const dataFolder = join(base, 'app');
    mkdirSync(join(dataFolder, 'index'), { recursive: true });
    mountAt(join(dataFolder, 'index'), '6m');
    const first = await withArchive(dataFolder, join(base, 'posts'), 20);
    const { archive, ids } = first;
    first.core.close();
    setReadOnly(join(dataFolder, 'index'), true);
    const core = createCoreHandlers({ dataFolder });
    const outcome = await ask(core, 'bookmarks.set', {
      archiveId: archive.id,
      ids,
      isBookmarked: true,
    });
    expect(outcome).toMatchObject({ ok: true });
    await expect(index(dataFolder, archive)).rejects.toMatchObject({ code: 'folder-read-only' });
    core.close();
    const again = createCoreHandlers({ dataFolder });
    expect(await ask(again, 'archives.list', undefined)).toMatchObject({ ok: true });
    again.close();
    expect(bookmarkCount(dataFolder)).toBe(20);
  }, 60_000);
});
