import { describe, expect, test } from 'vitest';
import type { BodyRequest } from '../../../src/core/export/book/bookModel.ts';
import { composePart } from '../../../src/core/exporting/pdfBodyParts.ts';
import type { JobState, OpenFile } from '../../../src/core/exporting/pdfJobModel.ts';
import { AppError } from '../../../src/shared/result.ts';
import { exported } from '../export/formats/writing.ts';

/** A file of eight posts, where the pages of some cannot be made; only what composing asks of it is there. */
function fileWith(broken: readonly number[], thrown: Error): { job: JobState; file: OpenFile } {
  const posts = Array.from({ length: 8 }, (_, at) => exported({ path: `${at}.md` }));
  const body = ({ contents }: BodyRequest): string => {
    for (const [post, { kind }] of contents)
      if (kind === 'post' && broken.includes(post)) throw thrown;
    return [...contents].map(([post, { kind }]) => `${post} ${kind}`).join(', ');
  };
  const file = {
    plan: { pieces: posts.map((_, post) => ({ kind: 'post', post })) },
    assembly: { body },
    firstPost: 0,
    donePosts: 0,
    problems: new Map(),
  };
  const job = {
    posts: {
      posts: posts.map(({ post }) => post),
      read: (at: number) => Promise.resolve({ kind: 'post', exported: posts[at] }),
    },
    glyphs: { add: () => undefined },
    input: { options: { hasPictures: false } },
    source: { archive: { folder: '/archive' } },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parts of a job that composing does not use would need a printer
  return { job: job as unknown as JobState, file: file as unknown as OpenFile };
}

describe('a post whose page cannot be made', () => {
  test('has a page that says so in the book, and the posts around it are there', async () => {
    const { job, file } = fileWith([3, 6], new RangeError('Maximum call stack size exceeded'));
    const documents: string[] = [];
    let from = 0;
    while (from < 8) {
      const part = await composePart(job, file, { from, most: 8 });
      documents.push(part.html);
      from = part.to;
    }
    const words = documents.join(', ').split(', ');
    expect(words).toEqual(
      Array.from({ length: 8 }, (_, at) => `${at} ${[3, 6].includes(at) ? 'problem' : 'post'}`),
    );
    expect([...file.problems.values()]).toEqual(
      ['3.md', '6.md'].map((path) => ({
        kind: 'problem',
        path,
        message: expect.stringContaining('Maximum call stack size exceeded'),
      })),
    );
    expect(file.donePosts).toBe(8);
  });

  test('what concerns the whole book still ends it', async () => {
    const { job, file } = fileWith([3], new AppError('disk-full', 'The disk is full.'));
    await expect(composePart(job, file, { from: 0, most: 8 })).rejects.toThrow('disk is full');
  });
});
