import * as fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importLibrary } from '../../src/core/library/importLibrary.ts';
import { readContents } from '../../src/core/store/libraryContents.ts';
import type { LibraryContents } from '../../src/core/store/libraryContents.ts';
import { openLibrary } from '../../src/core/store/openLibrary.ts';
import type { Library } from '../../src/core/store/openLibrary.ts';
import { getSettings } from '../../src/core/store/settings.ts';
import type { LibraryImport } from '../../src/shared/libraryModel.ts';
import { AppError } from '../../src/shared/result.ts';
import { temporaryFolder } from '../core/store/archiveFixture.ts';
import { FUZZ_TIMEOUT_MS, fuzz } from './fuzzRun.ts';
import { mutated } from './mutate.ts';
import { pieces } from './pieces.ts';

const MARK = {
  path: '_posts/a.md',
  contentHash: 'aa',
  title: '潮',
  createdAt: '2022-01-01',
  changedAt: '2022-01-01T10:00:00Z',
};
const ARCHIVE = {
  id: '0123456789abcdef',
  name: 'News',
  folder: '/nowhere/news',
  addedAt: '2022-01-01T00:00:00Z',
  bookmarks: [MARK, { ...MARK, path: 'b.md', removedAt: '2022-02-02' }],
  readingState: [{ ...MARK, isRead: true, readAt: '2022-01-01', position: 0.5 }],
  readAs: [{ path: '', isFolder: true, charset: 'gb18030', chosenAt: '2022-01-01' }],
  view: { text: '灯塔' },
};
const FILE = {
  format: 'broadsheet-library',
  version: 1,
  settings: { theme: 'dark', readingSize: 20 },
  archives: [ARCHIVE, { ...ARCHIVE, id: 'fedcba9876543210', folder: '/nowhere/two' }],
};
const TEXT = JSON.stringify(FILE, null, 1);
const PIECES = pieces(String.raw`
"¦,¦:¦{¦}¦[¦]¦null¦true¦-1¦1e999¦0.5¦1¦2¦""¦{}¦[]¦\u005cu0000¦\u005cud800¦\u005c¦\u0000¦\ufeff
"__proto__": {"polluted": 1},¦"constructor": 1,¦"version": 2,¦"archives": [],¦"path": "../../x",
"path": "/etc/passwd",¦"id": "x",¦"isRead": 1,¦"position": 7,¦"removedAt": "soon",¦"theme": "x",
"bookmarks": null,
`);

/** The same file with some of its values replaced by others, which is JSON still. */
const strange = fc.oneof(
  fc.constantFrom(
    null,
    '',
    '..',
    'a/../b',
    '/x',
    -1,
    2,
    1e300,
    true,
    [],
    {},
    '\u0000',
    '\ud800',
    '9999-99-99',
    '+275760-09-13T00:00:00Z',
    '0000',
    'x'.repeat(20_000),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const replaced = fc
  .array(fc.tuple(fc.nat({ max: 60 }), strange), { minLength: 1, maxLength: 3 })
  .map((changes) => {
    const values = new Map(changes);
    let at = 0;
    return JSON.stringify(FILE, (_key, value: unknown) => {
      at += 1;
      return values.has(at) ? values.get(at) : value;
    });
  });

test('a library file is taken whole or refused', { timeout: FUZZ_TIMEOUT_MS }, async () => {
  const folder = temporaryFolder();
  const library = openLibrary(folder);
  const file = join(folder, 'library.json');
  await fuzz({
    name: 'library',
    percent: 3,
    inputs: fc.oneof(mutated({ texts: [TEXT], pieces: PIECES }), replaced),
    check: (text) => {
      writeFileSync(file, text);
      const before = readContents(library.database);
      const imported = importedOrRefused(library, { dataFolder: folder, file });
      const after = readContents(library.database);
      if (imported === null) expect(after).toEqual(before);
      else
        checkMerged(library, {
          before,
          after,
          again: importLibrary(library, { dataFolder: folder, file }),
        });
      getSettings(library);
      // The next one meets a library without archives, so that its own rows are not all there already.
      if (after.archives.length > 6) library.database.exec('DELETE FROM archives');
    },
  });
  library.close();
});

function importedOrRefused(
  library: Library,
  request: Parameters<typeof importLibrary>[1],
): LibraryImport | null {
  try {
    return importLibrary(library, request);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'library-file-invalid', path: request.file });
    return null;
  }
}

interface Merge {
  readonly before: LibraryContents;
  readonly after: LibraryContents;
  readonly again: LibraryImport;
}

function checkMerged(library: Library, { before, after, again }: Merge): void {
  for (const { archive, bookmarks } of before.archives) {
    const merged = after.archives.find((one) => one.archive.id === archive.id);
    const paths = new Set(merged?.bookmarks.map(({ path }) => path));
    for (const { path } of bookmarks) expect(paths, 'nothing is lost').toContain(path);
  }
  for (const { bookmarks, readingState } of again.archives) {
    expect(bookmarks).toMatchObject({ added: 0, updated: 0 });
    expect(readingState).toMatchObject({ added: 0, updated: 0 });
  }
  expect(readContents(library.database)).toEqual(after);
}
