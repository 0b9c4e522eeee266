import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bundleFinder } from '../../../../src/core/indexing/bundles.ts';
import { readSite } from '../../../../src/core/indexing/readSite.ts';
import { readSiteConfig } from '../../../../src/core/post/siteConfig.ts';
import { codesOf, makeFile, postOf } from '../makeFile.ts';
import { postIn, sites } from './sites.ts';

describe('Jekyll', () => {
  it.each([
    ['sea/boats/_posts/2020-01-02-a.md', '', ['sea', 'boats']],
    ['sea/_drafts/a.md', '', ['sea']],
    ['_posts/sub/2020-01-02-a.md', '', []],
    ['sea/_posts/2020-01-02-a.md', 'categories: boats tides', ['sea', 'boats', 'tides']],
    ['sea/_posts/2020-01-02-a.md', 'category: Slow Boats', ['sea', 'Slow Boats']],
    ['_posts/2020-01-02-a.md', 'categories: [Slow Boats, tides]', ['Slow Boats', 'tides']],
    ['_posts/2020-01-02-a.md', 'categories: 财经 股市', ['财经', '股市']],
  ])('%s with %j is in %j', (path, front, categories) => {
    expect(postIn('jekyll', `---\n${front}\n---\nx`, path).categories).toEqual(categories);
  });

  it.each([
    ['_posts/2020-01-02-slow-boat.md', '2020-01-02', 'slow boat'],
    ['_posts/2020-1-2-slow-boat.md', '2020-01-02', 'slow boat'],
    ['_posts/20-01-02-slow-boat.md', '2020-01-02', '20 01 02 slow boat'],
    ['_posts/2020/2020-01-02-slow-boat.markdown', '2020-01-02', 'slow boat'],
    ['_posts/-202205262391921712.md', null, '202205262391921712'],
    ['_posts/2020-02-31-slow-boat.md', null, '2020 02 31 slow boat'],
  ])('%s has date %s and name %s', (path, day, title) => {
    expect(postIn('jekyll', '---\n---\nx', path)).toMatchObject({ day, title });
  });

  it.each([
    ['published: false', true],
    ['published: "false"', true],
    ['published: true', false],
    ['published: 2020-01-01', false],
  ])('%s: draft %s, shown all the same', (front, isDraft) => {
    expect(postIn('jekyll', `---\n${front}\n---\nx`)).toMatchObject({
      isDraft,
      text: 'x',
      kind: 'post',
    });
  });

  it('takes a separator of its own out of the text, where it stands alone', () => {
    const read = (config: string, body: string) => {
      const site = readSiteConfig({ configName: '_config.yml', configText: config });
      return postOf(makeFile(body, '_posts/2020-01-02-a.md', site)).text;
    };
    const site = 'excerpt_separator: "[more]"';
    expect(read(site, '---\ntitle: T\n---\na\n\n[more]\n\nb')).toBe('a\nb');
    expect(read('title: x', '---\nexcerpt_separator: "~~more~~"\n---\na\n\n~~more~~\nb')).toBe(
      'a\nb',
    );
    expect(read(site, 'see [more] here')).toBe('see [more] here');
    expect(read('excerpt_separator: "<!--more-->"', 'a\n\n<!--more-->\n\nb')).toBe('a\nb');
    expect(read('excerpt_separator: "\\n\\n"', 'a\n\nb')).toBe('a\nb');
  });

  it('gives posts the defaults of their folder and type, the nearest first', () => {
    const configText = [
      'defaults:',
      '  - scope: {path: ""}',
      '    values: {author: All, lang: en}',
      '  - scope: {path: "_posts/sea", type: posts}',
      '    values: {author: Sea, tags: [deep]}',
      '  - scope: {path: "", type: drafts}',
      '    values: {author: Drafts}',
    ].join('\n');
    const site = readSiteConfig({ configName: '_config.yml', configText });
    const read = (path: string, front = '') =>
      postOf(makeFile(`---\n${front}\n---\nx`, path, site));
    expect(read('_posts/2020-01-02-a.md').author).toBe('All');
    expect(read('_posts/sea/2020-01-02-a.md')).toMatchObject({ author: 'Sea', tags: ['deep'] });
    expect(read('_posts/sea/2020-01-02-a.md', 'author: Own').author).toBe('Own');
    expect(read('_drafts/a.md').author).toBe('Drafts');
    expect(read('_posts/seaside/2020-01-02-a.md').author).toBe('All');
  });

  it('looks below the folder that its configuration names', () => {
    const site = readSiteConfig({
      configName: '_config.yml',
      configText: 'title: x\nsource: src\ncollections_dir: my\n',
    });
    const read = (path: string) => postOf(makeFile('---\n---\nx', path, site));
    expect(read('src/my/_posts/2020-01-02-a.md').categories).toEqual([]);
    expect(read('src/my/sea/_posts/2020-01-02-a.md').categories).toEqual(['sea']);
    expect(read('src/about.md').kind).toBe('page');
  });

  it('follows the same conventions in a tree whose configuration is lost', () => {
    const post = postIn(
      'none',
      '---\ntitle: T\ntags: sea boats\n---\n{{ page.x }}y',
      'sea/_posts/2020-01-02-a.md',
    );
    expect(post).toMatchObject({
      tags: ['sea', 'boats'],
      categories: ['sea'],
      text: 'y',
      kind: 'post',
    });
    expect(postIn('none', 'title: T\n---\ny', 'source/_posts/a.md')).toMatchObject({
      title: 'T',
      text: 'y',
    });
  });
});

