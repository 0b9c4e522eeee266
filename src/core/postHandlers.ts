import type { CoreChannel, Handlers, Input } from '../shared/contract.ts';
import type { ArchiveId, Post, PostOutcome } from '../shared/model.ts';
import type { PostPage } from '../shared/searchModel.ts';
import { readAsOf } from '../shared/charsetChoices.ts';
import { AppError, toFailure } from '../shared/result.ts';
import type { WantedPart } from './longPosts.ts';
import { renderPart } from './longPosts.ts';
import { knownArchive } from './openArchives.ts';
import type { CoreParts } from './openArchives.ts';
import { isLongText } from './post/textParts.ts';
import { snippetsFor } from './postSnippets.ts';
import { renderStored } from './renderStored.ts';
import { setBookmarks } from './store/bookmarks.ts';
import { listChoices } from './store/charsetChoices.ts';
import { getState, setPosition, setRead } from './store/readState.ts';
import type { StoredPost } from './store/storeTypes.ts';

type PostChannel = Exclude<
  Extract<CoreChannel, `posts.${string}` | `bookmarks.${string}`>,
  'posts.onThisDay' | 'posts.forExport' | 'posts.inOrder' | 'posts.forCopy'
>;

/** Answers everything about single posts and results. An archive that has no index yet has no posts. */
export function postHandlers(parts: CoreParts): Handlers<PostChannel> {
  const { library, open } = parts;
  return {
    'posts.search': (query) => {
      const found = open.find(query.archiveId);
      return found?.reader.search(query, found.marks) ?? emptyPage(query.offset);
    },
    'posts.count': (query) => {
      const found = open.find(query.archiveId);
      return { total: found?.reader.count(query, found.marks) ?? 0 };
    },
    'posts.ids': (query) => {
      const found = open.find(query.archiveId);
      return found?.reader.ids(query, found.marks) ?? [];
    },
    'posts.idsAt': ({ archiveId, paths }) => open.get(archiveId).reader.idsAt(paths),
    'posts.snippets': ({ archiveId, id, limit, ...query }) => {
      const stored = open.get(archiveId).reader.getById(id);
      if (stored === null)
        throw new AppError('not-found', 'This post is not in the index any more.');
      return snippetsFor(query)(stored.text, limit);
    },
    'posts.get': ({ archiveId, path, ...wanted }) => {
      const stored = open.get(archiveId).reader.get(path);
      if (stored === null) throw notInIndex(path);
      return completePost(parts, stored, { archiveId, wanted });
    },
    'posts.getMany': async (input) => {
      const outcomes: PostOutcome[] = [];
      for (const id of input.ids) {
        // One post in memory at a time while it is read and rendered.
        outcomes.push(await getOne(parts, input, id));
      }
      return outcomes;
    },
    'posts.setRead': (input) => {
      const { reader } = open.get(input.archiveId);
      return { changed: setRead(library, reader, input) };
    },
    'posts.setPosition': (input) => {
      const found = open.find(input.archiveId);
      if (found !== null) setPosition(library, found.reader, input);
      return undefined;
    },
    'bookmarks.set': (input) => {
      const { reader } = open.get(input.archiveId);
      return { changed: setBookmarks(library, reader, input) };
    },
  };
}

async function getOne(
  parts: CoreParts,
  { archiveId, isPreview }: Input<'posts.getMany'>,
  id: Input<'posts.getMany'>['ids'][number],
): Promise<PostOutcome> {
  let path: string | null = null;
  try {
    const stored = parts.open.get(archiveId).reader.getById(id);
    if (stored === null) throw new AppError('not-found', 'This post is not in the index any more.');
    path = stored.path;
    const wanted = isPreview === true ? { part: 0 } : null;
    return { outcome: 'post', post: await completePost(parts, stored, { archiveId, wanted }) };
  } catch (error) {
    // Then all of them are posts of another index: none can be given.
    if (error instanceof AppError && error.code === 'index-renewed') throw error;
    return { outcome: 'failed', id, path, message: toFailure(error).message };
  }
}

interface Wanted {
  readonly archiveId: ArchiveId;
  /** Which part, should the post be a long one; null = all of it, however long. */
  readonly wanted: WantedPart | null;
}

/** A post whole: facts from the index, the article from the file as it is now, marks from the library. */
export async function completePost(
  { library, open }: CoreParts,
  stored: StoredPost,
  { archiveId, wanted }: Wanted,
): Promise<Post> {
  const { folder } = knownArchive(library, archiveId);
  const { reader, site } = open.get(archiveId);
  const problems = reader.problemsOf(stored.path);
  const choices = listChoices(library, archiveId);
  const state = getState(library, archiveId, stored.path);
  const rendered =
    wanted !== null && isLongText(stored.text)
      ? await renderPart(stored, wanted, { folder, ...state })
      : await renderStored(stored, { folder, site: await site(folder), choices });
  const readAs = readAsOf(choices)(stored.path);
  const { text: _text, frontMatter: _fields, pathHex: _bytes, sourceId: _id, ...facts } = stored;
  const { contentHash: _hash, ...shown } = facts;
  return {
    ...shown,
    archiveId,
    problems,
    ...state,
    ...rendered,
    ...(readAs === undefined ? {} : { readAs }),
  };
}

function notInIndex(path: string): AppError {
  return new AppError('not-found', `There is no post ${path} in the index.`, { path });
}

function emptyPage(offset: number): PostPage {
  const facets = {
    sources: [],
    categories: [],
    tags: [],
    labels: [],
    years: [],
    months: [],
    undatedCount: 0,
    states: { bookmarked: 0, unread: 0, read: 0, draft: 0 },
    bookmarkedCount: 0,
    unreadCount: 0,
    highlightedCount: 0,
  };
  return {
    total: 0,
    offset,
    posts: [],
    facets,
    monthRuns: [],
    terms: [],
    hints: [],
    elapsedMs: 0,
    revision: 0,
  };
}
