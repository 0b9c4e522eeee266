import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { partFile } from '../../../src/core/store/wholeFile.ts';
import { checkPlace, deliver, partBeside } from '../../../src/core/exporting/exportPlace.ts';

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
    ['missing/too/a.pdf', 'file', /missing\/too is not there\. Choose/],
    ['missing/too/new', 'folder', /missing\/too is not there\. Choose/],
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
    ['missing/a.pdf', 'file'],
    ['missing/new', 'folder'],
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

describe('where only the folder of the target is missing', () => {
  const place = (): { readonly target: string; readonly shape: 'file' } => ({
    target: join(folder, 'missing', 'a.pdf'),
    shape: 'file',
  });

  test('it is made with the finished export and not before', async () => {
    const part = partBeside(place());
    await checkPlace(place(), 0);
    writeFileSync(part, 'whole');
    expect(existsSync(join(folder, 'missing'))).toBe(false);
    await deliver(part, place());
    expect(readFileSync(place().target, 'utf8')).toBe('whole');
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'missing', 'there']);
  });

  test('it is not left behind when the export cannot be delivered', async () => {
    const part = partBeside(place());
    await expect(deliver(part, place())).rejects.toThrow(
      /a\.pdf could not be written: its folder is gone/,
    );
    expect(existsSync(join(folder, 'missing'))).toBe(false);
  });

  test('somebody may make it meanwhile', async () => {
    const part = partBeside(place());
    writeFileSync(part, 'whole');
    mkdirSync(join(folder, 'missing'));
    await deliver(part, place());
    expect(readdirSync(join(folder, 'missing'))).toEqual(['a.pdf']);
  });
});

describe('what happens to the target during the work is told in a sentence', () => {
  test('its folder is taken away', async () => {
    const gone = { target: join(folder, 'there', 'a.pdf'), shape: 'file' } as const;
    const part = partBeside(gone);
    rmSync(join(folder, 'there'), { recursive: true });
    await expect(deliver(part, gone)).rejects.toThrow(
      /a\.pdf could not be written: its folder is gone\./,
    );
    expect(existsSync(join(folder, 'there'))).toBe(false);
  });

  test.each([
    ['file', /a folder of that name is in its place\./],
    ['folder', /a folder of that name with other files is in its place\./],
  ] as const)('a folder takes the name of a %s', async (shape, message) => {
    const taken = { target: join(folder, 'new'), shape };
    const part = partBeside(taken);
    if (shape === 'file') writeFileSync(part, 'whole');
    else mkdirSync(part);
    mkdirSync(taken.target);
    writeFileSync(join(taken.target, 'mine'), 'mine');
    await expect(deliver(part, taken)).rejects.toThrow(message);
    expect(readdirSync(taken.target)).toEqual(['mine']);
  });

  test('a file takes the name of a folder', async () => {
    const taken = { target: join(folder, 'file'), shape: 'folder' } as const;
    const part = partBeside(taken);
    mkdirSync(part);
    await expect(deliver(part, taken)).rejects.toThrow(
      /file could not be written: a file is in the place/,
    );
    expect(readFileSync(taken.target, 'utf8')).toBe('x');
  });
});
