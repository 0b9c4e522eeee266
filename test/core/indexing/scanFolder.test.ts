import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scanFolder } from '../../../src/core/indexing/scanFolder.ts';
import type { SeenFile } from '../../../src/core/indexing/scanFolder.ts';
import { temporaryFolder, writeFileOfBytes, writeFiles } from './archiveFolder.ts';

async function scan(folder: string, maxDepth?: number): Promise<SeenFile[]> {
  const found: SeenFile[] = [];
  const request = maxDepth === undefined ? { folder } : { folder, maxDepth };
  for await (const chunk of scanFolder(request)) found.push(...chunk);
  return found;
}

async function scanPaths(folder: string): Promise<string[]> {
  const found = await scan(folder);
  return found.map(({ path }) => path).toSorted();
}

async function scanCodes(folder: string): Promise<Record<string, string | null>> {
  const found = await scan(folder);
  return Object.fromEntries(found.map(({ path, problem }) => [path, problem?.code ?? null]));
}

describe('which files are taken', () => {
  test('takes posts in every folder and any letter case, and nothing else', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'a.md': '',
      'B.MARKDOWN': '',
      'c.mkd': '',
      'sub/d.html': '',
      'sub/deeper/e.HTM': '',
      'f.txt': '',
      'g.mdown': '',
      'h.mdwn': '',
      'i.mkdn': '',
      'j.markdn': '',
      'k.MDX': '',
      'l.qmd': '',
      'm.Rmd': '',
      'n.xhtml': '',
      'o.xht': '',
      'p.text': '',
      'picture.png': '',
      'notes.md.bak': '',
      md: '',
      '.hidden/g.md': '',
      '.git/h.md': '',
      'node_modules/pkg/README.md': '',
      '_site/i.html': '',
      '._a.md': '',
    });
    expect(await scanPaths(folder)).toEqual(
      [
        'B.MARKDOWN',
        'a.md',
        'c.mkd',
        'f.txt',
        'g.mdown',
        'h.mdwn',
        'i.mkdn',
        'j.markdn',
        'k.MDX',
        'l.qmd',
        'm.Rmd',
        'n.xhtml',
        'o.xht',
        'p.text',
        'sub/d.html',
        'sub/deeper/e.HTM',
      ].toSorted(),
    );
  });

  test('leaves out a generator’s folders beside its configuration, and keeps them elsewhere', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      '_config.yml': 'title: News\n',
      '_posts/a.md': '',
      '_layouts/post.html': '',
      'public/index.html': '',
      'themes/x/README.md': '',
      'plain/themes/poem.md': '',
      'plain/public/speech.md': '',
      'plain/_layouts/post.html': '',
      'plain/_includes/head.html': '',
      'plain/config.json': '{"compilerOptions": {}}',
      'blog/hugo.toml': 'title = "Blog"\n',
      'blog/content/b.md': '',
      'blog/layouts/single.html': '',
      'blog/archetypes/default.md': '',
    });
    expect(await scanPaths(folder)).toEqual([
      '_posts/a.md',
      'blog/content/b.md',
      'plain/public/speech.md',
      'plain/themes/poem.md',
    ]);
  });

  test('tells the pages of a site that lies deeper', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'README.md': '',
      'blog/_config.yml': 'title: News\n',
      'blog/README.md': '',
      'blog/_posts/a.md': '',
      'blog/notes/README.md': '',
    });
    const pages = (await scan(folder)).filter(({ isSitePage }) => isSitePage === true);
    expect(pages.map(({ path }) => path)).toEqual(['blog/README.md']);
  });

  test('takes names with line feeds, quotes, spaces and Chinese as they are', async () => {
    const folder = temporaryFolder();
    const names = [
      'a\nb.md',
      `"it's".md`,
      ' lead.md',
      '疫情.md',
      'emoji😀.md',
      '100%.md',
      'a\\b.md',
    ];
    writeFiles(folder, Object.fromEntries(names.map((name) => [name, 'text'])));
    expect(await scanPaths(folder)).toEqual(names.toSorted());
  });

  test('gives each name that is not UTF-8 a path of its own and its bytes', async () => {
    const folder = temporaryFolder();
    const suffix = [0x2e, 0x6d, 0x64];
    writeFileOfBytes(folder, [0xd6, 0xd0, ...suffix], 'one');
    writeFileOfBytes(folder, [0xb9, 0xfa, ...suffix], 'two');
    const found = await scan(folder);
    expect(found.map(({ pathHex }) => pathHex ?? '').toSorted()).toEqual([
      'b9fa2e6d64',
      'd6d02e6d64',
    ]);
    expect(new Set(found.map(({ path }) => path)).size).toBe(2);
    for (const { path, sizeBytes } of found) {
      expect(path).toMatch(/\uFFFD.*\.md$/u);
      expect(sizeBytes).toBe(3);
    }
  });

  test('reaches two hundred folders down, and says so where it stops', async () => {
    const folder = temporaryFolder();
    const path = `${'d/'.repeat(200)}deep.md`;
    writeFiles(folder, { [path]: 'text' });
    expect(await scanPaths(folder)).toEqual([path]);
    const [stopped] = await scan(folder, 10);
    expect(stopped).toMatchObject({ path: 'd/'.repeat(11).slice(0, -1), isFolder: true });
    expect(stopped?.problem?.code).toBe('too-deep');
  });

  test('sees newer dated names of a folder first', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { '2021-01-01-a.md': '', '2023-01-01-a.md': '', '2022-01-01-a.md': '' });
    const found = await scan(folder);
    expect(found.map(({ path }) => path.slice(0, 4))).toEqual(['2023', '2022', '2021']);
  });
});

