import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { roomIn } from '../../../src/core/exporting/diskRoom.ts';
import {
  openFileOutput,
  openFolderOutput,
  streamOutput,
} from '../../../src/core/exporting/exportOutput.ts';
import { checkPlace, deliver, partBeside } from '../../../src/core/exporting/exportPlace.ts';
import { discard } from '../../../src/core/exporting/makeExport.ts';
import { temporaryFolder } from '../indexing/archiveFolder.ts';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true }).map(String).toSorted();

/** Whether small disks can be made here: only by the superuser of Linux. */
const canMount = canMountHere();

function canMountHere(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'pipe' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As a process that was killed would have left it. */
function ofDeadProcess(part: string): string {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  return join(dirname(part), basename(part).replace(`-${process.pid}-`, `-${dead}-`));
}

describe('a file', () => {
  test('has its name only when it is whole, and takes the place of the one before', async () => {
    const folder = temporaryFolder();
    const place = { target: join(folder, 'a.csv'), shape: 'file' } as const;
    writeFileSync(place.target, 'old');
    const part = partBeside(place);
    const output = await openFileOutput(part, place.target);
    const piece = Buffer.from('雾散了。'.repeat(20_000));
    for (let count = 0; count < 5; count += 1) {
      await output.write('x');
      await output.write(piece);
    }
    // The writer may use its bytes again.
    piece.fill(0);
    await output.seal();
    expect(readFileSync(place.target, 'utf8')).toBe('old');
    await deliver(part, place);
    const text = `x${'雾散了。'.repeat(20_000)}`.repeat(5);
    expect(readFileSync(place.target, 'utf8')).toBe(text);
    expect(output.byteCount()).toBe(Buffer.byteLength(text));
    expect(filesIn(folder)).toEqual(['a.csv']);
  });

  test('that nobody finished is taken away', async () => {
    const folder = temporaryFolder();
    const place = { target: join(folder, 'a.csv'), shape: 'file' } as const;
    const part = partBeside(place);
    const output = await openFileOutput(part, place.target);
    await output.write('half');
    await output.close();
    await discard(part);
    expect(filesIn(folder)).toEqual([]);
  });
});

describe('a folder', () => {
  test('has its name only when it is whole, also in place of an empty one', async () => {
    const folder = temporaryFolder();
    const place = { target: join(folder, '剪报'), shape: 'folder' } as const;
    mkdirSync(place.target);
    await checkPlace(place, 0);
    const part = partBeside(place);
    const output = await openFolderOutput(part, place.target);
    const names = Array.from({ length: 100 }, (_, at) => `posts/${at % 3}/第${at}篇.md`);
    for (const name of names) await output.writeFile(name, name);
    await output.writeFile('images/a.png', Uint8Array.of(1, 2, 3));
    await output.seal();
    expect(filesIn(place.target)).toEqual([]);
    await deliver(part, place);
    for (const name of names) expect(readFileSync(join(place.target, name), 'utf8')).toBe(name);
    expect([...readFileSync(join(place.target, 'images/a.png'))]).toEqual([1, 2, 3]);
    expect(readdirSync(folder)).toEqual(['剪报']);
  });

  test.each(['../out.md', '/etc/out.md', 'a/../../b', '', 'a//b', '.', 'a\\b'])(
    'never takes the path %j',
    async (path) => {
      const folder = temporaryFolder();
      const output = await openFolderOutput(join(folder, 'part'), join(folder, 'final'));
      await expect(output.writeFile(path, 'x')).rejects.toThrow('no path inside the export');
      await output.close();
      expect(filesIn(folder)).toEqual(['part']);
    },
  );

  test('that holds something is refused before the work and left alone after it', async () => {
    const folder = temporaryFolder();
    const place = { target: join(folder, 'there'), shape: 'folder' } as const;
    const part = partBeside(place);
    const output = await openFolderOutput(part, place.target);
    await output.writeFile('a.md', 'new');
    await output.seal();
    mkdirSync(place.target);
    writeFileSync(join(place.target, 'mine.md'), 'mine');
    await expect(checkPlace(place, 0)).rejects.toThrow(
      /there holds files already; this export makes a folder of its own\. Choose another place\.$/,
    );
    await expect(deliver(part, place)).rejects.toThrow(/there could not be written: a folder/);
    expect(filesIn(place.target)).toEqual(['mine.md']);
  });

  test('is not put in the place of a file', async () => {
    const target = join(temporaryFolder(), 'file');
    writeFileSync(target, 'mine');
    await expect(checkPlace({ target, shape: 'folder' }, 0)).rejects.toThrow(
      /file is a file, and this export is a folder\./,
    );
  });
});

describe('what an export that was killed left', () => {
  test('goes with the next one to the same folder; what is under way, and everything else, stays', async () => {
    const folder = temporaryFolder();
    const place = { target: join(folder, 'a.csv'), shape: 'file' } as const;
    const underWay = partBeside(place);
    const [deadFile, deadFolder, deadLink] = [1, 2, 3].map(() => ofDeadProcess(partBeside(place)));
    if (deadFile === undefined || deadFolder === undefined || deadLink === undefined) return;
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'mine.md'), 'mine');
    writeFileSync(underWay, 'half');
    writeFileSync(deadFile, 'half');
    mkdirSync(join(deadFolder, 'posts'), { recursive: true });
    writeFileSync(join(deadFolder, 'posts', 'a.md'), 'half');
    symlinkSync(elsewhere, deadLink);
    writeFileSync(join(folder, 'my.part'), 'mine');
    await checkPlace(place, 0);
    expect(filesIn(folder)).toEqual([basename(underWay), 'my.part'].toSorted());
    expect(filesIn(elsewhere)).toEqual(['mine.md']);
  });
});

