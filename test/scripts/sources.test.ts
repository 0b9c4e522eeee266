import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintSources, isBuildFresh, markBuilt } from '../../scripts/lib/sources.mjs';

let root = '';
let stamps = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'));
  stamps = join(root, 'stamps');
  mkdirSync(join(root, 'src', 'core'), { recursive: true });
  mkdirSync(join(root, 'out', 'main'), { recursive: true });
  writeFileSync(join(root, 'src', 'core', 'one.ts'), 'export {};');
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(root, 'out', 'main', 'index.js'), '');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function isFresh(): boolean {
  return isBuildFresh(root, stamps);
}

describe('isBuildFresh', () => {
  it('is false until a build was noted', () => {
    expect(isFresh()).toBe(false);
    markBuilt(fingerprintSources(root), stamps);
    expect(isFresh()).toBe(true);
  });

  it('is false when the bundle was deleted', () => {
    markBuilt(fingerprintSources(root), stamps);
    rmSync(join(root, 'out'), { recursive: true });
    expect(isFresh()).toBe(false);
  });

  it.each<[string, () => void]>([
    [
      'a file was edited',
      () => writeFileSync(join(root, 'src', 'core', 'one.ts'), 'export const a = 1;'),
    ],
    ['a file was added', () => writeFileSync(join(root, 'src', 'two.ts'), '')],
    ['a file was removed', () => rmSync(join(root, 'src', 'core', 'one.ts'))],
    [
      'a file came back with an older date',
      () => utimesSync(join(root, 'src', 'core', 'one.ts'), 1, 1),
    ],
    ['the manifest changed', () => writeFileSync(join(root, 'package.json'), '{"a":1}')],
  ])('is false when %s', (_name, change) => {
    markBuilt(fingerprintSources(root), stamps);
    change();
    expect(isFresh()).toBe(false);
  });

  it('does not care for files that are no sources', () => {
    markBuilt(fingerprintSources(root), stamps);
    writeFileSync(join(root, 'README.md'), 'text');
    expect(isFresh()).toBe(true);
  });

  it('does not count an edit that was made while the build ran', () => {
    const before = fingerprintSources(root);
    writeFileSync(join(root, 'src', 'core', 'one.ts'), 'export const late = true;');
    markBuilt(before, stamps);
    expect(isFresh()).toBe(false);
  });
});
