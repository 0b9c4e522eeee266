import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { indexFile, isMarkedDamaged } from '../../../src/core/store/indexFiles.ts';
import { openIndexReader } from '../../../src/core/store/openIndex.ts';
import type { StoredPost } from '../../../src/core/store/storeTypes.ts';
import { AppError } from '../../../src/shared/result.ts';
import { Random } from '../../support/random.ts';
import { amount, seeds, TEST_TIMEOUT_MS } from '../../support/scale.ts';
import { ARCHIVE, openSmallWriter, temporaryFolder } from './archiveFixture.ts';
import { after, type ArchiveState, manyPaths, perform, randomStep } from './modelArchive.ts';

/* SQLite keeps no checks of its own: a changed bit in a row reads as another text, unless the row has a check. */

const source = { flavour: 'mixed', paths: manyPaths(120), batch: 40 } as const;

function builtIndex(random: Random): string {
  const folder = temporaryFolder();
  const writer = openSmallWriter(folder);
  let state: ArchiveState = new Map();
  while (state.size < 60) {
    const step = randomStep(random, state, source);
    perform(writer, step);
    state = after(state, step);
  }
  writer.close();
  return indexFile(folder, ARCHIVE);
}

/** Pages of these tables, from 0. */
function pagesOf(file: string, tables: readonly string[]): readonly number[] {
  const database = new Database(file, { readonly: true });
  try {
    const pages = database.prepare<[], [string, number]>('SELECT name, pageno FROM dbstat').raw();
    return pages.all().flatMap(([name, page]) => (tables.includes(name) ? [page - 1] : []));
  } finally {
    database.close();
  }
}

/** Every post by path but its id, which is of one file; null when the index says that it is damaged. */
function postsOf(folder: string): readonly (Omit<StoredPost, 'id'> | null)[] | 'told' {
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) return 'told';
  try {
    return source.paths.map((path) => {
      const post = reader.get(path);
      if (post === null) return null;
      const { id: _id, ...rest } = post;
      return rest;
    });
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'index-outdated') return 'told';
    throw thrown;
  } finally {
    reader.close();
  }
}

test.for(seeds(1, 6))(
  'a bit that flipped in a row never gives another text or title: it is told, and the index made anew (seed %i)',
  { timeout: TEST_TIMEOUT_MS },
  (seed) => {
    const random = new Random(seed);
    const file = builtIndex(random);
    const bytes = readFileSync(file);
    const pages = pagesOf(file, ['posts', 'texts', 'text_codes']);
    const pageBytes = bytes.readUInt16BE(16);
    const folderOf = (content: Uint8Array): string => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'index'));
      writeFileSync(indexFile(folder, ARCHIVE), content);
      return folder;
    };
    const right = postsOf(folderOf(bytes));
    expect(right).not.toBe('told');
    let toldOf = 0;
    for (let round = 0; round < amount(60, 600); round += 1) {
      const damaged = Uint8Array.from(bytes);
      const at = random.pick(pages) * pageBytes + random.below(pageBytes);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8));
      const folder = folderOf(damaged);
      const found = postsOf(folder);
      if (found !== 'told') {
        // Posts may be missing where the tree that leads to them is bent; none may be another than it was.
        for (const [index, post] of found.entries()) {
          if (post !== null) expect(post, `byte ${at}`).toEqual(right[index]);
        }
        continue;
      }
      toldOf += 1;
      const opened = openIndexReader(folder, ARCHIVE);
      opened?.close();
      expect(opened === null || isMarkedDamaged(indexFile(folder, ARCHIVE))).toBe(true);
    }
    expect(toldOf).toBeGreaterThan(0);
  },
);