describe('Hugo and Zola', () => {
  it.each([
    ['hugo', 'content/harbour/a.md', ['harbour'], 'post'],
    ['hugo', 'content/posts/a.md', [], 'post'],
    ['hugo', 'content/harbour/deep/a.md', ['harbour'], 'post'],
    ['hugo', 'content/harbour/a/index.md', ['harbour'], 'post'],
    ['hugo', 'content/essay/index.md', [], 'post'],
    ['hugo', 'content/zh-cn/harbour/a.md', ['harbour'], 'post'],
    ['hugo', 'content/harbour/_index.md', [], 'page'],
    ['hugo', 'content/harbour/_index.en.md', [], 'page'],
    ['hugo', 'content/about.md', [], 'page'],
    ['hugo', 'content/search/index.md', [], 'page'],
    ['hugo', 'CHANGELOG.md', [], 'page'],
    ['zola', 'content/blog/a.md', [], 'post'],
    ['zola', 'content/harbour/_index.md', [], 'page'],
    ['zola', 'content/harbour/2018-10-10-a/index.md', ['harbour'], 'post'],
    ['none', 'content/harbour/_index.md', [], 'page'],
  ] as const)('%s: %s is in %j, a %s', (generator, path, categories, kind) => {
    expect(postIn(generator, '---\ntitle: T\n---\nx', path)).toMatchObject({ categories, kind });
  });

  it.each([
    ['content/posts/2018-10-10-hello/index.md', '2018-10-10', 'hello'],
    ['content/posts/2018-10-10-hello.md', '2018-10-10', 'hello'],
    ['content/posts/2018-10-10_hello.zh-cn.md', '2018-10-10', 'hello'],
    ['content/posts/hello/index.en.md', null, 'hello'],
  ])('%s has date %s and name %s', (path, day, title) => {
    expect(postIn('hugo', '+++\n+++\nx', path)).toMatchObject({ day, title });
  });

  it.each([
    ['draft = true', true],
    ['draft = "true"', true],
    ['draft = false', false],
  ])('%s: draft %s', (front, isDraft) => {
    expect(postIn('hugo', `+++\n${front}\n+++\nx`).isDraft).toBe(isDraft);
  });

  it.each([
    ['publishDate = 2020-01-02', '2020-01-02'],
    ['publishdate = 2020-01-02\ndate = 2021-01-01', '2021-01-01'],
    ['pubdate = 2020-01-02', '2020-01-02'],
    ['lastmod = 2020-01-02', '2020-01-02'],
    ['expiryDate = 2030-01-02\ndate = 2020-01-02', '2020-01-02'],
    ['date = 0001-01-01T00:00:00Z\nlastmod = 2020-01-02', '2020-01-02'],
  ])('%j: %s', (front, day) => {
    expect(postIn('hugo', `+++\n${front}\n+++\nx`).day).toBe(day);
  });

  it('reads taxonomies of any name', () => {
    const hugo = readSiteConfig({
      configName: 'hugo.toml',
      configText:
        '[taxonomies]\ntag = "tags"\ncategory = "categories"\nseries = "series"\nboat = "boats"\n',
    });
    const front =
      '+++\ntags = ["a"]\nboats = ["Skiff"]\nseries = ["Tides"]\ncategories = ["Sea"]\n+++\nx';
    const read = postOf(makeFile(front, 'content/posts/a.md', hugo));
    expect([read.tags, read.categories]).toEqual([
      ['a', 'Skiff'],
      ['Sea', 'Tides'],
    ]);
    const zola = readSiteConfig({
      configName: 'config.toml',
      configText:
        'base_url = "https://a.example"\ntaxonomies = [{ name = "director" }, { name = "authors" }]\n',
    });
    const nested = '+++\n[taxonomies]\ndirector = ["Ann"]\ntags = ["a"]\nauthors = ["Bo"]\n+++\nx';
    const film = postOf(makeFile(nested, 'content/films/a.md', zola));
    expect(film).toMatchObject({ tags: ['a', 'Ann'], author: 'Bo', categories: ['films'] });
  });

  it('takes what lies with a bundle for a page', () => {
    const file = makeFile('x', 'content/posts/first/notes.md', sites.hugo);
    expect(postOf({ ...file, isBundled: true }).kind).toBe('page');
    const elsewhere = makeFile('x', 'posts/first/notes.md', sites.none);
    expect(postOf({ ...elsewhere, isBundled: true }).kind).toBe('post');
  });
});

