import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workOnFiles } from '../../../src/core/indexing/fileTask.ts';
import type { FileAnswer, WorkOnFile } from '../../../src/core/indexing/fileTask.ts';
import { plainSite } from '../../../src/core/post/siteConfig.ts';
import { temporaryFolder } from './archiveFolder.ts';

/** An archive beside a folder that is none of its business. */
function archiveBeside(): {
  readonly folder: string;
  readonly outside: string;
  readonly work: WorkOnFile;
} {
  const base = temporaryFolder();
  const folder = join(base, 'archive');
  const outside = join(base, 'outside');
  mkdirSync(join(folder, 'posts'), { recursive: true });
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.md'), '# 秘密\n');
  return { folder, outside, work: workOnFiles({ folder, site: plainSite }) };
}

function answerFor(work: WorkOnFile, path: string, knownHash = ''): FileAnswer {
  const file = { path, sizeBytes: 1, mtimeMs: 0, problem: null, isFolder: false };
  return work({ file, knownHash });
}

/** The visible text of a post, else the code of the problem, else the kind of answer. */
function outcomeOf(work: WorkOnFile, path: string, knownHash?: string): string {
  const answer = answerFor(work, path, knownHash);
  if (answer.kind !== 'record') return answer.kind;
  const { post, problems } = answer.record;
  return post?.text ?? problems.map(({ code }) => code).join();
}

describe('work on one file', () => {
  test('never reads what lies outside of the archive', () => {
    const { folder, outside, work } = archiveBeside();
    symlinkSync(join(outside, 'secret.md'), join(folder, 'posts', 'link.md'));
    symlinkSync(outside, join(folder, 'linked'));
    expect(outcomeOf(work, 'posts/link.md')).toBe('link-outside');
    expect(outcomeOf(work, 'linked/secret.md')).toBe('link-outside');
    expect(outcomeOf(work, '../outside/secret.md')).toBe('link-outside');
    expect(outcomeOf(work, join(outside, 'secret.md'))).toBe('link-outside');
  });

  test('follows a link that stays inside, and knows a file that is gone or none', () => {
    const { folder, work } = archiveBeside();
    writeFileSync(join(folder, 'posts', 'a.md'), '正文一');
    symlinkSync(join(folder, 'posts', 'a.md'), join(folder, 'posts', 'b.md'));
    execFileSync('mkfifo', [join(folder, 'posts', 'pipe.md')]);
    expect(outcomeOf(work, 'posts/b.md')).toBe('正文一');
    expect(outcomeOf(work, 'posts/gone.md')).toBe('vanished');
    expect(outcomeOf(work, 'posts/pipe.md')).toBe('not-a-file');
    rmSync(join(folder, 'posts'), { recursive: true });
    expect(outcomeOf(work, 'posts/a.md')).toBe('vanished');
  });

  test('reads files of all lengths and encodings one after the other, each by itself', () => {
    const { folder, work } = archiveBeside();
    const long = '长'.repeat(500_000);
    writeFileSync(join(folder, 'long.txt'), long);
    writeFileSync(join(folder, 'short.txt'), '短');
    writeFileSync(join(folder, 'ascii.txt'), 'plain');
    writeFileSync(join(folder, 'empty.txt'), '');
    writeFileSync(join(folder, 'marked.txt'), '\uFEFF有标记');
    writeFileSync(join(folder, 'wide.txt'), Buffer.from('\uFEFF宽', 'utf16le'));
    expect(outcomeOf(work, 'long.txt')).toBe(long);
    expect(outcomeOf(work, 'short.txt')).toBe('短');
    expect(outcomeOf(work, 'ascii.txt')).toBe('plain');
    expect(outcomeOf(work, 'empty.txt')).toBe('empty');
    expect(outcomeOf(work, 'marked.txt')).toBe('有标记');
    expect(outcomeOf(work, 'wide.txt')).toBe('宽');
  });

  test('does not parse again what it knows by its content', () => {
    const { folder, work } = archiveBeside();
    writeFileSync(join(folder, 'a.md'), '正文');
    const first = answerFor(work, 'a.md');
    const hash = first.kind === 'record' ? first.record.stamp.contentHash : '';
    expect(hash).toMatch(/^[0-9a-f]{32}$/u);
    expect(outcomeOf(work, 'a.md', hash)).toBe('touched');
    writeFileSync(join(folder, 'a.md'), '另文');
    expect(outcomeOf(work, 'a.md', hash)).toBe('另文');
  });
});
