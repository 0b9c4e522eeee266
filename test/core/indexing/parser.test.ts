import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { threadParser } from '../../../src/core/indexing/parser.ts';
import type { Parser } from '../../../src/core/indexing/parser.ts';
import type { PostFile } from '../../../src/core/post/parsedPost.ts';
import { plainSite } from '../../../src/core/post/siteConfig.ts';
import { temporaryFolder } from './archiveFolder.ts';

/**
 * A thread that speaks the parser's language and misbehaves on demand: a real post that keeps the real parser busy for
 * ever is, it is to be hoped, not known.
 */
const MISBEHAVING = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', (files) => {
  for (const { path } of files) {
    if (path === 'endless.md') for (;;);
    if (path === 'deadly.md') throw new Error('out of order');
  }
  parentPort.postMessage(files.map(({ path }) => ({ outcome: 'problem', problem: { path, code: 'empty' } })));
});
parentPort.postMessage('ready');
`;

function parserWith(script: string): Parser {
  const file = join(temporaryFolder(), 'parser.mjs');
  writeFileSync(file, script);
  return stopped(threadParser(file, 300));
}

function stopped(parser: Parser): Parser {
  onTestFinished(() => {
    parser.stop();
  });
  return parser;
}

function files(...paths: readonly string[]): PostFile[] {
  return paths.map((path) => ({
    path,
    bytes: new TextEncoder().encode('# Title\n'),
    site: plainSite,
  }));
}

async function codes(parser: Parser, ...paths: readonly string[]): Promise<readonly string[]> {
  const outcomes = await parser.parse(files(...paths));
  return outcomes.map((one) =>
    one.outcome === 'problem' ? `${one.problem.path} ${one.problem.code}` : one.post.title,
  );
}

describe('a parser in a thread of its own', () => {
  test('answers in order, portion by portion', async () => {
    const parser = parserWith(MISBEHAVING);
    expect(
      await Promise.all([codes(parser, 'a.md', 'b.md'), codes(parser), codes(parser, 'c.md')]),
    ).toEqual([['a.md empty', 'b.md empty'], [], ['c.md empty']]);
  });

  test('leaves out the one post that never ends, and keeps its neighbours and those behind it', async () => {
    const parser = parserWith(MISBEHAVING);
    expect(
      await Promise.all([codes(parser, 'a.md', 'endless.md', 'b.md'), codes(parser, 'c.md')]),
    ).toEqual([['a.md empty', 'endless.md took-too-long', 'b.md empty'], ['c.md empty']]);
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

  test('parses here when no thread can be started', async () => {
    const parser = stopped(threadParser(join(temporaryFolder(), 'missing.mjs'), 300));
    expect(await Promise.all([codes(parser, 'a.md'), codes(parser, 'b.md')])).toEqual([
      ['Title'],
      ['Title'],
    ]);
    expect(await codes(parser, 'c.md')).toEqual(['Title']);
  });
});
