import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timeMs } from '../measure.ts';

const MAX_OUTPUT_BYTES = 1024 * 1024 * 1024;

/** What Recoll's index of a folder took. */
export interface RecollBuild {
  readonly totalMs: number;
  readonly bytes: number;
}

/** Indexes a folder with Recoll, its pairs of CJK characters switched on, everything it keeps in `configFolder`. */
export function recollBuild(configFolder: string, folder: string): RecollBuild {
  mkdirSync(configFolder, { recursive: true });
  writeFileSync(
    join(configFolder, 'recoll.conf'),
    `topdirs = ${folder}\nnocjk = 0\ncjkngramlen = 2\nnoaspell = 1\n`,
  );
  const totalMs = timeMs(() => spawnSync('recollindex', ['-c', configFolder], { stdio: 'ignore' }));
  const bytes = readdirSync(configFolder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(configFolder, name)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0);
  return { totalMs, bytes };
}

/** Milliseconds of one `recollq` for each query: the first 50, start of the program included. */
export function recollTimes(configFolder: string, queries: readonly string[]): readonly number[] {
  return queries.map((query) =>
    timeMs(() =>
      spawnSync('recollq', ['-c', configFolder, '-b', '-n', '50', phrases(query)], {
        stdio: 'ignore',
      }),
    ),
  );
}

/** Paths that a query finds, relative to the folder. */
export function recollAnswer(
  configFolder: string,
  folder: string,
  query: string,
): readonly string[] {
  const { stdout } = spawnSync('recollq', ['-c', configFolder, '-b', '-n', '0', phrases(query)], {
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('file://'))
    .map((line) => relative(folder, fileURLToPath(line.trim())));
}

function phrases(query: string): string {
  return query
    .split(' ')
    .map((term) => `"${term}"`)
    .join(' ');
}
