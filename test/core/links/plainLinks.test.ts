import { describe, expect, test } from 'vitest';
import { LinkArchive, textOf } from './linkArchive.ts';

describe('a plain folder', () => {
  const notes = new LinkArchive({
    'index.md': '# Start\n',
    'blog.md': '# About the blog\n',
    'notes/from.md': '# From\n',
    'notes/Café au lait.md': '# Coffee\n',
    'notes/100%.md': '# Percent\n',
    'notes/c++.md': '# Plus\n',
    'notes/c.md': '# C\n',
    'notes/日记 一.md': '# 日记\n',
    'notes/Upper.md': '# Upper\n',
    'notes/sub/index.md': '# Sub\n',
    'notes/README.md': '# Read me\n',
    'other/12:30.html': '<p>Noon</p>',
    'other/page.html': '<h1>Page</h1>',
  });
  test.each([
    ['Caf%C3%A9%20au%20lait.md', 'notes/Café au lait.md'],
    ['Cafe\u0301 au lait.md', 'notes/Café au lait.md'],
    ['Cafe%CC%81%20au%20lait', 'notes/Café au lait.md'],
    ['Café au lait.html#top', 'notes/Café au lait.md#top'],
    ['100%.md', 'notes/100%.md'],
    ['100%25.md', 'notes/100%.md'],
    ['c++.md', 'notes/c++.md'],
    ['c.md', 'notes/c.md'],
    ['%E6%97%A5%E8%AE%B0%20%E4%B8%80.md', 'notes/日记 一.md'],
    ['日记 一', 'notes/日记 一.md'],
    ['upper.md', 'notes/Upper.md'],
    ['UPPER', 'notes/Upper.md'],
    ['sub', 'notes/sub/index.md'],
    ['sub/', 'notes/sub/index.md'],
    ['./sub/index.html', 'notes/sub/index.md'],
    ['README.md', 'notes/README.md'],
    ['../index.md', 'index.md'],
    ['../blog.md', 'blog.md'],
    ['/blog.md', 'blog.md'],
    ['../other/page.html', 'other/page.html'],
    ['../other/./12:30.html', 'other/12:30.html'],
    ['../../../../index.md', 'index.md'],
    ['.', 'missing notes'],
    ['nothing.md', 'missing notes/nothing.md'],
    ['a%00b.md', 'none'],
  ])('%s', (href, where) => {
    expect(notes.leads('notes/from.md', href)).toBe(where);
  });
});

describe('names in double brackets', () => {
  const wiki = new LinkArchive({
    'from.md':
      'See [[Tide]], [[sea/Ebb|low water]], [[The long title]] and `[[code]]`, [[1, 2]], [[ -f x ]].\n',
    'Tide.md': '# Something else\n',
    'sea/Ebb.md': '# Ebb\n',
    'land/Ebb.md': '# Ebb of the land\n',
    'n1.md': textOf('title: The long title\naliases: [Short one]'),
    'sea/near.md': '# Near\n',
  });
  test.each([
    ['from.md', '[[Tide]]', 'Tide.md'],
    ['from.md', '[[tide]]', 'Tide.md'],
    ['from.md', '[[Tide.md]]', 'Tide.md'],
    ['from.md', '%5B%5BTide%5D%5D#The%20End', 'Tide.md#The End'],
    ['from.md', '[[sea/Ebb]]', 'sea/Ebb.md'],
    ['from.md', '[[land/Ebb]]', 'land/Ebb.md'],
    ['from.md', '[[Ebb]]', 'land/Ebb.md'],
    ['sea/near.md', '[[Ebb]]', 'sea/Ebb.md'],
    ['from.md', '[[The long title]]', 'n1.md'],
    ['from.md', '[[short one]]', 'n1.md'],
    ['from.md', '[[Not there]]', 'missing Not there'],
  ])('%s: %s', (from, href, where) => {
    expect(wiki.leads(from, href)).toBe(where);
  });

  test('they are links in the text, and only they', () => {
    expect(wiki.kept('from.md')).toEqual([
      '%5B%5BTide%5D%5D',
      '%5B%5Bsea%2FEbb%5D%5D',
      '%5B%5BThe%20long%20title%5D%5D',
    ]);
    expect(wiki.text('from.md')).toBe(
      'See Tide, low water, The long title and [[code]], [[1, 2]], [[ -f x ]].',
    );
  });
});

