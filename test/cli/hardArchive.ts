import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createCoreHandlers } from '../../src/core/coreHandlers.ts';
import { anchorOf } from '../../src/shared/anchoring/anchorOf.ts';
import { temporaryFolder } from '../core/indexing/archiveFolder.ts';
import { cli } from './cliPlace.ts';
import { hardPosts, MARKED, PASSAGE_NOTE, POST_NOTE } from './everyKind.ts';

/** The hard posts as an archive, indexed; the last is marked. */
export interface HardArchive {
  readonly folder: string;
  readonly dataFolder: string;
  /** Exports all posts, oldest first, to a file or folder of this name; answers its path. */
  readonly target: (name: string) => string;
}

/** Writes, indexes and marks the archive. */
export async function hardArchive(): Promise<HardArchive> {
  const folder = join(temporaryFolder(), '旧报');
  for (const { path, bytes } of hardPosts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  writeFileSync(join(folder, '_config.yml'), 'title: 旧报\n');
  const dataFolder = join(temporaryFolder(), 'data');
  const ran = await cli(['index', folder, '--data-dir', dataFolder]);
  if (ran.code !== 0) throw new Error(ran.said);
  await markLast(dataFolder);
  const out = temporaryFolder();
  return { folder, dataFolder, target: (name) => join(out, name) };
}

async function markLast(dataFolder: string): Promise<void> {
  const core = createCoreHandlers({ dataFolder });
  const [archive] = await core.handlers['archives.list'](undefined);
  const path = hardPosts.at(-1)?.path;
  if (archive === undefined || path === undefined) throw new Error('There is no archive.');
  const text = `清晨，${MARKED}，露出了铁环。`;
  const start = text.indexOf(MARKED);
  await core.handlers['highlights.add']({
    archiveId: archive.id,
    path,
    pen: 'green',
    note: PASSAGE_NOTE,
    anchor: anchorOf(text, [start, start + MARKED.length]),
  });
  await core.handlers['notes.set']({ archiveId: archive.id, path, text: POST_NOTE });
  core.close();
}

/** The line of a command that exports all of it, oldest first. */
export const exportAll = (
  { folder, dataFolder }: HardArchive,
  target: string,
  ...more: readonly string[]
): readonly string[] => {
  const line = ['export', folder, '--query', '', '--order', 'date', '--to', target];
  return [...line, ...more, '--data-dir', dataFolder];
};
