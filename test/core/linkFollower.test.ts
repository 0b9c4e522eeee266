import { expect, test } from 'vitest';
import { createCoreHandlers } from '../../src/core/coreHandlers.ts';
import { withSource } from '../../src/core/exporting/openSource.ts';
import { indexArchive } from '../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../src/core/indexing/indexingControl.ts';
import { indexOf, linksFrom } from '../../src/core/linkFollower.ts';
import { plainSite } from '../../src/core/post/siteConfig.ts';
import type { IndexReader } from '../../src/core/store/storeTypes.ts';
import { temporaryFolder, writeFiles } from './indexing/archiveFolder.ts';

const POSTS = 400;

/** A reader that counts the posts that are read with their text, and without. */
function counted(reader: IndexReader): {
  readonly reader: IndexReader;
  readonly reads: { texts: number; facts: number };
} {
  const reads = { texts: 0, facts: 0 };
  return {
    reads,
    reader: {
      ...reader,
      getById: (id) => {
        reads.texts += 1;
        return reader.getById(id);
      },
      factsById: (id) => {
        reads.facts += 1;
        return reader.factsById(id);
      },
    },
  };
}

test('links to a name that hundreds of posts share read each of these posts once, and none of their texts', async () => {
  const dataFolder = temporaryFolder();
  const folder = temporaryFolder();
  const shared = Array.from({ length: POSTS }, (_, at) => [
    `ports/${at}/harbour.md`,
    `---\ntitle: Harbour ${at}\n---\n\nShips.\n`,
  ]);
  writeFiles(folder, Object.fromEntries(shared));
  const { handlers, close } = createCoreHandlers({ dataFolder });
  const archive = await handlers['archives.add']({ folder, isSample: false });
  await indexArchive({
    dataFolder,
    archive,
    mode: 'update',
    parserScript: null,
    control: createIndexingControl(),
    onProgress: () => undefined,
  });
  close();
  await withSource(dataFolder, archive.id, (source) => {
    const { reader, reads } = counted(source.reader);
    const place = { reader, site: plainSite };
    const index = indexOf(reader);
    for (const folderOf of [7, 3, 399, 350]) {
      const from = `ports/${folderOf}/harbour.md`;
      const follow = linksFrom(place, from, index);
      for (let link = 0; link < 100; link += 1) {
        expect(follow('harbour.md')).toMatchObject({
          kind: 'post',
          path: from,
        });
      }
    }
    expect(reads.texts).toBe(0);
    expect(reads.facts).toBeLessThanOrEqual(POSTS + 1);
    return Promise.resolve();
  });
});
