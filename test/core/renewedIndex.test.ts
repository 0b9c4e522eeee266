import { expect, onTestFinished, test } from 'vitest';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { callCore } from '../../src/core/callCore.ts';
import { createCoreHandlers } from '../../src/core/coreHandlers.ts';
import { indexArchive } from '../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../src/core/indexing/indexingControl.ts';
import type { CoreChannel } from '../../src/shared/contract.ts';
import { noFilters } from '../../src/shared/defaults.ts';
import type { ArchiveId, PostId } from '../../src/shared/model.ts';
import { postText, temporaryFolder, writeFiles } from './indexing/archiveFolder.ts';

/*
 * What the window names by row number is named of one index file: in a file that took its place the same row is another
 * post, and nothing may be marked, shown or exported in the place of what the reader meant.
 */

async function startArchive() {
  const dataFolder = temporaryFolder();
  const folder = temporaryFolder();
  writeFiles(folder, {
    'a.md': postText('Lighthouse', 'The lighthouse.'),
    'b.md': postText('Ferry', 'The ferry.'),
    'c.md': postText('Harbour', 'The harbour.'),
  });
  const { handlers, close } = createCoreHandlers({ dataFolder });
  onTestFinished(close);
  const archive = await handlers['archives.add']({ folder, isSample: false });
  const index = async (mode: 'update' | 'rebuild'): Promise<void> => {
    await indexArchive({
      dataFolder,
      archive,
      mode,
      parserScript: null,
      control: createIndexingControl(),
      onProgress: () => undefined,
    });
  };
  await index('update');
  const archiveId = archive.id;
  const query = { archiveId, text: '', filters: noFilters, sort: 'newest' as const };
  const rows = async () =>
    (await handlers['posts.search']({ ...query, offset: 0, limit: 10 })).posts;
  const call = (channel: CoreChannel, input: unknown) => callCore(handlers, channel, input);
  return { archiveId, call, folder, handlers, index, rows };
}

/** Every call of the core that names posts by row number. */
function callsNaming(archiveId: ArchiveId, ids: readonly PostId[]) {
  return [
    ['bookmarks.set', { archiveId, ids, isBookmarked: true }],
    ['posts.setRead', { archiveId, ids, isRead: true }],
    ['posts.getMany', { archiveId, ids }],
    ['posts.snippets', { archiveId, id: ids[0], text: 'ferry', limit: 3 }],
  ] as const;
}

test('row numbers of an index that was made anew are refused, and nothing is marked', async () => {
  const { archiveId, call, folder, handlers, index, rows } = await startArchive();
  const ids = (await rows()).map(({ id }) => id);
  expect(ids).toHaveLength(3);
  // The rows that the old numbers named are other posts now.
  rmSync(join(folder, 'a.md'));
  await index('rebuild');
  for (const [channel, input] of callsNaming(archiveId, ids)) {
    expect(await call(channel, input), channel).toMatchObject({
      ok: false,
      error: { code: 'index-renewed' },
    });
  }
  const paths = ['a.md', 'b.md'];
  const [gone, there] = await handlers['posts.idsAt']({ archiveId, paths });
  expect(gone).toBeNull();
  const now = await rows();
  expect(now.map(({ isBookmarked, isRead }) => isBookmarked || isRead)).toEqual([false, false]);
  expect(now.map(({ id }) => id)).toContain(there);
});

test('row numbers go on naming their posts while the index is only brought up to date', async () => {
  const { archiveId, call, folder, index, rows } = await startArchive();
  const [first] = await rows();
  writeFiles(folder, { 'd.md': postText('Quay', 'The quay.') });
  await index('update');
  const ids = first === undefined ? [] : [first.id];
  for (const [channel, input] of callsNaming(archiveId, ids)) {
    expect(await call(channel, input), channel).toMatchObject({ ok: true });
  }
  const marked = (await rows()).filter(({ isBookmarked, isRead }) => isBookmarked && isRead);
  expect(marked.map(({ path }) => path)).toEqual([first?.path]);
});

test('marking a post that is gone from the index says so', async () => {
  const { archiveId, call, folder, index, rows } = await startArchive();
  const ids = (await rows()).filter(({ path }) => path === 'a.md').map(({ id }) => id);
  rmSync(join(folder, 'a.md'));
  await index('update');
  for (const [channel, input] of callsNaming(archiveId, ids)) {
    // Of several posts each has an answer of its own.
    if (channel === 'posts.getMany') continue;
    expect(await call(channel, input), channel).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  }
});
