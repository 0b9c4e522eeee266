import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findArchiveByFolder } from '../../../src/core/store/archives.ts';
import { openIndexReader } from '../../../src/core/store/openIndex.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import type { StoredPost } from '../../../src/core/store/storeTypes.ts';
import { cli } from '../../cli/cliPlace.ts';
import { temporaryFolder } from '../indexing/archiveFolder.ts';

/** A folder as Broadsheet reads it. */
export interface ReadFolder {
  readonly folder: string;
  readonly posts: readonly StoredPost[];
  /** Sentences about files that are no posts, or not sound ones. */
  readonly problems: readonly string[];
}

/** Indexes a folder by the command line and answers all of its posts, pages too, in order of their paths. */
export async function readFolder(folder: string): Promise<ReadFolder & { readonly home: string }> {
  const home = join(temporaryFolder(), 'data');
  const ran = await cli(['index', folder, '--data-dir', home]);
  if (ran.code !== 0) throw new Error(ran.said);
  const library = openLibrary(home, { isReading: true });
  const archive = findArchiveByFolder(library, folder);
  const reader = archive === null ? null : openIndexReader(home, archive.id);
  if (archive === null || reader === null) throw new Error('There is no index.');
  try {
    const paths = filesIn(folder).filter((path) => reader.get(path) !== null);
    const posts = paths.flatMap((path) => reader.get(path) ?? []);
    const problems = paths
      .flatMap((path) => reader.problemsOf(path))
      .map((one) => `${one.path}: ${one.message}`);
    return { folder, posts, problems, home };
  } finally {
    reader.close();
    library.close();
  }
}

/** All files of a folder, relative, in order. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** Exports posts of a folder that was read to a new folder of Markdown, in the order given. */
export async function exportMarkdown(
  { folder, posts, home }: ReadFolder & { readonly home: string },
  words: readonly string[] = [],
): Promise<string> {
  const target = join(temporaryFolder(), 'out');
  const chosen = posts.flatMap(({ path }) => ['--post', path]);
  const line = ['export', folder, ...chosen, '--format', 'markdown', '--to', target, ...words];
  const ran = await cli([...line, '--data-dir', home]);
  if (ran.code !== 0 || !existsSync(target)) throw new Error(ran.said);
  return target;
}

/** Files of a folder by their paths: bytes in a form that tests can compare. */
export function contentsOf(folder: string): ReadonlyMap<string, string> {
  return new Map(filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

/** What must be the same of a post wherever it lies. */
export function factsOf(post: StoredPost): object {
  const { title, date, source, author, url, tags, categories, isDraft, lang } = post;
  return {
    title,
    date,
    source,
    author,
    url,
    tags,
    categories,
    isDraft,
    lang,
    text: wordsOf(post.text),
  };
}

/** White space, and how marks of notes and the ways back from them are drawn, do not count. */
const wordsOf = (text: string): string => text.replaceAll(/[\s[\]↩]+|\uFE0E/gu, '');
