import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { partFile } from '../../src/core/store/wholeFile.ts';
import { checkTarget, makeFolder } from '../../src/main/export/exportTarget.ts';
import { writeWhole } from '../../src/main/export/writeWhole.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-test-'));
  mkdirSync(join(folder, 'there'));
  writeFileSync(join(folder, 'file'), 'x');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a target that cannot be used is told before the work, in a sentence', () => {
  test.each([
    ['there', 'merged', /there is a folder; the PDF needs a file name\. Choose/],
    ['missing/a.pdf', 'merged', /missing is not there\. Choose/],
    ['file/a.pdf', 'merged', /file is a file, not a folder\. Choose/],
    ['file', 'separate', /file is a file, and one PDF per post needs a folder\. Choose/],
  ] as const)('%s, %s', async (target, layout, message) => {
    await expect(checkTarget(join(folder, target), layout)).rejects.toThrow(message);
  });

  test.each([
    ['there/a.pdf', 'merged'],
    ['file', 'merged'],
    ['there', 'separate'],
    ['deep/er', 'separate'],
  ] as const)('%s, %s is usable', async (target, layout) => {
    await expect(checkTarget(join(folder, target), layout)).resolves.toBeUndefined();
  });
});

describe('folders made for an export', () => {
  test('go again when they are empty, all that were made and no other', async () => {
    const made = await makeFolder(join(folder, 'there', 'a', 'b'));
    await made.removeEmpty();
    expect(readdirSync(folder, { recursive: true }).map(String).toSorted()).toEqual([
      'file',
      'there',
    ]);
    const old = await makeFolder(join(folder, 'there'));
    await old.removeEmpty();
    expect(readdirSync(folder)).toContain('there');
  });

  test('stay when they hold something', async () => {
    const made = await makeFolder(join(folder, 'a', 'b'));
    writeFileSync(join(folder, 'a', 'b', 'one.pdf'), 'x');
    await made.removeEmpty();
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['one.pdf']);
  });
});

describe('a file is written whole or not at all', () => {
  test.each(['merged', 'separate'] as const)(
    'what an export that was killed left unfinished goes with the next one (%s)',
    async (layout) => {
      const killed = spawnSync(process.execPath, ['--version']).pid;
      const unfinished = partFile(folder).replace(`-${process.pid}-`, `-${killed}-`);
      const underWay = partFile(folder);
      writeFileSync(unfinished, 'half');
      writeFileSync(underWay, 'half');
      await checkTarget(layout === 'merged' ? join(folder, 'a.pdf') : folder, layout);
      const left = readdirSync(folder).map((name) => join(folder, name));
      expect(left).not.toContain(unfinished);
      expect(left).toContain(underWay);
    },
  );

  test('over an older one, even under the longest name, and what is called .part beside it stays', async () => {
    const file = join(folder, `${'x'.repeat(251)}.pdf`);
    writeFileSync(file, 'old');
    writeFileSync(join(folder, 'my.pdf.part'), 'mine');
    await writeWhole(file, new TextEncoder().encode('new'));
    expect(readFileSync(file, 'utf8')).toBe('new');
    await writeWhole(join(folder, 'my.pdf'), new TextEncoder().encode('new'));
    expect(readFileSync(join(folder, 'my.pdf.part'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toHaveLength(5);
  });

  test('and a failure leaves nothing but a sentence', async () => {
    const target = join(folder, 'there');
    await expect(writeWhole(target, new Uint8Array(3))).rejects.toThrow(
      /could not be written: a folder of that name is in its place\.$/,
    );
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'there']);
  });
});
