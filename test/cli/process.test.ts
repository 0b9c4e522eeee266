import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withoutProgress } from './cliPlace.ts';
import { postText, temporaryFolder, writeFiles } from '../core/indexing/archiveFolder.ts';

/** The command line as people run it: the built bundle in a process of its own. */
const entry = resolve('out/main/cli.js');

const postFiles = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `2022-01-01-${at}.md`,
      postText(`Post ${at}`, 'Some words of it. '.repeat(40)),
    ]),
  );

/** So many that a signal after the first batch comes long before the last. */
const MANY = 16_000;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

function start(
  line: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [entry, ...line], { env: { ...process.env, ...environment } });
}

async function ended(child: ChildProcess): Promise<Ended> {
  let [out, said] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  return { code: child.exitCode, out, said };
}

const cli = (
  line: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> => ended(start(line, environment));

describe.skipIf(!existsSync(entry))('the built command line', () => {
  test('indexes with its parser thread, relative to where npm was called', async () => {
    const [home, dataFolder] = [temporaryFolder(), temporaryFolder()];
    writeFiles(home, {
      'news/a.md': postText('灯塔'),
      'news/b.md': postText('Ferry'),
      'news/c.md': '',
    });
    const here = { INIT_CWD: home };
    const index = await cli(['index', 'news', '--json', '--data-dir', dataFolder], here);
    expect(index).toMatchObject({ code: 0, said: '' });
    expect(JSON.parse(index.out)).toMatchObject({ posts: 2, added: 2, problems: 1 });
    const search = await cli(['search', 'news', '灯塔', '--json', '--data-dir', dataFolder], here);
    expect(JSON.parse(search.out)).toMatchObject({ total: 1, hits: [{ path: 'a.md' }] });
    expect(await cli(['nonsense'])).toMatchObject({ code: 2, out: '' });
  });

  test('the app’s own data folder is used when none is named', async () => {
    const [home, folder] = [temporaryFolder(), temporaryFolder()];
    writeFiles(folder, { 'a.md': postText('One') });
    const own = { XDG_CONFIG_HOME: home, HOME: home, APPDATA: home };
    expect(await cli(['index', folder], own)).toMatchObject({ code: 0 });
    expect(readdirSync(home, { recursive: true }).map(String).join('\n')).toMatch(
      /Broadsheet.library\.sqlite/,
    );
  });

  test('Ctrl-C keeps what was indexed, and a killed run is gone on with', async () => {
    const [folder, dataFolder] = [temporaryFolder(), temporaryFolder()];
    writeFiles(folder, postFiles(MANY));
    const line = ['index', folder, '--json', '--data-dir', dataFolder];
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const child = start(line);
      const end = ended(child);
      await untilIndexed(dataFolder);
      child.kill(signal);
      const { code, said } = await end;
      expect(code).toBe(signal === 'SIGINT' ? 1 : null);
      if (signal === 'SIGINT') expect(said).toMatch(/^Stopped/m);
    }
    const rest = await cli(line);
    const counts: unknown = JSON.parse(rest.out);
    expect(counts).toMatchObject({ posts: MANY });
    expect(Object(counts).unchanged).toBeGreaterThan(0);
    expect(Object(counts).added + Object(counts).unchanged).toBe(MANY);
  });

  test('a reader that has seen enough ends a dump quietly; a slow one gets all of it', async () => {
    const [folder, dataFolder] = [temporaryFolder(), temporaryFolder()];
    writeFiles(folder, postFiles(3_000));
    await cli(['index', folder, '--data-dir', dataFolder]);
    const impatient = start(['dump', folder, '--data-dir', dataFolder]);
    impatient.stdout?.once('data', () => impatient.stdout?.destroy());
    expect(await ended(impatient)).toMatchObject({ code: 0, said: '' });
    const whole = await cli(['dump', folder, '--data-dir', dataFolder]);
    const lines = whole.out.split('\n').filter((line) => line !== '');
    expect(lines).toHaveLength(3_000);
    expect(lines.every((line) => Object(JSON.parse(line)).html !== '')).toBe(true);
  });
});

