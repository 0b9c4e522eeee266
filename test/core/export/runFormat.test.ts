import { describe, expect, test } from 'vitest';
import type { FormatWriter } from '../../../src/core/export/formats/formatWriter.ts';
import { runFormat } from '../../../src/core/export/runFormat.ts';
import type { FormatProgress, FormatTools } from '../../../src/core/export/runFormat.ts';
import type { ExportedOutcome } from '../../../src/shared/exportModel.ts';
import { asPostId } from '../../../src/shared/ids.ts';
import type { PostId } from '../../../src/shared/model.ts';
import { AppError } from '../../../src/shared/result.ts';
import { exported } from './formats/writing.ts';

const idsOf = (count: number): readonly PostId[] =>
  Array.from({ length: count }, (_, at) => asPostId(at + 1));

const outcomeOf = (id: PostId): ExportedOutcome => ({
  outcome: 'post',
  exported: exported({ id, path: `${id}.md`, title: `Post ${id}` }),
});

interface Followed {
  readonly added: string[];
  readonly asked: number[];
  readonly told: FormatProgress[];
  isFinished: boolean;
}

/** A run over posts that are always there, and what became of it. */
function following(given: Partial<FormatTools> = {}, writer: Partial<FormatWriter> = {}) {
  const followed: Followed = { added: [], asked: [], told: [], isFinished: false };
  const tools: FormatTools = {
    getPosts: (ids) => {
      followed.asked.push(ids.length);
      return Promise.resolve(ids.map(outcomeOf));
    },
    writer: {
      add: ({ post }) => {
        followed.added.push(post.path);
        return Promise.resolve();
      },
      finish: () => {
        followed.isFinished = true;
        return Promise.resolve();
      },
      ...writer,
    },
    signal: new AbortController().signal,
    onProgress: (progress) => followed.told.push(progress),
    ...given,
  };
  return { followed, tools };
}

describe('running a format', () => {
  test('gives every post once, in order, a few at a time, and finishes', async () => {
    const { followed, tools } = following();
    const run = await runFormat(idsOf(1_003), tools);
    expect(run).toEqual({ postCount: 1_003, failures: [] });
    expect(followed.added).toEqual(idsOf(1_003).map((id) => `${id}.md`));
    expect(Math.max(...followed.asked)).toBeLessThanOrEqual(50);
    expect(followed.isFinished).toBe(true);
  });

  test('tells the truth on the way: posts done, the title, and at last all of them', async () => {
    const { followed, tools } = following();
    await runFormat(idsOf(500), tools);
    for (const { donePosts, totalPosts, currentTitle } of followed.told) {
      expect(totalPosts).toBe(500);
      expect(currentTitle).toBe(`Post ${donePosts}`);
    }
    expect(followed.told.at(-1)?.donePosts).toBe(500);
  });

  test('a post that cannot be had, or written, is told with its path; the rest is there', async () => {
    const { followed, tools } = following({
      getPosts: (ids) =>
        Promise.resolve(
          ids.map((id): ExportedOutcome =>
            id === 2
              ? { outcome: 'failed', id, path: 'two.md', message: 'It is gone.' }
              : id === 3
                ? { outcome: 'failed', id, path: null, message: 'It was never there.' }
                : outcomeOf(id),
          ),
        ),
    });
    const { add } = tools.writer;
    const writer: FormatWriter = {
      ...tools.writer,
      add: (post) => {
        const { path } = post.post;
        if (path === '5.md')
          throw new AppError('export-failed', 'Its table is too wide.', { path });
        return add(post);
      },
    };
    expect(await runFormat(idsOf(6), { ...tools, writer })).toEqual({
      postCount: 3,
      failures: [
        { path: 'two.md', message: 'It is gone.' },
        { path: '#3', message: 'It was never there.' },
        { path: '5.md', message: 'Its table is too wide.' },
      ],
    });
    expect(followed.added).toEqual(['1.md', '4.md', '6.md']);
    expect(followed.isFinished).toBe(true);
  });

  test('when no post can be written it fails and says why', async () => {
    const { followed, tools } = following({
      getPosts: (ids) =>
        Promise.resolve(
          ids.map((id) => ({ outcome: 'failed', id, path: 'a.md', message: 'It is gone.' })),
        ),
    });
    await expect(runFormat(idsOf(3), tools)).rejects.toThrow(
      'None of the chosen posts could be exported. a.md: It is gone.',
    );
    expect(followed.isFinished).toBe(false);
  });

  test('a failure of the disk ends it', async () => {
    const { followed, tools } = following(
      {},
      { add: () => Promise.reject(new AppError('export-failed', 'Full.', { path: '/out/a.csv' })) },
    );
    await expect(runFormat(idsOf(9), tools)).rejects.toThrow('Full.');
    expect(followed.isFinished).toBe(false);
  });

  test('a cancel that comes by a timer is heard, though nothing is waited for', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 0);
    // Writing so many takes far longer than the timer.
    const { followed, tools } = following({
      signal: controller.signal,
      onProgress: () => undefined,
    });
    const run = runFormat(idsOf(300_000), tools);
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    expect(followed.isFinished).toBe(false);
  });

  test('cancelled while the last post is written, it does not finish', async () => {
    const controller = new AbortController();
    const { followed, tools } = following({
      signal: controller.signal,
      onProgress: ({ donePosts }) => {
        if (donePosts === 3) controller.abort();
      },
    });
    await expect(runFormat(idsOf(3), tools)).rejects.toMatchObject({ code: 'cancelled' });
    expect(followed.isFinished).toBe(false);
  });
});