describe('Hexo', () => {
  it.each([
    ['categories: [[Sea, Boats], [Tides]]', ['Sea', 'Boats', 'Tides']],
    ['categories:\n  - Sea\n  - Boats', ['Sea', 'Boats']],
    ['categories:\n  - [Sea, Boats]\n  - [Sea, Tides]', ['Sea', 'Boats', 'Tides']],
    ['category: Sea', ['Sea']],
    ['categories: Slow Boats', ['Slow Boats']],
  ])('%j gives %j', (front, categories) => {
    expect(postIn('hexo', `${front}\ndate: 2013/7/13 20:46:25\n---\nx`)).toMatchObject({
      categories,
      day: '2013-07-13',
    });
  });

  it.each([
    ['source/_posts/a.md', 'post', false],
    ['source/_drafts/a.md', 'post', true],
    ['source/_posts/my-post/demo.html', 'page', false],
    ['source/about/index.md', 'page', false],
    ['README.md', 'page', false],
  ])('%s is a %s', (path, kind, isDraft) => {
    expect(postIn('hexo', '---\ntitle: T\n---\nx', path)).toMatchObject({ kind, isDraft });
  });
});

describe('plain folders', () => {
  it('takes the title from the first heading', () => {
    const post = postIn('none', '# 第 301 期\n\n这里记录每周值得分享的内容。', 'docs/issue-301.md');
    expect([post.title, post.text, codesOf(post)]).toEqual([
      '第 301 期',
      '这里记录每周值得分享的内容。',
      [],
    ]);
    expect(postIn('none', '第二期\n====\n\n正文', 'issue-2.md').title).toBe('第二期');
    expect(postIn('none', '只有正文。', 'issue-3.md').title).toBe('issue 3');
  });

  it.each([
    [
      '[#]: collector: (lujun9972)\n[#]: subject: (Getting started)\n[#]: via: (https://o.example/a)\n[#]: author: (Kevin Sonney https://o.example/u)\n[#]: url: ( )\n\n标题一\n======\n\n正文',
      '标题一',
      '正文',
    ],
    [
      '[#]: subject: "Getting started"\n[#]: via: "https://o.example/a"\n[#]: author: "Kevin Sonney https://o.example/u"\n[#]: publisher: " "\n\n正文',
      'Getting started',
      '正文',
    ],
    [
      '\uFEFF[#]: subject: (A)\r\n[#]: via: (https://o.example/a)\r\n[#]: author: (Kevin Sonney)\r\n\r\n# 标题二\r\n\r\n正文',
      '标题二',
      '正文',
    ],
  ])('reads reference lines of a translation project: %j', (text, title, body) => {
    const post = postIn('none', text, 'published/20200115 Getting started.md');
    expect(post).toMatchObject({
      title,
      text: body,
      author: 'Kevin Sonney',
      url: 'https://o.example/a',
      day: '2020-01-15',
      problems: [],
    });
  });

  it('expects no date of reference lines', () => {
    expect(codesOf(postIn('none', '[#]: subject: (A)\n\nx', 'a.md'))).toEqual([]);
  });
});

