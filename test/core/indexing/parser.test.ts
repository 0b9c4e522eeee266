import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { threadParser } from '../../../src/core/indexing/parser.ts';
import type { Parser } from '../../../src/core/indexing/parser.ts';
import { markWithoutPost } from '../../../src/core/indexing/diffFiles.ts';
import type { FileAnswer, FileTask } from '../../../src/core/indexing/fileTask.ts';
import { plainSite } from '../../../src/core/post/siteConfig.ts';
import { temporaryFolder } from './archiveFolder.ts';

/**
 * A thread that speaks the parser's language and misbehaves on demand: a real post that keeps the real parser busy for
 * ever is, it is to be hoped, not known. Its files are not looked for, except where it cannot be started at all.
 */
const MISBEHAVING = `
import { parentPort, workerData } from 'node:worker_threads';
const answer = ({ file }) => {
  const { path } = file;
  workerData.step[0] = path === 'stuck.md' ? 0 : 1;
  workerData.step.fill(0xab, 1);
  if (path === 'endless.md' || path === 'stuck.md') for (;;);
  if (path === 'deadly.md') throw new Error('out of order');
  const problem = { path, code: 'empty' };
  return { kind: 'record', record: { stamp: { path, contentHash: 'known' }, post: null, problems: [problem] } };
};
parentPort.on('message', (tasks) => {
  const answers = tasks.map(answer);
  // The first comes by itself, as from a slow disk.
  parentPort.postMessage({ answers: answers.slice(0, 1) });
  if (answers.length > 1) parentPort.postMessage({ answers: answers.slice(1) });
});
parentPort.postMessage('ready');
`;

/** The same thread as `MISBEHAVING`, telling which file of a list it is at, and how often it was started. */
const telling = (starts: string): string => `
import { appendFileSync } from 'node:fs';
appendFileSync(${JSON.stringify(starts)}, 's');
${MISBEHAVING.replace(
  'tasks.map(answer)',
  'tasks.map((task, at) => { workerData.turn[0] = at + 1; return answer(task); })',
)}`;

function parserWith(script: string): Parser {
  const folder = temporaryFolder();
  const file = join(folder, 'parser.mjs');
  writeFileSync(file, script);
  return stopped(threadParser(file, { folder, site: plainSite }, { limitMs: 300, maxThreads: 1 }));
}

function stopped(parser: Parser): Parser {
  onTestFinished(() => {
    parser.stop();
  });
  return parser;
}

function tasks(...paths: readonly string[]): FileTask[] {
  return paths.map((path) => ({
    file: { path, sizeBytes: 8, mtimeMs: 0, problem: null, isFolder: false },
    knownHash: '',
  }));
}

async function answersOf(parser: Parser, ...paths: readonly string[]): Promise<FileAnswer[]> {
  const portion = parser.start(tasks(...paths));
  const answers: FileAnswer[] = [];
  while (answers.length < paths.length) answers.push(...(await portion.next()));
  return answers;
}

/** What became of each file: its title, its problem, or that it is not there. */
async function codes(parser: Parser, ...paths: readonly string[]): Promise<readonly string[]> {
  return (await answersOf(parser, ...paths)).map((answer) => {
    if (answer.kind !== 'record') return answer.kind;
    const { post, problems } = answer.record;
    return post?.title ?? problems.map(({ path, code }) => `${path} ${code}`).join();
  });
}

