import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CHECKOUT_FUSES,
  differingFuses,
  PACKAGE_FUSES,
  setFuses,
} from '../../scripts/lib/fuses.mjs';

let folder = '';
let executable = '';

/** An executable with the wire that @electron/fuses looks for: its sentinel, version 1, length, states. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuses-'));
  executable = join(folder, 'electron');
  const wire = Buffer.from([1, 8, ...Buffer.from('10110011')]);
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  writeFileSync(executable, Buffer.concat([Buffer.alloc(999), sentinel, wire, Buffer.alloc(999)]), {
    mode: 0o755,
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

test.skipIf(process.platform !== 'linux').each([
  ['a checkout', CHECKOUT_FUSES],
  ['a package', PACKAGE_FUSES],
])('the fuses of %s are set, once', async (_name, wanted) => {
  const differing = await differingFuses(executable, wanted);
  expect(differing).toContain('EnableNodeOptionsEnvironmentVariable');
  expect(await setFuses(executable, wanted)).toEqual(differing);
  expect(await differingFuses(executable, wanted)).toEqual([]);
  const before = readFileSync(executable);
  expect(await setFuses(executable, wanted)).toEqual([]);
  expect(readFileSync(executable)).toEqual(before);
  expect(statSync(executable).mode & 0o777).toBe(0o755);
});

test('a package closes every door that a checkout closes, and those it keeps for its tools', () => {
  expect(PACKAGE_FUSES).toMatchObject(CHECKOUT_FUSES);
  expect(PACKAGE_FUSES).toMatchObject({ RunAsNode: false, EnableNodeCliInspectArguments: false });
});
