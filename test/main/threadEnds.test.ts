import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isBuilt } from '../cli/builtCli.ts';
import { bundleScript } from '../support/bundle.ts';

describe.skipIf(!isBuilt)('threads that are ended while they load SQLite', () => {
  let script = '';
  beforeAll(async () => {
    script = await bundleScript('test/main/endedThreads.ts', true);
  });

  test.each(['run', 'core'])('end alone, and the process goes on: %s', (thread) => {
    const watch = ['--require', resolve('test/main/loadWatch.cjs')];
    const { stdout, signal } = spawnSync(process.execPath, [...watch, script, thread], {
      encoding: 'utf8',
    });
    expect({ stdout, signal }).toEqual({ stdout: '8 ended, 0 too early', signal: null });
  });
});
