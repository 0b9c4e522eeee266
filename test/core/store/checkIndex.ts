import { expect } from 'vitest';
import type { IndexReader, IndexWriter, ReaderMarks } from '../../../src/core/store/storeTypes.ts';
import type { Random } from '../../support/random.ts';
import { request } from './archiveFixture.ts';
import { checkSearch } from './checkSearch.ts';
import { type ArchiveState, postsOf } from './modelArchive.ts';
import { inOrderOfPath } from './oracle.ts';
import { randomFilters } from './randomPosts.ts';
import { randomQuery } from './randomQueries.ts';
import type { FlavourName } from './randomTexts.ts';

/** The fingerprint of what an index holds now. */
export function fingerprintOf(reader: IndexReader): string {
  const lines = [...reader.identities()].map((each) => `${each.path}\t${each.contentHash}`);
  return lines.toSorted().join('\n');
}

/** How closely an index is looked at. */
export interface Look {
  readonly random: Random;
  readonly marks: ReaderMarks;
  readonly flavour: FlavourName;
  readonly queries: number;
}

const SORTS = ['newest', 'oldest', 'relevance'] as const;

/** The index answers as a plain scan of this state does. */
export function checkAnswers(reader: IndexReader, state: ArchiveState, look: Look): void {
  const { random, marks, flavour } = look;
  const posts = postsOf(state);
  if (posts.length === 0) return;
  for (let asked = 0; asked < look.queries; asked += 1) {
    const query = randomQuery(random, { posts, flavour });
    const filters = randomFilters(random);
    checkSearch({ reader, marks, posts, query, filters, sort: random.pick(SORTS) });
  }
}

/** The index holds this state and nothing else, and answers from it. */
export function checkState(reader: IndexReader, state: ArchiveState, look: Look): void {
  reader.together(() => {
    const posts = postsOf(state);
    expect(dumpOf(reader, look.marks)).toEqual(dumpOfState(state));
    const listed = posts.filter(({ post }) => post.kind === 'post');
    const problems = [...state.values()].flatMap((each) => each.problems);
    expect(reader.counts(look.marks)).toEqual({
      all: listed.length,
      unread: listed.filter(({ isRead }) => !isRead).length,
      bookmarked: listed.filter(({ isBookmarked }) => isBookmarked).length,
      problems: problems.length,
    });
    checkAnswers(reader, state, look);
  });
}

/** What the writer knows of this state. */
export function checkWriter(writer: IndexWriter, state: ArchiveState): void {
  const stamps = new Map([...state].map(([path, { stamp }]) => [path, stamp]));
  expect(writer.stamps()).toEqual(stamps);
  const posts = postsOf(state);
  const pages = posts.filter(({ post }) => post.kind === 'page').length;
  const problems = [...state.values()].reduce((sum, each) => sum + each.problems.length, 0);
  expect(writer.counts()).toEqual({ posts: posts.length - pages, pages, problems });
}

/** Lone surrogates may be kept or not: nothing can be asked that tells. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, '\ufffd');

/** Everything stored, pages included, by path. */
function dumpOf(reader: IndexReader, marks: ReaderMarks): unknown[] {
  const rows: unknown[] = [];
  reader.each(null, marks, ({ path, title, text, day, tags, contentHash, frontMatter }) => {
    rows.push({
      path,
      title: wellFormed(title),
      text: wellFormed(text),
      day,
      tags,
      contentHash,
      frontMatter,
    });
  });
  return rows;
}

function dumpOfState(state: ArchiveState): unknown[] {
  return inOrderOfPath(postsOf(state)).map(({ path, post }) => ({
    path,
    title: wellFormed(post.title),
    text: wellFormed(post.text),
    day: post.day,
    tags: post.tags,
    contentHash: state.get(path)?.stamp.contentHash,
    frontMatter: post.frontMatter,
  }));
}

/** A whole answer without what one index need not share with another. */
export function ranked(reader: IndexReader, typed: string, marks: ReaderMarks) {
  const page = reader.search(request(typed, { sort: 'relevance', limit: 1_000 }), marks);
  const { total, facets, terms, hints } = page;
  return { total, facets, terms, hints, posts: page.posts.map(({ id: _id, ...row }) => row) };
}