describe('originals', () => {
  const scraped = new LinkArchive({
    'a.md': textOf('title: A\nurl: https://www.news.example/2022/a.html?id=7'),
    'b.md': textOf('title: B\nurl: https://news.example/2022/b/'),
    'from.md': textOf('title: From\nurl: https://news.example/2022/from.html'),
  });
  test.each([
    ['https://www.news.example/2022/a.html?id=7', 'a.md'],
    ['http://news.example/2022/a.html?id=7#part', 'a.md#part'],
    ['https://NEWS.example/2022/b', 'b.md'],
    ['https://news.example/2022/b/index.html', 'b.md'],
    ['https://news.example/2022/a.html?id=8', 'external https://news.example/2022/a.html?id=8'],
    ['https://news.example/2022/from.html', 'external https://news.example/2022/from.html'],
    ['https://news.example/', 'external https://news.example/'],
  ])('%s', (href, where) => {
    expect(scraped.leads('from.md', href)).toBe(where);
  });
});

describe('of several posts', () => {
  test('the file goes before an address, an address before an alias, an alias before a former style', () => {
    const site = new LinkArchive({
      '_config.yml': 'permalink: /:title/',
      'from.md': textOf('title: From\ndate: 2020-01-01\nlayout: post'),
      '_posts/2020-01-02-x.md': textOf('title: By pattern'),
      '_posts/2020-01-03-y.md': textOf(
        'title: By alias\nredirect_from: [/x/, /z/, /2020/01/05/w.html]',
      ),
      '_posts/2020-01-04-z.md': textOf('title: Own\npermalink: /elsewhere/'),
      '_posts/2020-01-05-w.md': textOf('title: Former'),
    });
    expect(site.leads('from.md', '/x/')).toBe('_posts/2020-01-02-x.md');
    expect(site.leads('from.md', '/z/')).toBe('_posts/2020-01-03-y.md');
    expect(site.leads('from.md', '/2020/01/05/w.html')).toBe('_posts/2020-01-03-y.md');
    expect(site.leads('from.md', '/_posts/2020-01-04-z.md')).toBe('_posts/2020-01-04-z.md');
  });

  test('letter by letter before another spelling; then the nearer file, then the first in order', () => {
    const site = new LinkArchive({
      'a/from.md': 'x',
      'a/Note.md': 'x',
      'a/note.md': 'x',
      'b/deep/thing.md': 'x',
      'a/deep/thing.md': 'x',
    });
    expect(site.leads('a/from.md', 'note.md')).toBe('a/note.md');
    expect(site.leads('a/from.md', 'Note.md')).toBe('a/Note.md');
    expect(site.leads('a/from.md', 'NOTE.md')).toBe('a/Note.md');
    expect(site.leads('a/from.md', '[[thing]]')).toBe('a/deep/thing.md');
    // A path that nothing has, whose name two posts have: a guess would be no better than a search.
    expect(site.leads('a/from.md', '/moved/thing/')).toBe('missing moved/thing');
  });

  test('a name that only one post has is found wherever the post went', () => {
    const site = new LinkArchive({ 'from.md': 'x', 'archive/2019/only-one.md': 'x' });
    expect(site.leads('from.md', '/blog/only-one.html')).toBe('archive/2019/only-one.md');
    expect(site.leads('from.md', '/blog/123.html')).toBe('missing blog/123.html');
  });

  test('what comes later answers links that were there before', () => {
    const site = new LinkArchive({ 'from.md': 'x' });
    expect(site.leads('from.md', 'late.md')).toBe('missing late.md');
    site.add('late.md', 'x');
    expect(site.leads('from.md', 'late.md')).toBe('late.md');
  });
});

describe('what the index keeps', () => {
  test('only links that can name a post', () => {
    const body = [
      '[home](/) [home](//site/) [list](//site/category/x.html) [tag](/tags/y/) [out](https://elsewhere.example/a)',
      '[picture](/a.png) [paper](b.pdf) [place](#here) [mail](mailto:a@b.example) [feed](/feed.xml)',
      '[kept](2020-01-02-x.md) [kept too](/2020/01/02/x.html) [and](https://example.org/y/) [same](https://news.example/z)',
      'and more.',
    ].join('\n');
    const site = new LinkArchive({
      '_config.yml': 'url: https://example.org',
      '_posts/2020-01-01-from.md': textOf('title: From\nurl: https://news.example/from', body),
    });
    expect(site.kept('_posts/2020-01-01-from.md')).toEqual([
      '2020-01-02-x.md',
      '/2020/01/02/x.html',
      'https://example.org/y/',
      'https://news.example/z',
    ]);
  });
});
