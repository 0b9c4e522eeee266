import { describe, expect, it } from 'vitest';
import { classifyPath } from '../../../src/core/post/conventions.ts';
import type { SiteConfig } from '../../../src/core/post/parsedPost.ts';
import { plainSite, readSiteConfig } from '../../../src/core/post/siteConfig.ts';
import { makeFile, postOf } from './makeFile.ts';

const site = (generator: SiteConfig['generator']): SiteConfig => ({ ...plainSite, generator });

describe('posts and pages', () => {
  it.each([
    ['jekyll', '_posts/2020-01-01-a.md', 'post'],
    ['jekyll', 'news/_posts/2020-01-01-a.md', 'post'],
    ['jekyll', '_posts/-202205262391921712.md', 'post'],
    ['jekyll', '_posts/2020-01-01-index.md', 'post'],
    ['jekyll', '_drafts/a.md', 'post'],
    ['jekyll', '_recipes/a.md', 'post'],
    ['jekyll', '_pages/a.md', 'page'],
    ['jekyll', 'README.md', 'page'],
    ['jekyll', '404.md', 'page'],
    ['jekyll', 'about.md', 'page'],
    ['jekyll', 'index.html', 'page'],
    ['jekyll', 'about/index.md', 'page'],
    ['jekyll', 'anything.md', 'post'],
    ['jekyll', 'contributing.zh-cn.md', 'page'],
    ['jekyll', '2020-01-01-a.md', 'post'],
    ['jekyll', 'docs/guide.md', 'post'],
    ['hexo', 'source/_posts/a.md', 'post'],
    ['hexo', 'source/_drafts/a.md', 'post'],
    ['hexo', 'source/about/index.md', 'page'],
    ['hexo', 'README.md', 'page'],
    ['hugo', 'content/posts/a.md', 'post'],
    ['hugo', 'content/posts/a/index.md', 'post'],
    ['hugo', 'content/posts/_index.md', 'page'],
    ['hugo', 'content/_index.zh.md', 'page'],
    ['hugo', 'content/about.md', 'page'],
    ['hugo', 'content/about/index.md', 'page'],
    ['hugo', 'content/essay.md', 'post'],
    ['hugo', 'README.md', 'page'],
    ['zola', 'content/blog/_index.md', 'page'],
    ['zola', 'content/blog/a.md', 'post'],
    ['none', 'README.md', 'post'],
    ['none', 'notes/index.md', 'post'],
  ] as const)('%s: %s is a %s', (generator, path, kind) => {
    expect(classifyPath(path, site(generator)).kind).toBe(kind);
  });

  it.each([
    ['', 'post'],
    ['title: T', 'post'],
    ['layout: post', 'post'],
    ['date: 2020-01-01', 'post'],
    ['date: 2020-01-01\npermalink: /a/', 'post'],
    ['permalink: /a/', 'page'],
    ['layout: page', 'page'],
    ['date: 2020-01-01\nlayout: page', 'page'],
  ])('at a Jekyll root, front matter %j is that of a %s', (front, kind) => {
    expect(postOf(makeFile(`---\n${front}\n---\nx`, 'essay.md')).kind).toBe(kind);
  });

  it('expects neither date nor title of a page at a Jekyll root', () => {
    const page = postOf(makeFile('---\nlayout: page\n---\nx', 'essay.md'));
    expect([page.kind, page.problems]).toEqual(['page', []]);
  });

  it('takes a page beside the configuration of a site that lies deeper for a page', () => {
    const file = makeFile('# Read me', 'blog/README.md', plainSite);
    expect(postOf(file).kind).toBe('post');
    expect(postOf({ ...file, isSitePage: true }).kind).toBe('page');
  });

  it('takes a file without front matter at a Jekyll root for a post', () => {
    expect(postOf(makeFile('# Notes\n\nx', 'notes.md')).kind).toBe('post');
  });
});

describe('what a path tells', () => {
  it.each([
    ['jekyll', 'sea/boats/_posts/2020-01-01-a.md', ['sea', 'boats']],
    ['jekyll', '_posts/sub/2020-01-01-a.md', []],
    ['hugo', 'content/harbour/a.md', ['harbour']],
    ['hugo', 'content/posts/a.md', []],
    ['none', 'sea/a.md', []],
  ] as const)('%s: %s is in %j', (generator, path, categories) => {
    expect(classifyPath(path, site(generator)).categories).toEqual(categories);
  });

  it.each([
    ['2020-01-01-the-slow_boat.md', 'the slow boat'],
    ['20200101.md', '20200101'],
    ['-202205262391921712.md', '202205262391921712'],
    ['posts/the-quay/index.md', 'the quay'],
    ['潮水.txt', '潮水'],
  ])('%s reads as %s', (path, name) => {
    expect(classifyPath(path, plainSite).readableName).toBe(name);
  });
});

