import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEpub, squeezed } from '../core/export/formats/booksOf.ts';
import { hostilePictures, hostilePosts } from '../core/export/formats/hostilePosts.ts';
import { temporaryFolder } from '../core/indexing/archiveFolder.ts';
import { cli, placeOf, withoutProgress } from './cliPlace.ts';
import type { CliPlace } from './cliPlace.ts';

/** The checker of Debian's package; `npm run setup` installs it where it can. */
const CHECKER = '/usr/share/java/epubcheck.jar';

/** Broken posts and pictures, indexed. */
async function hostileArchive(): Promise<CliPlace> {
  const place = placeOf(hostilePosts);
  for (const [path, bytes] of Object.entries(hostilePictures)) {
    mkdirSync(dirname(join(place.folder, path)), { recursive: true });
    writeFileSync(join(place.folder, path), bytes);
  }
  expect(await cli(place.at('index', place.folder))).toMatchObject({ code: 0 });
  return place;
}

/** Title and text of every post, in order, as JSON Lines have them. */
async function textsOf({ at, folder }: CliPlace): Promise<readonly string[]> {
  const { out } = await cli(at('export', folder, '--query', '', '--format', 'jsonl', '--to', '-'));
  return out
    .trim()
    .split('\n')
    .map((line) => String(Object(JSON.parse(line)).text));
}

/** Words only: signs that stand for boxes, and brackets round readings, are the book's own. */
const wordsOf = (text: string): string => squeezed(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

const sorted = (text: string): string => Array.from(text).toSorted().join('');

describe('books of broken posts', () => {
  test('an EPUB has the text of each in order, well-formed', async () => {
    const place = await hostileArchive();
    const file = join(temporaryFolder(), '书.epub');
    const ran = await cli(place.at('export', place.folder, '--query', '', '--to', file));
    expect(ran).toMatchObject({ code: 0, out: `14 posts: ${file}\n` });
    expect(withoutProgress(ran.said)).toBe(
      '2 pictures left out: damaged, or of a type that books cannot hold. The first: img/text.png\n',
    );
    const book = readEpub(readFileSync(file));
    const texts = await textsOf(place);
    expect(texts).toHaveLength(14);
    for (const [at, text] of texts.entries()) {
      const body = book
        .xml(`p${at + 1}.xhtml`)
        .find(({ attributes }) => attributes['class'] === 'body');
      const read = wordsOf(body?.text ?? '');
      // The index has readings of characters behind their line, a page has them above.
      if (text.includes('かん')) expect(sorted(read)).toBe(sorted(wordsOf(text)));
      else for (const line of text.split('\n')) expect(read).toContain(wordsOf(line));
    }
  });

  test.skipIf(!existsSync(CHECKER))(
    'epubcheck finds nothing to say of it',
    async () => {
      const place = await hostileArchive();
      const file = join(temporaryFolder(), 'book.epub');
      await cli(place.at('export', place.folder, '--query', '', '--order', 'source', '--to', file));
      const checked = spawnSync('java', ['-jar', CHECKER, file], { encoding: 'utf8' });
      expect(checked.stderr).toBe('');
      expect(checked.stdout).toContain('0 fatals / 0 errors / 0 warnings');
      expect(checked.status).toBe(0);
    },
    300_000,
  );

  test('one HTML file takes the same posts, and standard output the same bytes', async () => {
    const place = await hostileArchive();
    const folder = temporaryFolder();
    const file = join(folder, 'book.html');
    const line = ['export', place.folder, '--query', '', '--format', 'html', '--to'];
    expect(await cli(place.at(...line, file))).toMatchObject({ code: 0 });
    expect(readdirSync(folder)).toEqual(['book.html']);
    const html = readFileSync(file, 'utf8');
    expect(html).not.toMatch(/<script|<iframe|onerror=|onclick=/u);
    expect(html.match(/<section id="p\d+" class="chapter/gu)).toHaveLength(14);
    expect((await cli(place.at(...line, '-'))).out).toBe(html);
  });
});

describe('links to a place in another post', () => {
  const FILES = {
    'a.md':
      '---\ntitle: Ferry A\ndate: 2024-01-02\n---\n[1](b.html#tide) [2](b.html#map) [3](b.html#none)\n',
    'b.html':
      '<html><head><title>Ferry B</title><meta name="date" content="2024-01-01"></head><body><h2 id="tide">High water</h2><p>It rises.</p><p id="map">A map.</p></body></html>',
  };

  test('lead there in an EPUB, whose cover says what was searched for', async () => {
    const place = placeOf(FILES);
    await cli(place.at('index', place.folder));
    const file = join(temporaryFolder(), 'book.epub');
    const ran = await cli(place.at('export', place.folder, '--query', 'ferry', '--to', file));
    expect(ran.code).toBe(0);
    const book = readEpub(readFileSync(file));
    const links = book
      .xml('p1.xhtml')
      .flatMap(({ name, attributes }) => (name === 'a' ? [attributes['href'] ?? ''] : []));
    expect(links).toEqual(['p2.xhtml#p2i1', 'p2.xhtml#p2i2', 'p2.xhtml']);
    const named = book
      .xml('p2.xhtml')
      .filter(({ attributes }) => attributes['id']?.startsWith('p2i'));
    expect(named.map(({ text }) => text)).toEqual(['High water', 'A map.']);
    expect(book.text('cover.xhtml')).toContain('<span dir="auto">ferry</span>');
  });

  test('lead there in a folder of Markdown, read by any program', async () => {
    const place = placeOf(FILES);
    await cli(place.at('index', place.folder));
    const folder = join(temporaryFolder(), 'md');
    const line = ['export', place.folder, '--query', '', '--format', 'markdown', '--to', folder];
    expect((await cli(place.at(...line))).code).toBe(0);
    const names = readdirSync(folder);
    const [a = '', b = ''] = ['Ferry A', 'Ferry B'].map((title) =>
      readFileSync(join(folder, names.find((name) => name.includes(title)) ?? ''), 'utf8'),
    );
    expect(a).toMatch(/\[1\]\([^)]*Ferry%20B\.md#tide\) \[2\]\([^)]*Ferry%20B\.md#map\)/u);
    expect(b).toContain('## <a id="tide"></a>High water\n');
    expect(b).toContain('<a id="map"></a>A map.');
  });
});
