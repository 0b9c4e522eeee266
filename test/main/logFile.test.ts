import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLogFile } from '../../src/main/logFile.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date('2026-11-22T08:00:00Z');

it('writes each line with its time, the home folder as ~', () => {
  const log = openLogFile(join(folder, 'logs'), '/home/ann');
  log.write('broadsheet: /home/ann/posts cannot be read\nat one\n', now);
  expect(readFileSync(join(folder, 'logs', 'broadsheet.log'), 'utf8')).toBe(
    '2026-11-22T08:00:00.000Z broadsheet: ~/posts cannot be read\n2026-11-22T08:00:00.000Z at one\n',
  );
});

it('never grows beyond some files of half a mebibyte', () => {
  const log = openLogFile(folder, '');
  const line = 'x'.repeat(100_000);
  for (let count = 0; count < 60; count += 1) log.write(line, now);
  expect(readdirSync(folder).toSorted()).toEqual([
    'broadsheet.1.log',
    'broadsheet.2.log',
    'broadsheet.3.log',
    'broadsheet.log',
  ]);
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).size).toBeLessThan(700_000);
  }
});

it('goes on from the size of the log that is there', () => {
  writeFileSync(join(folder, 'broadsheet.log'), 'x'.repeat(600_000));
  openLogFile(folder, '').write('new', now);
  expect(statSync(join(folder, 'broadsheet.log')).size).toBeLessThan(100);
  expect(statSync(join(folder, 'broadsheet.1.log')).size).toBe(600_000);
});

it('costs the app nothing where no file can be written', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => openLogFile(join(file, 'logs'), '').write('line', now)).not.toThrow();
});