describe('a parser in a thread of its own', () => {
  test('answers in order, portion by portion', async () => {
    const parser = parserWith(MISBEHAVING);
    expect(await Promise.all([codes(parser, 'a.md', 'b.md'), codes(parser, 'c.md')])).toEqual([
      ['a.md empty', 'b.md empty'],
      ['c.md empty'],
    ]);
  });

  test('leaves out the one post that never ends, and keeps its neighbours and those behind it', async () => {
    const parser = parserWith(MISBEHAVING);
    expect(
      await Promise.all([codes(parser, 'a.md', 'endless.md', 'b.md'), codes(parser, 'c.md')]),
    ).toEqual([['a.md empty', 'endless.md took-too-long', 'b.md empty'], ['c.md empty']]);
  });

  test('a thread that tells which file it is at is ended once for each file that never ends', async () => {
    const starts = join(temporaryFolder(), 'starts');
    const parser = parserWith(telling(starts));
    expect(await codes(parser, 'a.md', 'endless.md', 'b.md', 'endless.md', 'c.md')).toEqual([
      'a.md empty',
      'endless.md took-too-long',
      'b.md empty',
      'endless.md took-too-long',
      'c.md empty',
    ]);
    expect(await codes(parser, 'd.md', 'deadly.md', 'e.md')).toEqual([
      'd.md empty',
      'deadly.md unreadable',
      'e.md empty',
    ]);
    expect(readFileSync(starts, 'utf8')).toBe('s'.repeat(4));
  });

  test('leaves out the one post that ends the thread', async () => {
    const parser = parserWith(MISBEHAVING);
    expect(await codes(parser, 'a.md', 'deadly.md', 'b.md')).toEqual([
      'a.md empty',
      'deadly.md unreadable',
      'b.md empty',
    ]);
    expect(await codes(parser, 'c.md')).toEqual(['c.md empty']);
  });

  test('blames no file that was answered right before the thread ended', async () => {
    // Which of the two comes first, the answer or the end, is up to the system.
    for (let times = 0; times < 12; times += 1) {
      const parser = parserWith(MISBEHAVING);
      if (times % 2 === 0) await codes(parser, 'a.md');
      const answers = [codes(parser, 'b.md'), codes(parser, 'c.md'), codes(parser, 'deadly.md')];
      const busyUntil = performance.now() + 60;
      while (performance.now() < busyUntil) continue;
      expect(await Promise.all(answers)).toEqual([
        ['b.md empty'],
        ['c.md empty'],
        ['deadly.md unreadable'],
      ]);
      parser.stop();
    }
  });

  test('gives up nothing that was answered while this thread was busy itself', async () => {
    const told = join(temporaryFolder(), 'told');
    const parser = parserWith(`
import { writeFileSync } from 'node:fs';
${MISBEHAVING}
parentPort.on('message', ([{ file }]) => {
  if (file.path === 'b.md') writeFileSync(${JSON.stringify(told)}, '');
});`);
    await codes(parser, 'a.md');
    // Out of the turn in which that answer came: in it, the next one would be taken before any clock.
    await nextTurn();
    const answers = codes(parser, 'b.md');
    const busyUntil = performance.now() + 600;
    // Until the thread has answered, too, which may take longer where others keep the processor.
    while (performance.now() < busyUntil || !existsSync(told)) continue;
    expect(await answers).toEqual(['b.md empty']);
  });

  test('tells a file that could not be read in time from one that could not be understood', async () => {
    const parser = parserWith(MISBEHAVING);
    const answers = await answersOf(parser, 'stuck.md', 'endless.md');
    const [stuck, endless] = answers.map((answer) =>
      answer.kind === 'record' ? answer.record : null,
    );
    // The one is tried again by the next run, the other when it has changed.
    expect(stuck?.stamp.contentHash).toBe('');
    expect(endless?.stamp.contentHash).toBe(markWithoutPost('ab'.repeat(16)));
    expect(stuck?.problems[0]?.message).not.toBe(endless?.problems[0]?.message);
  });

  test('works here when no thread can be started', async () => {
    const folder = temporaryFolder();
    for (const name of ['a.md', 'b.md']) writeFileSync(join(folder, name), '# Title\n');
    const parser = stopped(
      threadParser(join(folder, 'missing.mjs'), { folder, site: plainSite }, { limitMs: 300 }),
    );
    expect(await Promise.all([codes(parser, 'a.md'), codes(parser, 'b.md')])).toEqual([
      ['Title'],
      ['Title'],
    ]);
    expect(await codes(parser, 'gone.md', 'a.md')).toEqual(['vanished', 'Title']);
  });
});
