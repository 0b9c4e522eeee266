import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { StoredPost } from '../../../src/core/store/storeTypes.ts';
import { temporaryFolder } from '../indexing/archiveFolder.ts';
import { archives } from './markdownArchives.ts';
import type { TestArchive } from './markdownArchives.ts';
import { contentsOf, exportMarkdown, factsOf, readFolder } from './markdownProof.ts';
import type { ReadFolder } from './markdownProof.ts';

const keyOf = ({ title, date, text }: StoredPost): string => `${title} ${date ?? ''} ${text}`;

const allFacts = ({ posts }: ReadFolder): readonly object[] =>
  posts.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)).map(factsOf);

function placed({ files }: TestArchive): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Exports a folder, reads the export, compares, and exports that once more. */
async function proved(folder: string): Promise<string> {
  const before = await readFolder(folder);
  const first = await exportMarkdown(before);
  const after = await readFolder(first);
  expect(allFacts(after)).toEqual(allFacts(before));
  expect(contentsOf(await exportMarkdown(after))).toEqual(contentsOf(first));
  return first;
}

test('the sample archive comes back as it was: facts, words, and the same folder once more', async () => {
  await proved(resolve('resources/sample-archive'));
});

for (const archive of archives) {
  test(`an archive of ${archive.name} comes back as it was`, async () => {
    await proved(placed(archive));
  });
}
