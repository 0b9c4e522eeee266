import type { PostLookup } from '../../../../src/core/export/formats/formatWriter.ts';
import { formatRow } from '../../../../src/core/export/formats/writers.ts';
import type { WrittenFormat } from '../../../../src/core/export/formats/writers.ts';
import { plainSite } from '../../../../src/core/post/siteConfig.ts';
import type { Highlight, PostAnnotations } from '../../../../src/shared/annotations.ts';
import { defaultExportOptions } from '../../../../src/shared/defaults.ts';
import type { ExportedPost, ExportOptions } from '../../../../src/shared/exportModel.ts';
import { asArchiveId, asHighlightId } from '../../../../src/shared/ids.ts';
import type { Post } from '../../../../src/shared/model.ts';
import { makePost } from '../makePost.ts';

/** An archive without anything besides the posts. */
const emptyLookup: PostLookup = {
  site: plainSite,
  posts: () => [],
  follow: () => ({ kind: 'none' }),
  articleAt: () => Promise.resolve(null),
  placesLinkedTo: () => new Set(),
  mediaOf: () => ({ absent: 'sign', find: () => null, ownPath: () => null }),
};

/** What a format makes of posts, as one text. */
export async function written(
  format: WrittenFormat,
  posts: readonly ExportedPost[],
  options: Partial<ExportOptions> = {},
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  const row = formatRow(format);
  if (row === null) throw new Error(`There is no writer of ${format}.`);
  const writer = await row.start({
    options: { ...defaultExportOptions, format, ...options },
    archive: { id: asArchiveId('0123456789abcdef'), name: '旧报' },
    language: 'en',
    sought: null,
    total: posts.length,
    write: (piece) => {
      text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
      return Promise.resolve();
    },
    writeFile: () => Promise.reject(new Error('This format is one file.')),
    readMedia: () => Promise.resolve(null),
    now: new Date(2026, 10, 22, 12),
    lookup: { ...emptyLookup, posts: () => posts.map(({ post }) => post) },
  });
  for (const post of posts) await writer.add(post);
  await writer.finish();
  return text;
}

/** A post as an export is given it, with only what a test cares about set by hand. */
export function exported(
  post: Partial<Post> = {},
  more: Partial<Omit<ExportedPost, 'post'>> = {},
): ExportedPost {
  const annotations: PostAnnotations = { highlights: [], note: null, labels: [] };
  return { post: makePost(post), text: '雾散了。', fields: {}, annotations, file: null, ...more };
}

/** Annotations with one highlight, a note on it and one on the post. */
export function annotated(note: string, quote: string): PostAnnotations {
  const when = { createdAt: '2024-01-02T00:00:00.000Z', changedAt: '2024-01-03T00:00:00.000Z' };
  const highlight: Highlight = {
    id: asHighlightId('00112233445566778899aabbccddeeff'),
    path: '_posts/2024-01-02-one.md',
    quote,
    prefix: '',
    suffix: '。',
    position: [0, 2],
    pen: 'green',
    note: '为什么？',
    ...when,
  };
  return { highlights: [highlight], note: { text: note, ...when }, labels: ['要读', 'a; b'] };
}
