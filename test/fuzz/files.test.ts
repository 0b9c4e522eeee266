import * as fc from 'fast-check';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { indexArchive } from '../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../src/core/indexing/indexingControl.ts';
import type { RunOutcome } from '../../src/core/indexing/indexingRun.ts';
import { addArchive } from '../../src/core/store/archives.ts';
import { openIndexReader } from '../../src/core/store/openIndex.ts';
import { openLibrary } from '../../src/core/store/openLibrary.ts';
import type { StoredArchive } from '../../src/core/store/archives.ts';
import { noMarks } from '../core/store/archiveFixture.ts';
import { bundleScript } from '../support/bundle.ts';
import { CONFIGS } from './corpus.ts';
import { FUZZ_TIMEOUT_MS, fuzz } from './fuzzRun.ts';
import * as inputs from './inputs.ts';
import { mutated } from './mutate.ts';
import { FRONT_PIECES } from './pieces.ts';
import { expectReadable } from './postRules.ts';

const FILES = 50;

let script = '';
beforeAll(async () => {
  script = await bundleScript(resolve('src/core/indexing/indexWorker.ts'));
});

/** Bytes that end, quote, escape or hide something, that are no UTF-8, or only a part of a character. */
const ODD = '0a 0d 22 27 25 5c 2a 7e 20 e280ae eda080 ff c3 e6bdae efbbbf 01 7f 2e 2d 24 3a cc81';
const odd = fc.constantFrom(...ODD.split(' ').map((hex) => [...Buffer.from(hex, 'hex')]));
const anyByte = fc.integer({ min: 1, max: 255 }).map((byte) => [byte]);
/** Bytes of a name: no slash, no NUL; not those by which files and folders are left out on purpose. */
const stem = fc
  .array(fc.oneof(odd, anyByte, fc.constantFrom([0x61], [0x32, 0x30, 0x32, 0x30, 0x2d])), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts) => [0x6e, ...parts.flat().filter((byte) => byte !== 0x2f)].slice(0, 240));
const ending = fc
  .constantFrom('.md', '.MD', '.html', '.txt', '.markdown')
  .map((text) => [...Buffer.from(text)]);
const content = fc.oneof(
  inputs.frontMatterText.map((text) => Buffer.from(text.slice(0, 20_000))),
  inputs.bytes.map((bytes) => Buffer.from(bytes)),
  inputs.htmlText.map((text) => Buffer.from(text.slice(0, 20_000))),
);
/** What the archive's own configuration says, or bytes in its place. */
const config = fc.option(
  fc.constantFrom(...CONFIGS).chain(([name, text]) =>
    fc.tuple(
      fc.constant(name),
      fc.oneof(
        mutated({ texts: [text], pieces: FRONT_PIECES }).map((one) => Buffer.from(one)),
        content,
      ),
    ),
  ),
);
const file = fc.record({ folder: fc.option(stem), name: stem, ending, content });

test('every file of a folder becomes a post or a problem', { timeout: FUZZ_TIMEOUT_MS }, () =>
  fuzz({
    name: 'files',
    percent: 5,
    perValue: FILES,
    inputs: fc.record({
      config,
      files: fc.array(file, { minLength: FILES, maxLength: FILES }),
    }),
    check: async (archive) => {
      const base = mkdtempSync(join(tmpdir(), 'broadsheet-fuzz-'));
      try {
        await checkFolder(base, archive);
      } finally {
        rmSync(base, { recursive: true, force: true });
      }
    },
  }),
);

type FuzzFile = typeof file extends fc.Arbitrary<infer T> ? T : never;

interface FuzzArchive {
  readonly config: readonly [name: string, content: Buffer] | null;
  readonly files: readonly FuzzFile[];
}

async function checkFolder(base: string, { config: site, files }: FuzzArchive): Promise<void> {
  const folder = join(base, 'archive');
  mkdirSync(folder);
  for (const one of files) write(folder, one);
  const written = countFiles(Buffer.from(folder));
  if (site !== null) writeFileSync(join(folder, site[0]), site[1]);
  const library = openLibrary(base);
  const archive = addArchive(library, { folder, name: null, isSample: false });
  library.close();
  await run(base, archive);
  const reader = openIndexReader(base, archive.id);
  if (reader === null) throw new Error('There is no index.');
  const found = new Set<string>();
  reader.each(null, noMarks, (post) => {
    expectReadable(post, { bytes: Buffer.from('[object') });
    found.add(post.path);
  });
  for (const problem of reader.problems()) {
    expectReadable(problem, null);
    if (problem.severity === 'error') found.add(problem.path);
  }
  reader.close();
  expect(found.size, 'every file is accounted for').toBe(written);
  const { summary } = await run(base, archive);
  expect(summary, 'a second run finds nothing new').toMatchObject({
    added: 0,
    updated: 0,
    removed: 0,
  });
}

function write(
  folder: string,
  { folder: below, name, ending: end, content: bytes }: FuzzFile,
): void {
  const root = Buffer.from(`${folder}/`);
  const place = below === null ? root : Buffer.concat([root, Buffer.from([...below, 0x2f])]);
  try {
    mkdirSync(place, { recursive: true });
    writeFileSync(Buffer.concat([place, Buffer.from([...name, ...end])]), bytes);
  } catch {
    // A name that this file system does not take, or that is another's folder.
  }
}

function countFiles(folder: Buffer): number {
  const names = readdirSync(folder, { encoding: 'buffer', withFileTypes: true });
  return names.reduce((sum, entry) => {
    const path = Buffer.concat([folder, Buffer.from('/'), Buffer.from(entry.name)]);
    return sum + (entry.isDirectory() ? countFiles(path) : 1);
  }, 0);
}

async function run(dataFolder: string, archive: StoredArchive): Promise<RunOutcome> {
  return indexArchive({
    dataFolder,
    archive,
    mode: 'update',
    parserScript: script,
    control: createIndexingControl(),
    onProgress: () => undefined,
  });
}
