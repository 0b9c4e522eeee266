import { Buffer } from 'node:buffer';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { readSite } from '../core/indexing/readSite.ts';
import { renderStored } from '../core/renderStored.ts';
import type { IndexReader, StoredPost } from '../core/store/storeTypes.ts';
import { AppError } from '../shared/result.ts';
import type { CliIo } from './io.ts';
import type { Invocation } from './invocation.ts';
import { postJson } from './postJson.ts';
import { jsonText, printableText } from './printable.ts';
import type { Reading } from './reading.ts';

/** `show`: one post as text, HTML or JSON. */
export async function showCommand(
  { path, format }: Extract<Invocation, { command: 'show' }>,
  { archive, reader, choices }: Reading,
  io: CliIo,
): Promise<number> {
  const stored = findPost(path, { reader, folder: archive.folder, from: io.folder });
  await io.write(`${await formatPost(stored, format, { archive, reader, choices })}\n`);
  return 0;
}

async function formatPost(
  stored: StoredPost,
  format: 'text' | 'html' | 'json',
  { archive: { folder }, reader, choices }: Pick<Reading, 'archive' | 'reader' | 'choices'>,
): Promise<string> {
  if (format === 'text') return printableText(stored.text);
  const place = { folder, site: await readSite(folder), choices, absentMedia: 'address' } as const;
  if (format === 'html') return printableText((await renderStored(stored, place)).html);
  return jsonText(await postJson(stored, reader, place), 2);
}

/** Where a typed path is looked for. */
export interface PathSearch {
  readonly reader: Pick<IndexReader, 'get' | 'identities'>;
  /** Absolute path of the archive. */
  readonly folder: string;
  /** Where the person stands. */
  readonly from: string;
}

/**
 * The post a typed path means: relative to the archive, else as a file from where the person stands (what a shell
 * completes). Both spellings of accents are tried, for file systems differ. A name that is not UTF-8 comes from the
 * command line with its odd bytes replaced, as it does from the system; it is found where only one post is written
 * like that. Throws `AppError` (`not-found`).
 */
export function findPost(typed: string, { reader, folder, from }: PathSearch): StoredPost {
  const inside = relative(folder, resolve(from, typed)).split(sep).join('/');
  const plain = isAbsolute(typed)
    ? inside
    : relative(folder, resolve(folder, typed)).split(sep).join('/');
  for (const path of [typed, plain, inside]) {
    for (const spelling of [path, path.normalize('NFC'), path.normalize('NFD')]) {
      const stored = spelling === '' ? null : reader.get(spelling);
      if (stored !== null) return stored;
    }
    if (path.includes(REPLACEMENT)) {
      const stored = findDamaged(path, folder, reader);
      if (stored !== null) return stored;
    }
  }
  throw new AppError('not-found', `There is no post ${typed} in the index of ${folder}.`, {
    path: typed,
  });
}

const REPLACEMENT = '\uFFFD';

/** The post whose name reads like this once its bytes were replaced; null when there is none. */
function findDamaged(
  path: string,
  folder: string,
  reader: PathSearch['reader'],
): StoredPost | null {
  const found = [...reader.identities()]
    .filter((identity) => identity.path.includes(REPLACEMENT))
    .flatMap((identity) => reader.get(identity.path) ?? [])
    .filter(({ pathHex }) => pathHex !== null && Buffer.from(pathHex, 'hex').toString() === path);
  const [first, ...others] = found;
  if (first === undefined || others.length === 0) return first ?? null;
  const names = found.map((post) => post.path).join(', ');
  const message = `Several posts of ${folder} are written ${path}; name one of them: ${names}.`;
  throw new AppError('not-found', message, { path });
}
