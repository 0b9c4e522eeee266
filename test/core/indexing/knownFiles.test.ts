import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { KnownFiles } from '../../../src/core/indexing/knownFiles.ts';
import { createMeasureThread } from '../../../src/core/indexing/measureThread.ts';
import type { MeasureThread } from '../../../src/core/indexing/measureThread.ts';
import { openIndexWriter } from '../../../src/core/store/openIndex.ts';
import type { FileStamp } from '../../../src/core/store/storeTypes.ts';
import { asArchiveId } from '../../../src/shared/ids.ts';
import { temporaryFolder } from './archiveFolder.ts';

const stamp = (path: string, mtimeMs = 1_652_821_229_123.4375, contentHash = 'ab'): FileStamp => {
  return { path, sizeBytes: 2 ** 33 + 1, mtimeMs, contentHash };
};

function knownOf(stamps: readonly FileStamp[]): KnownFiles {
  const writer = openIndexWriter(temporaryFolder(), asArchiveId('00000000000000aa'));
  writer.touch(stamps);
  const known = new KnownFiles(writer.folderStamps());
  writer.close();
  return known;
}

describe('what the index knows of files', () => {
  test('every file is found the same by its exact size and time, whatever its name, in any order', () => {
    const names = ['a.md', '~.md', '\u{1F600}.md', '\uFF21.md', '新 闻.md', 'x\ny.md'];
    const paths = names.flatMap((name) => [
      name,
      `2022/05/${name}`,
      `2022-05/${name}`,
      `2022/${name}`,
    ]);
    const known = knownOf(paths.map((path) => stamp(path)));
    const { sizeBytes, mtimeMs } = stamp('');
    for (const path of paths.toReversed()) {
      const folder = known.folder(path.split('/').slice(0, -1).join('/'));
      const name = path.split('/').at(-1) ?? '';
      expect(folder?.isSame(name, { sizeBytes, mtimeMs: mtimeMs + 0.000_244_140_625 })).toBe(false);
      expect(folder?.isSame(name, { sizeBytes: sizeBytes + 1, mtimeMs })).toBe(false);
      expect(folder?.isSame(name, { sizeBytes, mtimeMs })).toBe(true);
    }
    expect(known.takeSameCount()).toBe(paths.length);
    expect(known.missing([])).toEqual([]);
  });

  test('a file without a post, or to be parsed again, is never taken for done', () => {
    const known = knownOf([stamp('a', 1, ''), stamp('b', 1, '!ab'), stamp('c', 1, '?ab')]);
    for (const name of ['a', 'b', 'c']) {
      expect(known.folder('')?.isSame(name, stamp(name, 1))).toBe(false);
    }
  });

  test('what was not seen is missing, except below a folder that could not be listed', () => {
    const known = knownOf(
      ['a.md', 'locked/b.md', 'open/c.md', 'open/d.md'].map((path) => stamp(path)),
    );
    known.see('a.md');
    known.see('open/d.md');
    known.unsee('open/d.md');
    expect(known.missing(['locked']).toSorted()).toEqual(['open/c.md', 'open/d.md']);
  });

  test('more files than are taken out of the database at once', () => {
    const paths = Array.from({ length: 25_000 }, (_none, at) => `f${at % 3}/${at}.md`);
    const known = knownOf(paths.map((path) => stamp(path)));
    expect(known.size).toBe(paths.length);
    expect(paths.every((path) => known.see(path))).toBe(true);
    expect(known.missing([])).toEqual([]);
  });
});

describe('measuring files in two threads', () => {
  const open: MeasureThread[] = [];
  afterEach(() => {
    for (const one of open.splice(0)) one.stop();
  });
  const scripts = {
    'no second thread': null,
    'a thread that ends at once': 'process.exit(1)',
    'a thread that takes a part and then ends': `
      require('node:worker_threads').parentPort.on('message', ({ blocks }) => {
        Atomics.add(blocks, 0, 1);
        process.exit(1);
      });`,
  };
  test.each(Object.entries(scripts))('%s', async (_name, script) => {
    const folder = temporaryFolder();
    const names = Array.from({ length: 1_200 }, (_none, at) => `${at}.md`);
    for (const [at, name] of names.entries()) writeFileSync(join(folder, name), 'x'.repeat(at % 7));
    rmSync(join(folder, '5.md'));
    rmSync(join(folder, '6.md'));
    mkdirSync(join(folder, '6.md'));
    const file = join(temporaryFolder(), 'thread.cjs');
    if (script !== null) writeFileSync(file, script);
    const measurer = createMeasureThread(script === null ? null : file);
    open.push(measurer);
    measurer.warmUp();
    const measuring = measurer.begin({ folder, names });
    await measuring.whenMeasured({ start: 0, end: names.length });
    for (const [at, name] of names.entries()) {
      const isFile = at !== 5 && at !== 6;
      const stat = isFile
        ? lstatSync(join(folder, name))
        : { size: Number.NaN, mtimeMs: Number.NaN };
      expect([...measuring.numbers.subarray(2 * at, 2 * at + 2)]).toEqual([
        stat.size,
        stat.mtimeMs,
      ]);
    }
  });
});