describe('a disk without room', () => {
  test('is told before the work when the least that is needed does not fit', async () => {
    const place = { target: join(temporaryFolder(), 'a.csv'), shape: 'file' } as const;
    await expect(checkPlace(place, Number.MAX_SAFE_INTEGER)).rejects.toThrow(
      /^The disk of .* has [\d.]+ [KMG]B free, and this export needs about [\d.]+ GB\. Make room or choose another place\.$/,
    );
  });

  test('is told as soon as the size of the posts is known, once', async () => {
    const room = roomIn(temporaryFolder());
    const huge = { done: 10, total: 2_000, written: 1e15 };
    await expect(room.check(huge)).resolves.toBeUndefined();
    await expect(room.check({ ...huge, done: 100 })).rejects.toThrow(/needs about/);
    const small = roomIn(temporaryFolder());
    await expect(small.check({ ...huge, done: 100, written: 1 })).resolves.toBeUndefined();
  });

  test.skipIf(!canMount)('that fills up, or takes nothing, is told in a sentence', async () => {
    const folder = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder]);
    try {
      const place = { target: join(folder, 'a.csv'), shape: 'file' } as const;
      const part = partBeside(place);
      const output = await openFileOutput(part, place.target);
      const text = 'x'.repeat(300_000);
      await output.write(text);
      await expect(output.write(text)).rejects.toThrow(
        `${place.target} could not be written: the disk is full.`,
      );
      await output.close();
      await discard(part);
      const files = await openFolderOutput(part, join(folder, 'b'));
      await files.writeFile('one.md', text);
      await expect(files.writeFile('two.md', text)).rejects.toThrow(
        `${join(folder, 'b', 'two.md')} could not be written: the disk is full.`,
      );
      await files.close();
      await discard(part);
      expect(filesIn(folder)).toEqual([]);
      execFileSync('mount', ['-o', 'remount,ro', folder]);
      await expect(checkPlace(place, 0)).rejects.toThrow(
        /cannot be written to\. Choose another place\.$/,
      );
    } finally {
      execFileSync('umount', [folder]);
    }
  });
});

test('a stream gets its bytes in large pieces, and all of them by the end', async () => {
  const pieces: Uint8Array[] = [];
  const output = streamOutput((piece) => {
    pieces.push(piece);
    return Promise.resolve();
  });
  for (let count = 0; count < 10_000; count += 1) await output.write('灯塔与渡轮\n');
  await output.seal();
  expect(Buffer.concat(pieces).toString('utf8')).toBe('灯塔与渡轮\n'.repeat(10_000));
  expect(pieces.length).toBeLessThan(5);
});
