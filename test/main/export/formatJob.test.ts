import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findArchiveByFolder } from '../../../src/core/store/archives.ts';
import { openIndexReader } from '../../../src/core/store/openIndex.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import { runFormatJob } from '../../../src/main/export/runFormatJob.ts';
import type { FormatJob, FormatJobTools } from '../../../src/main/export/runFormatJob.ts';
import { defaultExportOptions, noFilters } from '../../../src/shared/defaults.ts';
import type { ExportProgress } from '../../../src/shared/exportModel.ts';
import { cli } from '../../cli/cliPlace.ts';
import { postText, temporaryFolder, writeFiles } from '../../core/indexing/archiveFolder.ts';
import { bundleScript } from '../../support/bundle.ts';

/** Exports as the app makes them: in a thread, from the built worker. */

const COUNT = 400;
let workerScript = '';
const home = mkdtempSync(join(tmpdir(), 'broadsheet-format-test-'));
const dataFolder = join(home, 'data');
let base: Omit<FormatJob, 'target'>;

beforeAll(async () => {
  workerScript = await bundleScript('src/main/export/formatWorker.ts', true);
  const folder = join(home, 'news');
  const posts = Array.from({ length: COUNT }, (_, at) => [
    `2022-01-01-${at}.md`,
    postText(`第${at}篇`, 'Some words of it. '.repeat(200)),
  ]);
  writeFiles(folder, Object.fromEntries(posts));
  expect(await cli(['index', folder, '--data-dir', dataFolder])).toMatchObject({ code: 0 });
  const library = openLibrary(dataFolder, { isReading: true });
  const archive = findArchiveByFolder(library, folder);
  library.close();
  if (archive === null) throw new Error('The archive is not in the library.');
  const reader = openIndexReader(dataFolder, archive.id);
  const result = { text: '', filters: noFilters, sort: 'newest' } as const;
  const ids = reader?.ids(result, { version: () => 0, changesSince: () => [] }) ?? [];
  reader?.close();
  const options = { ...defaultExportOptions, format: 'jsonl' } as const;
  const order = { format: 'jsonl', ids, options, language: 'en' } as const;
  base = { jobId: 'one', archiveId: archive.id, order };
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

const toolsWith = (given: Partial<FormatJobTools> = {}): FormatJobTools => ({
  dataFolder,
  workerScript,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...given,
});

describe('an export in the app', () => {
  test('is written whole by the thread, with progress up to the last post', async () => {
    const out = temporaryFolder();
    const target = join(out, 'a.jsonl');
    const told: ExportProgress[] = [];
    const summary = await runFormatJob(
      { ...base, target },
      toolsWith({ onProgress: (progress) => told.push(progress) }),
    );
    const bytes = readFileSync(target);
    expect(summary).toEqual({
      jobId: 'one',
      format: 'jsonl',
      outcome: 'done',
      target,
      pageCount: null,
      postCount: COUNT,
      byteCount: bytes.length,
      failures: [],
      warnings: [],
      message: null,
    });
    expect(bytes.toString().trimEnd().split('\n')).toHaveLength(COUNT);
    const done = told.map(({ donePosts }) => donePosts);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(told.at(-1)).toMatchObject({ jobId: 'one', donePosts: COUNT, totalPosts: COUNT });
    expect(told[0]?.currentTitle).toMatch(/^第\d+篇$/);
    expect(readdirSync(out)).toEqual(['a.jsonl']);
  });

  test('cancelled while it goes on, it leaves nothing but what was there', async () => {
    const out = temporaryFolder();
    const target = join(out, 'a.jsonl');
    writeFileSync(target, 'old');
    const controller = new AbortController();
    const summary = await runFormatJob(
      { ...base, target },
      toolsWith({ signal: controller.signal, onProgress: () => controller.abort() }),
    );
    expect(summary).toMatchObject({ outcome: 'cancelled', target: null, message: null });
    expect(readdirSync(out)).toEqual(['a.jsonl']);
    expect(readFileSync(target, 'utf8')).toBe('old');
  });

  test('cancelled before it began, it makes nothing', async () => {
    const out = temporaryFolder();
    const summary = await runFormatJob(
      { ...base, target: join(out, 'a.jsonl') },
      toolsWith({ signal: AbortSignal.abort() }),
    );
    expect(summary).toMatchObject({ outcome: 'cancelled' });
    expect(readdirSync(out)).toEqual([]);
  });

  test('what cannot be is told in a sentence', async () => {
    const out = temporaryFolder();
    mkdirSync(join(out, 'a.jsonl'));
    const there = await runFormatJob({ ...base, target: join(out, 'a.jsonl') }, toolsWith());
    expect(there).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/a\.jsonl is a folder; the export needs a file name\./),
    });
    const gone = await runFormatJob(
      { ...base, target: join(out, 'b.jsonl') },
      toolsWith({ dataFolder: temporaryFolder() }),
    );
    expect(gone).toMatchObject({
      outcome: 'failed',
      message: 'This archive has no index yet.',
    });
    expect(readdirSync(out)).toEqual(['a.jsonl']);
  });
});
