import type { BookPost, ChapterContent } from '../export/book/bookModel.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';
import type { ArchiveId, PostId } from '../../shared/model.ts';
import type { LinkAnswer } from '../../shared/linkModel.ts';
import { AppError } from '../../shared/result.ts';
import { followLink } from '../linkFollower.ts';
import { linkedPlaces } from '../linkedPlaces.ts';
import type { SiteConfig } from '../post/parsedPost.ts';
import { inOrder } from '../store/exportOrder.ts';
import type { PostRow } from '../store/storeTypes.ts';
import { exportPost } from './exportPost.ts';
import { readingParts } from './readingParts.ts';
import type { ExportSource } from './readingParts.ts';

/** The posts of a PDF: what the index says of all, and each whole when its turn comes. */
export interface PdfPosts {
  /** In the order of the book. */
  readonly posts: readonly BookPost[];
  /** The post of that number, or why it cannot be had. Rejects only for what concerns all posts. */
  readonly read: (post: number) => Promise<ChapterContent>;
  /** Where a link in the post at a path leads; nowhere before the first post was read. */
  readonly follow: (postPath: string, href: string) => LinkAnswer;
  /** Ids that links in other posts name in the post at a path; none before the first post was read. */
  readonly placesLinkedTo: (path: string) => ReadonlySet<string>;
}

/** Puts posts in order. Throws `index-renewed`, and `export-failed` when none of them is in the index any more. */
export function pdfPosts(
  source: ExportSource,
  ids: readonly PostId[],
  order: ExportOptions['order'],
): PdfPosts {
  const { archive, reader } = source;
  const parts = readingParts(source);
  const sorted = order === 'listed' ? ids : inOrder(reader, ids, order);
  const rows = sorted.map((id) => reader.rowById(id));
  if (rows.every((row) => row === null)) {
    throw new AppError('export-failed', 'None of the chosen posts is in the index any more.');
  }
  let site: SiteConfig | null = null;
  return {
    posts: rows.map((row, at) => factsOf(row, { id: sorted[at], archiveId: archive.id })),
    read: async (post) => {
      const id = sorted[post];
      if (id === undefined) throw new Error(`There is no post ${post}.`);
      site ??= await parts.open.get(archive.id).site(archive.folder);
      const outcome = await exportPost(parts, { archiveId: archive.id, id, needs: 'all' });
      return outcome.outcome === 'post'
        ? { kind: 'post', exported: outcome.exported }
        : { kind: 'problem', path: outcome.path ?? `#${id}`, message: outcome.message };
    },
    placesLinkedTo: (path) => (site === null ? new Set() : linkedPlaces({ reader, site }, path)),
    follow: (path, href) =>
      site === null ? { kind: 'none' } : followLink({ reader, site }, path, href),
  };
}

function factsOf(
  row: PostRow | null,
  { id, archiveId }: { readonly id: PostId | undefined; readonly archiveId: ArchiveId },
): BookPost {
  const name = `#${id ?? 0}`;
  if (row === null) return { ...NOTHING, archiveId, path: name, title: name };
  const { path, title, date, day, source, author, tags, categories, url, lang, isDraft } = row;
  const facts = { date, day, source, author, tags, categories, url, lang, isDraft };
  return { archiveId, path, title, ...facts };
}

const NOTHING = {
  date: null,
  day: null,
  source: null,
  author: null,
  tags: [],
  categories: [],
  url: null,
  lang: 'und',
  isDraft: false,
} as const;
