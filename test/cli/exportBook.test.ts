import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../core/indexing/archiveFolder.ts';
import { bare, firstMissing, readPdf } from '../support/readPdf.ts';
import { bookPictures, bookPosts } from './bookPosts.ts';
import type { BookPostFile } from './bookPosts.ts';
import { builtCli, endOf, isBuilt, isInstalled, startCli } from './builtCli.ts';

/** Books as the built command line makes them, read back by readers that had no part in making them. */

interface Place {
  readonly folder: string;
  readonly dataFolder: string;
  readonly out: string;
}

async function indexed(posts: readonly Pick<BookPostFile, 'path' | 'file'>[]): Promise<Place> {
  const folder = join(temporaryFolder(), '码头');
  writeFiles(folder, Object.fromEntries(posts.map(({ path, file }) => [path, file])));
  for (const [path, bytes] of Object.entries(bookPictures)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const place = { folder, dataFolder: join(temporaryFolder(), 'data'), out: temporaryFolder() };
  expect(await builtCli(['index', folder, '--data-dir', place.dataFolder])).toMatchObject({
    code: 0,
  });
  return place;
}

const exportLine = ({ folder, dataFolder }: Place, target: string): readonly string[] => {
  const line = ['export', folder, '--query', '', '--order', 'date', '--to', target];
  return [...line, '--data-dir', dataFolder];
};

/** Counts whoever asks; nobody may. */
async function trap(): Promise<{ readonly address: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${Object(server.address()).port}`, asked };
}

describe.skipIf(!isBuilt)('a book of posts', () => {
  test('two hundred posts: contents, outline, links, text, tags and fonts', async () => {
    const { address, asked } = await trap();
    const posts = bookPosts(200, address);
    const place = await indexed(posts);
    const file = join(place.out, 'book.pdf');
    const ran = await builtCli(exportLine(place, file));
    expect(ran).toMatchObject({ code: 0 });
    expect(readdirSync(place.out)).toEqual(['book.pdf']);
    expect(asked).toEqual([]);

    const { pages, outline, information, isTagged } = await readPdf(file);
    expect(ran.out).toBe(`200 posts on ${pages.length} pages: ${file}\n`);
    expect(isTagged).toBe(true);
    expect(information).toMatchObject({
      Title: '码头',
      CreationDate: expect.stringMatching(/^D:2/u),
    });
    expect(String(information['Language'])).toMatch(/^(?:en|zh)/u);
    for (const { size } of pages) expect(size.map(Math.round)).toEqual([595, 842]);

    // Where each post begins: the only page whose text begins with its title and holds its first words.
    const starts = posts.map(({ title, pieces }) => {
      const begins = (text: string): boolean =>
        text.startsWith(bare(title)) && text.includes(bare(pieces[0] ?? ''));
      const found = pages.flatMap(({ text }, at) => (begins(text) ? [at + 1] : []));
      expect(found, title).toHaveLength(1);
      return found[0] ?? 0;
    });
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));

    // Contents: each line in order, with the number of that page, and a link to it.
    const first = starts[0] ?? 0;
    const front = pages.slice(0, first - 1);
    const contents = front.map(({ text }) => text).join('');
    let at = contents.indexOf('目录') === -1 ? 0 : contents.indexOf('目录');
    const told = posts.map(({ title }, number) => {
      const begins = contents.indexOf(bare(title), at);
      expect(begins, title).not.toBe(-1);
      at = begins + bare(title).length;
      const next = posts[number + 1];
      const ends = next === undefined ? contents.length : contents.indexOf(bare(next.title), at);
      return Number(/(\d+)\D*$/u.exec(contents.slice(at, ends))?.[1] ?? 0);
    });
    expect(told).toEqual(starts);
    const led = front.flatMap(({ leadsTo }) => leadsTo).filter((page) => page >= first);
    expect([...new Set(led)]).toEqual(starts);

    // Outline: every post at its page, its headings one level below and on its own pages.
    const inOutline = outline.slice(outline.findIndex(({ page }) => page === first));
    expect(inOutline.map(({ title, level }) => [title, level])).toEqual(
      posts.flatMap(({ title, headings }) => [[title, 1], ...headings.map((one) => [one, 2])]),
    );
    expect(inOutline.filter(({ level }) => level === 1).map(({ page }) => page)).toEqual(starts);
    posts.forEach(({ headings }, number) => {
      for (const heading of headings) {
        const page = inOutline.find(({ title }) => title === heading)?.page ?? 0;
        expect(page).toBeGreaterThanOrEqual(starts[number] ?? 0);
        expect(page).toBeLessThan(starts[number + 1] ?? pages.length + 1);
        expect(pages[page - 1]?.text).toContain(bare(heading));
      }
    });

    // Links between posts lead to the page where the other one begins.
    posts.forEach(({ linksTo }, number) => {
      if (linksTo === null) return;
      const own = pages.slice(
        (starts[number] ?? 0) - 1,
        (starts[number + 1] ?? pages.length + 1) - 1,
      );
      expect(own.flatMap(({ leadsTo }) => leadsTo)).toEqual([starts[linksTo]]);
    });

    // Heads and feet are artifacts; the rest is the posts' texts in order.
    pages.slice(first - 1).forEach(({ artifacts }, index) => {
      expect(artifacts).toContain(`${index + first}/${pages.length}`);
    });
    const body = pages.slice(first - 1).map(({ text }) => text);
    const pieces = posts.flatMap((post) => [post.title, ...post.pieces].map(bare));
    expect(firstMissing(body.join(''), pieces)).toBeNull();
    const roles = new Set(pages.flatMap((page) => [...page.roles]));
    for (const role of ['H1', 'H2', 'P', 'Table', 'TR', 'TD', 'L', 'LI', 'Link', 'Figure'])
      expect([...roles], role).toContain(role);

    // The same by Poppler; there heads and feet stand among the rest and are taken out by what they are.
    const poppler = spawnSync('pdftotext', ['-raw', file, '-'], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    const read = poppler.stdout.split('\f').slice(first - 1, pages.length);
    const furnished = read.map((text, index) => {
      const shown = bare(text);
      const { artifacts = '' } = pages[index + first - 1] ?? {};
      expect(shown.includes(artifacts), `${artifacts} in ${shown.slice(-200)}`).toBe(true);
      return shown.replace(artifacts, '');
    });
    expect(firstMissing(furnished.join(''), pieces)).toBeNull();
    const fonts = spawnSync('pdffonts', [file], { encoding: 'utf8' }).stdout.trimEnd().split('\n');
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts.slice(2)) expect(font).toMatch(/ CID TrueType +\S+ +yes yes yes /u);
    if (isInstalled('qpdf')) {
      const checked = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
      expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining('No syntax')]);
    }
  }, 300_000);

  test('what cannot be read or drawn is told, and the rest is there', async () => {
    const posts = bookPosts(4, 'http://127.0.0.1:9');
    const taiLe = '---\ntitle: ᥖᥭ\ndate: 2018-01-01\n---\n\nThe light is called ᥖᥭ there.\n';
    const place = await indexed([...posts, { path: '_posts/2018-01-01-tai-le.md', file: taiLe }]);
    const spoiled = posts[2];
    if (spoiled === undefined) throw new Error('There is no third post.');
    // Standard output takes nothing but the PDF; what is to be said of it stands beside.
    const streamed = await builtCli([...exportLine(place, '-'), '--format', 'pdf']);
    expect(streamed.code).toBe(0);
    expect(streamed.out).toMatch(/^%PDF-1\.7\n[\s\S]+%%EOF\n?$/u);
    expect(streamed.said).toMatch(/ᥖ/u);
    spoil(place.dataFolder, spoiled.path);
    const target = join(place.out, 'book.pdf');
    const ran = await builtCli(exportLine(place, target));
    expect(ran.code).toBe(0);
    expect(ran.said).toContain(`${spoiled.path}: `);
    expect(ran.said).toMatch(/ᥖ/u);
    expect(ran.said).toMatch(/ᥭ/u);
    const { pages, outline } = await readPdf(target);
    const text = pages.map((page) => page.text).join('');
    for (const post of posts) {
      expect(text.includes(bare(post.pieces[0] ?? '?')), post.path).toBe(post !== spoiled);
      expect(outline.map(({ title }) => title)).toContain(post.title);
    }
    // The page that stands for it names the file.
    expect(text).toContain(bare(spoiled.path));
  }, 120_000);

  test('stopped, a book leaves nothing behind', async () => {
    const place = await indexed(bookPosts(120, 'http://127.0.0.1:9'));
    const child = startCli(exportLine(place, join(place.out, 'book.pdf')));
    const ending = endOf(child);
    while (child.exitCode === null && readdirSync(place.out).length === 0) await sleep(20);
    child.kill('SIGINT');
    expect(await ending).toMatchObject({
      code: 1,
      out: '',
      said: 'Stopped; nothing was written.\n',
    });
    expect(readdirSync(place.out)).toEqual([]);
  }, 120_000);
});

/** Makes what the index keeps of one post unreadable, as a bad disk would. */
function spoil(dataFolder: string, path: string): void {
  const folder = join(dataFolder, 'index');
  const name = readdirSync(folder).find((one) => /^[^.]+\.sqlite$/u.test(one)) ?? '';
  const database = new Database(join(folder, name));
  const changed = database
    .prepare("UPDATE texts SET text = x'00' WHERE post = (SELECT id FROM posts WHERE path = ?)")
    .run(path);
  database.close();
  expect(changed.changes).toBe(1);
}
