import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { partFile } from '../../../src/core/store/wholeFile.ts';
import { checkPlace } from '../../../src/core/exporting/exportPlace.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-test-'));
  mkdirSync(join(folder, 'there'));
  writeFileSync(join(folder, 'file'), 'x');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a target that cannot be used is told before the work, in a sentence', () => {
  test.each([
    ['there', 'file', /there is a folder; the export needs a file name\. Choose/],
    ['missing/a.pdf', 'file', /missing is not there\. Choose/],
    ['file/a.pdf', 'file', /file is a file, not a folder\. Choose/],
    ['file', 'folder', /file is a file, and this export is a folder\. Choose/],
    ['.', 'folder', /holds files already; this export makes a folder of its own\. Choose/],
  ] as const)('%s, %s', async (target, shape, message) => {
    await expect(checkPlace({ target: join(folder, target), shape }, 0)).rejects.toThrow(message);
  });

  test.each([
    ['there/a.pdf', 'file'],
    ['file', 'file'],
    ['there', 'folder'],
    ['new', 'folder'],
  ] as const)('%s, %s is usable', async (target, shape) => {
    await expect(checkPlace({ target: join(folder, target), shape }, 0)).resolves.toBeUndefined();
  });

  test('and a disk that is too small is told with both sizes', async () => {
    const place = { target: join(folder, 'a.pdf'), shape: 'file' } as const;
    await expect(checkPlace(place, Number.MAX_SAFE_INTEGER)).rejects.toThrow(
      /has [\d.]+ [KMG]B free, and this export needs about [\d.]+ GB\./,
    );
  });
});

test.each(['file', 'folder'] as const)(
  'what an export that was killed left unfinished goes with the next one (%s)',
  async (shape) => {
    const killed = spawnSync(process.execPath, ['--version']).pid;
    const unfinished = partFile(folder).replace(`-${process.pid}-`, `-${killed}-`);
    const underWay = partFile(folder);
    writeFileSync(unfinished, 'half');
    writeFileSync(underWay, 'half');
    await checkPlace({ target: join(folder, 'new'), shape }, 0);
    const left = readdirSync(folder).map((name) => join(folder, name));
    expect(left).not.toContain(unfinished);
    expect(left).toContain(underWay);
  },
);