describe('configurations on the disk', () => {
  const folders: string[] = [];
  const folderOf = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-site-'));
    folders.push(folder);
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return folder;
  };
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  it.each([
    [
      'Jekyll in TOML',
      { '_config.toml': 'title = "A"\ntimezone = "Asia/Shanghai"' },
      'jekyll',
      'A',
    ],
    ['Hexo by its folders', { '_config.yml': 'title: A', 'source/_posts/a.md': 'x' }, 'hexo', 'A'],
    ['Hugo in YAML', { 'hugo.yaml': 'title: A' }, 'hugo', 'A'],
    ['Hugo in JSON', { 'hugo.json': '{"title": "A"}' }, 'hugo', 'A'],
    ['old Hugo', { 'config.toml': 'baseURL = "https://a.example"\ntitle = "A"' }, 'hugo', 'A'],
    ['Hugo in a folder', { 'config/_default/hugo.toml': 'title = "A"' }, 'hugo', 'A'],
    ['old Hugo in a folder', { 'config/_default/config.yaml': 'title: A' }, 'hugo', 'A'],
    ['Hugo by language', { 'config/_default/languages.toml': '[zh]\ntitle = "A"\n' }, 'hugo', 'A'],
    ['Zola', { 'config.toml': 'base_url = "https://a.example"\ntitle = "A"' }, 'zola', 'A'],
    ['new Zola', { 'zola.toml': 'base_url = "https://a.example"\ntitle = "A"' }, 'zola', 'A'],
    ['a broken file', { '_config.yml': 'title: A\nx: "a" b\n\t- y\n' }, 'jekyll', 'A'],
    ['a key given twice', { '_config.yml': 'title: B\ntitle: A\n' }, 'jekyll', 'A'],
    ['another program', { 'config.json': '{"port": 80}' }, 'none', null],
    ['nothing', { 'a.md': 'x' }, 'none', null],
  ] as const)('%s', async (_name, files, generator, title) => {
    expect(await readSite(await folderOf(files))).toMatchObject({ generator, title });
  });

  it("reads the other files of Hugo's folder", async () => {
    const site = await readSite(
      await folderOf({
        'config/_default/hugo.toml': 'title = "A"\ncontentDir = "src"',
        'config/_default/taxonomies.toml': 'boat = "boats"',
        'config/_default/permalinks.toml': 'posts = "/:year/:slug/"',
      }),
    );
    expect(site).toMatchObject({ taxonomies: ['boats'], contentFolders: ['src'] });
    expect(site.links.permalinkOf).toEqual({ posts: '/:year/:slug/' });
  });

  it('finds what lies beside or below the index of a leaf bundle', async () => {
    const folder = await folderOf({
      'content/posts/first/index.md': 'x',
      'content/posts/first/notes.md': 'x',
      'content/posts/first/deep/more.md': 'x',
      'content/posts/second/index.zh.md': 'x',
      'content/posts/second/side.md': 'x',
      'content/posts/third/_index.md': 'x',
      'content/posts/third/free.md': 'x',
      'content/index.md': 'x',
      'content/free.md': 'x',
    });
    const isBundled = bundleFinder(folder, sites.hugo);
    expect(
      [
        'content/posts/first/index.md',
        'content/posts/first/notes.md',
        'content/posts/first/deep/more.md',
        'content/posts/second/side.md',
        'content/posts/third/free.md',
        'content/free.md',
      ].map((path) => isBundled(path)),
    ).toEqual([false, true, true, true, false, false]);
    expect(bundleFinder(folder, sites.jekyll)('content/posts/first/notes.md')).toBe(false);
  });
});
