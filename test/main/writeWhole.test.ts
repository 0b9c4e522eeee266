import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeWhole } from '../../src/main/writeWhole.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-test-'));
  mkdirSync(join(folder, 'there'));
  writeFileSync(join(folder, 'file'), 'x');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file is written whole or not at all', () => {
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
