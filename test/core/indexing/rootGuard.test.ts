import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { indexArchive } from '../../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../../src/core/indexing/indexingControl.ts';
import type { RunOutcome } from '../../../src/core/indexing/indexingRun.ts';
import { addArchive } from '../../../src/core/store/archives.ts';
import type { StoredArchive } from '../../../src/core/store/archives.ts';
import { marksOf } from '../../../src/core/store/marks.ts';
import { openIndexReader, openIndexWriter } from '../../../src/core/store/openIndex.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import { postText, temporaryFolder, writeFiles } from './archiveFolder.ts';

/** An archive of two posts in a folder of its own below a temporary one, indexed. */
async function indexed(): Promise<Kept> {
  const folder = join(temporaryFolder(), 'disk');
  writeFiles(folder, { 'a.md': postText('First'), 'sub/b.md': postText('Second') });
  const dataFolder = temporaryFolder();
  const library = openLibrary(dataFolder);
  const archive = addArchive(library, { folder, name: null, isSample: false });
  library.close();
  const kept = { folder, dataFolder, archive };
  await update(kept);
  return kept;
}

interface Kept {
  readonly folder: string;
  readonly dataFolder: string;
  readonly archive: StoredArchive;
}

interface Options {
  readonly paths?: readonly string[];
  readonly onProgress?: () => void;
}

function update({ dataFolder, archive }: Kept, options: Options = {}): Promise<RunOutcome> {
  const { paths, onProgress = () => undefined } = options;
  const request = { dataFolder, archive, onProgress, paths, parserScript: null };
  return indexArchive({ ...request, control: createIndexingControl(), mode: 'update' });
}

function titles({ dataFolder, archive }: Kept): string[] {
  const library = openLibrary(dataFolder);
  const reader = openIndexReader(dataFolder, archive.id);
  const found: string[] = [];
  reader?.each(null, marksOf(library, archive.id), ({ title }) => {
    found.push(title);
  });
  reader?.close();
  library.close();
  return found;
}

const both = ['First', 'Second'];
const missing = expect.objectContaining({ code: 'archive-missing' });

test('a folder that holds nothing any more keeps its index, like one whose disk was unplugged', async () => {
  const kept = await indexed();
  rmSync(kept.folder, { recursive: true });
  mkdirSync(join(kept.folder, 'lost+found'), { recursive: true });
  await expect(update(kept)).rejects.toEqual(missing);
  await expect(update(kept, { paths: ['a.md', 'sub'] })).rejects.toEqual(missing);
  expect(titles(kept)).toEqual(both);
});

test('a folder whose posts were deleted but that is not empty loses them', async () => {
  const kept = await indexed();
  rmSync(join(kept.folder, 'a.md'));
  rmSync(join(kept.folder, 'sub', 'b.md'));
  await update(kept);
  expect(titles(kept)).toEqual([]);
});

test('the folder is replaced by another while it is read: nothing is lost', async () => {
  const kept = await indexed();
  writeFiles(kept.folder, { 'c.md': postText('Third') });
  let isDone = false;
  const replace = (): void => {
    if (isDone) return;
    isDone = true;
    renameSync(kept.folder, `${kept.folder}-away`);
    writeFiles(kept.folder, { 'd.md': postText('Not of this archive') });
  };
  await expect(update(kept, { onProgress: replace })).rejects.toEqual(missing);
  expect(titles(kept)).toEqual(expect.arrayContaining(both));
});

test('the folder is removed while it is read: nothing is lost', async () => {
  const kept = await indexed();
  writeFiles(kept.folder, { 'c.md': postText('Third') });
  const remove = (): void => rmSync(kept.folder, { recursive: true, force: true });
  await expect(update(kept, { onProgress: remove })).rejects.toEqual(missing);
  expect(titles(kept)).toEqual(both);
});

test('another disk at the same place, with none of the files known, is not taken for the archive', async () => {
  const kept = await indexed();
  const writer = openIndexWriter(kept.dataFolder, kept.archive.id);
  writer.setMeta('device', 'another disk');
  writer.close();
  renameSync(kept.folder, `${kept.folder}-away`);
  writeFiles(kept.folder, { 'NOT MOUNTED.txt': 'Plug in the disk.' });
  await expect(update(kept)).rejects.toEqual(missing);
  expect(titles(kept)).toEqual(expect.arrayContaining(both));
});

test('the same disk under another number is the archive still', async () => {
  const kept = await indexed();
  const writer = openIndexWriter(kept.dataFolder, kept.archive.id);
  writer.setMeta('device', 'the number before it was plugged in again');
  writer.close();
  rmSync(join(kept.folder, 'a.md'));
  await update(kept);
  expect(titles(kept)).toEqual(['Second']);
});

test('a root that is a link to the folder is followed', async () => {
  const kept = await indexed();
  const moved = `${kept.folder}-moved`;
  renameSync(kept.folder, moved);
  symlinkSync(moved, kept.folder);
  writeFileSync(join(moved, 'c.md'), postText('Third'));
  await update(kept);
  expect(titles(kept)).toEqual(['First', 'Third', 'Second']);
});