describe('tags, categories and drafts', () => {
  const read = (front: string, generator: SiteConfig['generator'] = 'none') =>
    postOf(makeFile(`---\ntitle: T\n${front}\n---\nx`, 'content/a/x.md', site(generator)));

  it.each([
    ['tags: 新江日报新闻', 'jekyll', ['新江日报新闻']],
    ['tags: sea boats', 'jekyll', ['sea', 'boats']],
    ['tags: sea boats', 'none', ['sea boats']],
    ['tag: sea boats', 'jekyll', ['sea boats']],
    ['tags: China Daily新闻', 'jekyll', ['China Daily新闻']],
    ['tags: 财经 股市', 'jekyll', ['财经', '股市']],
    ['tags: sea, boats，潮水、港口', 'jekyll', ['sea', 'boats', '潮水', '港口']],
    ['tags: [a, "b, c", a]', 'none', ['a', 'b, c']],
    ['tags:\n  - 2020\n  - yes\n  -\n  - ~', 'none', ['2020', 'yes']],
    ['tags: [[a, b], [c]]', 'hexo', ['a', 'b', 'c']],
    ['Tags: [a]', 'none', ['a']],
    ['keywords: a, b', 'none', ['a', 'b']],
    ['tags: ""', 'none', []],
    ['taxonomies:\n  tags: [a]', 'zola', ['a']],
  ] as const)('%j in %s gives %j', (front, generator, tags) => {
    expect(read(front, generator).tags).toEqual(tags);
  });

  it('puts folders before front matter', () => {
    expect(read('categories: [b, c]', 'hugo').categories).toEqual(['a', 'b', 'c']);
    expect(read('category: Slow Boats').categories).toEqual(['Slow Boats']);
  });

  it.each([
    ['draft: true', true],
    ['published: false', true],
    ['published: no', true],
    ['draft: false', false],
    ['published: 2020-01-01', false],
  ])('%s: draft %s', (front, isDraft) => {
    expect(read(front).isDraft).toBe(isDraft);
  });

  it.each([
    ['url: https://a.example/1', 'https://a.example/1'],
    ['original_url: <http://a.example>', 'http://a.example'],
    ['source: {name: A, url: https://a.example/2}', 'https://a.example/2'],
    ['url: /local/path/', null],
    ['url: javascript:run()', null],
  ])('%s: original %s', (front, url) => {
    expect(read(front).url).toBe(url);
  });

  it('keeps author and id', () => {
    expect(read('author: {name: Ann}\nguid: 00123')).toMatchObject({
      author: 'Ann',
      sourceId: '00123',
    });
    expect(read('authors: [Ann, Bo]').author).toBe('Ann, Bo');
  });
});

describe('the configuration of a site', () => {
  it.each([
    [
      '_config.yml',
      'title: A\ntimezone: Asia/Shanghai\nlang: zh-CN\nurl: https://a.example',
      ['jekyll', 'A', 'Asia/Shanghai', 'zh-CN', 'https://a.example'],
    ],
    [
      '_config.yml',
      'title: A\nlanguage: [en, zh]\npublic_dir: public',
      ['hexo', 'A', null, 'en', null],
    ],
    [
      '_config.yml',
      'title: "A "b" c"\nplugins:\n\t- x\ntimezone: Asia/Tokyo',
      ['jekyll', 'A "b" c', 'Asia/Tokyo', null, null],
    ],
    ['_config.yml', 'timezone: Mars/Olympus\nurl: ""', ['jekyll', null, null, null, null]],
    ['_config.yml', '', ['jekyll', null, null, null, null]],
    [
      'hugo.toml',
      'baseURL = "https://a.example/"\ntitle = "A"\nlanguageCode = "en-us"',
      ['hugo', 'A', null, 'en-us', 'https://a.example/'],
    ],
    ['hugo.toml', 'title = "A"\nbroken', ['hugo', 'A', null, null, null]],
    [
      'config.toml',
      'base_url = "https://a.example"\ntitle = "A"',
      ['zola', 'A', null, null, 'https://a.example'],
    ],
    [
      'config.toml',
      'baseurl = "https://a.example"',
      ['hugo', null, null, null, 'https://a.example'],
    ],
    ['config.toml', '[build]\njobs = 2', ['none', null, null, null, null]],
    ['hugo.json', '{"title": "A"}', ['hugo', 'A', null, null, null]],
  ])('%s: %j', (configName, configText, expected) => {
    const { generator, title, timezone, lang, url } = readSiteConfig({ configName, configText });
    expect([generator, title, timezone, lang, url]).toEqual(expected);
  });

  it('is plain without a file', () => {
    expect(readSiteConfig({ configName: null, configText: null })).toEqual(plainSite);
  });
});
