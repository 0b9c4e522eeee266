import { Buffer } from 'node:buffer';
import type { MediaFile } from '../../../../src/core/export/formats/formatWriter.ts';
import { formatRow } from '../../../../src/core/export/formats/writers.ts';
import type { SoughtText } from '../../../../src/core/export/marks/hitFinder.ts';
import { plainSite } from '../../../../src/core/post/siteConfig.ts';
import { defaultExportOptions } from '../../../../src/shared/defaults.ts';
import type { ExportedPost, ExportOptions } from '../../../../src/shared/exportModel.ts';
import { asArchiveId } from '../../../../src/shared/ids.ts';
import type { LinkAnswer } from '../../../../src/shared/linkModel.ts';
import { readXml, type ReadElement } from './readXml.ts';
import { readZip, type ZipFile } from './readZip.ts';

/** What a book is made with besides its posts. */
export interface BookGiven {
  readonly options?: Partial<ExportOptions>;
  readonly language?: 'en' | 'zh';
  readonly sought?: SoughtText | null;
  readonly media?: Readonly<Record<string, MediaFile>>;
  /** Paths of listed posts that never come. */
  readonly failing?: readonly string[];
  readonly follow?: (postPath: string, href: string) => LinkAnswer;
}

/** A finished book and what was said of it. */
export interface MadeBook {
  readonly bytes: Buffer;
  readonly warnings: readonly string[];
}

const NOTHING_SPECIAL: Required<BookGiven> = {
  options: {},
  language: 'en',
  sought: null,
  media: {},
  failing: [],
  follow: (_path, href) => ({ kind: 'external', url: href }),
};

/** Makes a book of posts, all of them listed. */
export async function makeBook(
  format: 'epub' | 'html',
  posts: readonly ExportedPost[],
  given: BookGiven = {},
): Promise<MadeBook> {
  const { options, language, sought, media, failing, follow } = { ...NOTHING_SPECIAL, ...given };
  const pieces: Buffer[] = [];
  const writer = await formatRow(format)?.start({
    options: { ...defaultExportOptions, format, ...options },
    archive: { id: asArchiveId('0123456789abcdef'), name: '旧报' },
    language,
    sought,
    total: posts.length,
    write: (piece) => {
      pieces.push(Buffer.from(piece));
      return Promise.resolve();
    },
    writeFile: () => Promise.reject(new Error('This format is one file.')),
    readMedia: (path) => Promise.resolve(media[path] ?? null),
    now: new Date(2026, 10, 22, 12),
    lookup: {
      site: plainSite,
      posts: () => posts.map(({ post }) => post),
      follow,
      articleAt: (path) => {
        const found = posts.find(({ post }) => post.path === path)?.post ?? null;
        return Promise.resolve(failing.includes(path) ? null : found);
      },
      placesLinkedTo: () => new Set(),
      mediaOf: () => ({ absent: 'sign', find: () => null, ownPath: () => null }),
    },
  });
  if (writer === undefined) throw new Error(`There is no writer of ${format}.`);
  for (const post of posts) if (!failing.includes(post.post.path)) await writer.add(post);
  await writer.finish();
  return { bytes: Buffer.concat(pieces), warnings: writer.warnings?.() ?? [] };
}

/** An EPUB as its files; every page and list in it is read as XML. */
export interface ReadEpub {
  readonly files: readonly ZipFile[];
  readonly names: readonly string[];
  readonly text: (name: string) => string;
  readonly xml: (name: string) => readonly ReadElement[];
}

/** Opens an EPUB. Throws for a container or XML that is broken. */
export function readEpub(bytes: Buffer): ReadEpub {
  const files = readZip(bytes);
  const text = (name: string): string => {
    const file = files.find((each) => each.name === `OEBPS/${name}`);
    if (file === undefined) throw new Error(`There is no ${name}.`);
    return file.bytes.toString('utf8');
  };
  for (const { name, bytes: content } of files) {
    if (/\.(?:xhtml|opf|ncx|svg|xml)$/u.test(name)) readXml(content.toString('utf8'));
  }
  const names = files.map(({ name }) => name.replace(/^OEBPS\//u, ''));
  return { files, names, text, xml: (name) => readXml(text(name)) };
}

/** Text without any white space: lines of blocks differ between readers. */
export const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '');