describe.skipIf(!existsSync(entry))('export to a file or a pipe, without Electron', () => {
  test('a killed one leaves nothing under the name; the next one takes away what it left', async () => {
    const [folder, dataFolder, out] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    writeFiles(folder, postFiles(3_000));
    await cli(['index', folder, '--data-dir', dataFolder]);
    const file = join(out, 'all.jsonl');
    const line = ['export', folder, '--query', '', '--to', file, '--data-dir', dataFolder];
    for (const signal of ['SIGKILL', 'SIGINT'] as const) {
      const child = start(line);
      const end = ended(child);
      const parts = (): readonly string[] => readdirSync(out).filter((name) => name[0] === '.');
      const before = parts();
      await expect
        .poll(() => parts().some((name) => !before.includes(name)), { timeout: 30_000 })
        .toBe(true);
      child.kill(signal);
      expect((await end).code).toBe(signal === 'SIGINT' ? 1 : null);
      expect(existsSync(file)).toBe(false);
      // The second one had taken away what the first one left.
      expect(parts()).toHaveLength(signal === 'SIGINT' ? 0 : 1);
    }
    expect(await cli(line)).toMatchObject({ code: 0, out: `3,000 posts: ${file}\n` });
    expect(readdirSync(out)).toEqual(['all.jsonl']);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3_001);
  });

  // A single post is written before anything can fail.
  test.skipIf(!existsSync('/dev/full')).each([1, 200])(
    'a disk that is full behind standard output is a failure, and said, of %i posts',
    async (count) => {
      const [folder, dataFolder] = [temporaryFolder(), temporaryFolder()];
      writeFiles(folder, postFiles(count));
      await cli(['index', folder, '--data-dir', dataFolder]);
      const line = ['export', folder, '--query', '', '--format', 'jsonl', '--to', '-'];
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(
        process.execPath,
        [entry, ...line, '--data-dir', dataFolder],
        { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' },
      );
      closeSync(full);
      expect({ status, said: withoutProgress(stderr) }).toEqual({
        status: 1,
        said: 'Standard output could not be written: the disk is full.\n',
      });
    },
  );

  test('a reader that has seen enough ends it quietly', async () => {
    const [folder, dataFolder] = [temporaryFolder(), temporaryFolder()];
    writeFiles(folder, postFiles(3_000));
    await cli(['index', folder, '--data-dir', dataFolder]);
    const line = ['export', folder, '--query=', '--format', 'jsonl', '--to', '-'];
    const impatient = start([...line, '--data-dir', dataFolder]);
    impatient.stdout?.once('data', () => impatient.stdout?.destroy());
    const { code, said } = await ended(impatient);
    expect({ code, said: withoutProgress(said) }).toEqual({ code: 0, said: '' });
  });
});

/** Resolves once the first batch is in the index file. */
async function untilIndexed(dataFolder: string): Promise<void> {
  for (;;) {
    const files = existsSync(join(dataFolder, 'index'))
      ? readdirSync(join(dataFolder, 'index'))
      : [];
    const log = files.find((name) => name.endsWith('.sqlite-wal') && !name.includes('lock'));
    if (log !== undefined && readFileSync(join(dataFolder, 'index', log)).length > 500_000) return;
    await new Promise((done) => {
      setTimeout(done, 20);
    });
  }
}

const hasElectron =
  existsSync(entry) &&
  spawnSync(process.execPath, [resolve('scripts/electron-path.mjs')]).status === 0;

describe.skipIf(!hasElectron)('export by the real app', () => {
  test('writes one PDF, or one for each post; what cannot be is told in a sentence', async () => {
    const [folder, dataFolder] = [temporaryFolder(), temporaryFolder()];
    const target = temporaryFolder();
    writeFiles(folder, { 'a.md': postText('灯塔', '港口的灯塔。'), 'b.md': postText('Ferry') });
    const at = ['--data-dir', dataFolder];
    await cli(['index', folder, ...at]);
    const merged = join(target, 'all.pdf');
    expect(await cli(['export', folder, '--query', '', '--to', merged, ...at])).toMatchObject({
      code: 0,
    });
    expect(readFileSync(merged).subarray(0, 5).toString()).toBe('%PDF-');
    const each = join(target, 'each');
    const separate = await cli([
      'export',
      folder,
      '--post',
      'a.md',
      '--post',
      'b.md',
      '--to',
      each,
      '--separate',
      ...at,
    ]);
    expect(separate.code).toBe(0);
    expect(readdirSync(each)).toHaveLength(2);
    const none = await cli([
      'export',
      folder,
      '--query',
      'nowhere',
      '--to',
      join(target, 'none.pdf'),
      ...at,
    ]);
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.said).toMatch(/^[^\n]+\n$/);
    expect(readdirSync(target).toSorted()).toEqual(['all.pdf', 'each']);
  });

  test('Ctrl-C takes back one file after another, and the folder they are made in', async () => {
    const [folder, dataFolder] = [temporaryFolder(), temporaryFolder()];
    const target = temporaryFolder();
    const posts = Array.from({ length: 200 }, (_, place) => [
      `${place}.md`,
      postText(`Post ${place}`),
    ]);
    writeFiles(folder, Object.fromEntries(posts));
    const at = ['--data-dir', dataFolder];
    await cli(['index', folder, ...at]);
    const each = join(target, 'each');
    const child = start(['export', folder, '--query', '', '--separate', '--to', each, ...at]);
    const end = ended(child);
    // They are made in an unfinished folder beside the final name.
    const made = (): number =>
      readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.pdf'),
      ).length;
    await expect.poll(made, { timeout: 30_000 }).toBeGreaterThan(1);
    child.kill('SIGINT');
    expect(await end).toMatchObject({ code: 1 });
    expect(readdirSync(target)).toEqual([]);
  });
});