describe('links', () => {
  test('reports links that lead out and does not follow them', async () => {
    const [folder, outside] = [temporaryFolder(), temporaryFolder()];
    writeFiles(outside, { 'secret.md': 'secret', 'more/secret.md': 'secret', 'photo.jpg': '' });
    symlinkSync(join(outside, 'secret.md'), join(folder, 'out.md'));
    symlinkSync(join(outside, 'more'), join(folder, 'more'));
    symlinkSync(join(outside, 'photo.jpg'), join(folder, 'photo.jpg'));
    symlinkSync('../../../../../../../../etc/passwd', join(folder, 'passwd.txt'));
    expect(await scanCodes(folder)).toEqual({
      more: 'link-outside',
      'out.md': 'link-outside',
      'passwd.txt': 'link-outside',
    });
  });

  test('a folder whose name begins like the archive’s is outside', async () => {
    const parent = temporaryFolder();
    writeFiles(parent, { 'news/a.md': '', 'news-private/b.md': '' });
    symlinkSync('../news-private', join(parent, 'news', 'private'));
    expect(await scanCodes(join(parent, 'news'))).toEqual({
      'a.md': null,
      private: 'link-outside',
    });
  });

  test('follows links inside once: loops end, what has a place of its own keeps it', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'real/a.md': '', '.store/b.md': '', '.store/c.dat': '' });
    symlinkSync('.', join(folder, 'loop'));
    symlinkSync('../real', join(folder, 'real', 'again'));
    symlinkSync('real', join(folder, 'also'));
    symlinkSync('real/a.md', join(folder, 'a-link.md'));
    symlinkSync('.store', join(folder, 'kept'));
    symlinkSync('../.store/c.dat', join(folder, 'real', 'c.md'));
    symlinkSync('../.store/c.dat', join(folder, 'real', 'c-twice.md'));
    const found = await scan(folder);
    expect(found.map(({ path }) => path).toSorted()).toEqual([
      'kept/b.md',
      'real/a.md',
      'real/c.md',
    ]);
    expect(found.every(({ problem }) => problem === null)).toBe(true);
  });

  test('reports a link to nothing and one to itself', async () => {
    const folder = temporaryFolder();
    symlinkSync('gone.md', join(folder, 'dangling.md'));
    symlinkSync('self.md', join(folder, 'self.md'));
    symlinkSync('gone', join(folder, 'nothing'));
    expect(await scanCodes(folder)).toEqual({
      'dangling.md': 'unreadable',
      'self.md': 'unreadable',
    });
  });

  test('works when the archive itself is reached through a link', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeFiles(folder, { 'a.md': '', 'sub/b.md': '' });
    symlinkSync(folder, join(elsewhere, 'link'));
    expect(await scanPaths(join(elsewhere, 'link'))).toEqual(['a.md', 'sub/b.md']);
  });
});

describe('what is no post', () => {
  test.skipIf(process.platform === 'win32')('reports pipes named like posts', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe.md'), join(folder, 'pipe')]);
    expect(await scanCodes(folder)).toEqual({ 'pipe.md': 'not-a-file' });
  });

  test('a folder named like a post is a folder', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'folder.md/a.md': '' });
    expect(await scanPaths(folder)).toEqual(['folder.md/a.md']);
  });

  test('reports a file that is too large without reading it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'big.txt'), '');
    truncateSync(join(folder, 'big.txt'), 65 * 1024 * 1024);
    const [found] = await scan(folder);
    expect(found?.problem).toMatchObject({ code: 'too-large', sizeBytes: 65 * 1024 * 1024 });
  });

  test('an empty folder has no posts; a missing one and a file are refused with a sentence', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'file'), '');
    expect(await scan(join(folder, 'empty'))).toEqual([]);
    await expect(scan(join(folder, 'gone'))).rejects.toMatchObject({ code: 'archive-missing' });
    await expect(scan(join(folder, 'file'))).rejects.toMatchObject({ code: 'archive-unreadable' });
  });
});
