import { describe, expect, test } from 'vitest';
import { LinkArchive, textOf } from './linkArchive.ts';

describe('Hugo', () => {
  const FROM = 'content/posts/from.md';
  const files = {
    [FROM]: textOf('title: From\ndate: 2022-01-02'),
    'content/posts/my-first.md': textOf(
      'title: "My First: Post!"\ndate: 2022-05-18T05:00:29+08:00',
    ),
    'content/posts/slugged.md': textOf('title: Slugged\nslug: other-name\ndate: 2022-05-18'),
    'content/posts/bundle/index.md': textOf('title: A Bundle\ndate: 2022-05-18'),
    'content/posts/placed.md': textOf('title: Placed\nurl: /somewhere/else/\ndate: 2022-05-18'),
    'content/posts/former.md': textOf(
      'title: Former\naliases: [/old/former/, older.html]\ndate: 2022-05-18',
    ),
    'content/news/2022/tide.md': textOf(
      'title: Tide\ndate: 2022-05-18\ncategories: [Sea & Shore]\ntags: [Ebb]',
    ),
    'content/zh/posts/yu.zh.md': textOf('title: 雨\ndate: 2022-05-18'),
    'content/about.md': textOf('title: About'),
  };
  const hugo = (config: string) =>
    new LinkArchive({ 'hugo.toml': `baseURL = "https://example.org/"\n${config}`, ...files });

  test.each([
    ['/posts/my-first/', 'content/posts/my-first.md'],
    ['/posts/my-first', 'content/posts/my-first.md'],
    ['/posts/my-first.html', 'content/posts/my-first.md'],
    ['/posts/my-first/index.html', 'content/posts/my-first.md'],
    ['https://example.org/posts/my-first/#a%20b', 'content/posts/my-first.md#a b'],
    ['my-first.md', 'content/posts/my-first.md'],
    ['./my-first.md#x', 'content/posts/my-first.md#x'],
    ['../my-first/', 'content/posts/my-first.md'],
    ['posts/my-first.md', 'content/posts/my-first.md'],
    ['/posts/my-first.md', 'content/posts/my-first.md'],
    ['../news/2022/tide.md', 'content/news/2022/tide.md'],
    ['tide.md', 'content/news/2022/tide.md'],
    ['/posts/other-name/', 'content/posts/slugged.md'],
    ['/posts/slugged/', 'content/posts/slugged.md'],
    ['/posts/bundle/', 'content/posts/bundle/index.md'],
    ['bundle', 'content/posts/bundle/index.md'],
    ['bundle/index.md', 'content/posts/bundle/index.md'],
    ['/somewhere/else/', 'content/posts/placed.md'],
    ['/old/former/', 'content/posts/former.md'],
    ['older.html', 'content/posts/former.md'],
    ['/news/2022/tide/', 'content/news/2022/tide.md'],
    ['/zh/posts/yu/', 'content/zh/posts/yu.zh.md'],
    ['/posts/yu/', 'content/zh/posts/yu.zh.md'],
    ['/about/', 'content/about.md'],
    ['/', 'list'],
    ['/posts/', 'list'],
    ['/posts/page/2/', 'list'],
    ['/news/', 'list categories=news'],
    ['/categories/sea--shore/', 'list categories=Sea & Shore'],
    ['/categories/sea-shore/', 'list categories=Sea & Shore'],
    ['/tags/ebb/', 'list tags=Ebb'],
    ['/posts/2022/', 'list years=2022'],
    ['/posts/never-written/', 'missing posts/never-written'],
  ])('%s', (href, where) => {
    expect(hugo('').leads(FROM, href)).toBe(where);
  });

  test.each([
    [':year/:month/:title', '/2022/05/my-first-post/'],
    ['/:year/:month/:day/:slug/', '/2022/05/18/my-first-post/'],
    ['/:section/:filename/', '/posts/my-first/'],
    ['/a/:slugorfilename/', '/a/my-first/'],
    ['/b/:contentbasename/', '/b/my-first/'],
    ['/:monthname/:weekday/:weekdayname/:yearday/:title/', '/May/3/Wednesday/138/my-first-post/'],
    ['/:sections/x-:title/', '/posts/x-my-first-post/'],
    ['/:2006-:01-:02/:title/', '/2022-05-18/my-first-post/'],
  ])('permalinks of a section: %s', (pattern, href) => {
    const site = hugo(`[permalinks]\nposts = "${pattern}"`);
    expect(site.leads(FROM, href)).toBe('content/posts/my-first.md');
    expect(hugo(`[permalinks.page]\nposts = "${pattern}"`).leads(FROM, href)).toBe(
      'content/posts/my-first.md',
    );
  });

  test('a slug goes into the pattern, and parts of the sections', () => {
    expect(hugo('[permalinks]\nposts = "/:year/:slug/"').leads(FROM, '/2022/other-name/')).toBe(
      'content/posts/slugged.md',
    );
    expect(
      hugo('[permalinks]\nnews = "/n/:sections[1:]/:title/"').leads(FROM, '/n/2022/tide/'),
    ).toBe('content/news/2022/tide.md');
    expect(
      hugo('[permalinks]\nnews = "/n/:sections[last]/:title/"').leads(FROM, '/n/2022/tide/'),
    ).toBe('content/news/2022/tide.md');
  });

  test('ugly addresses and a site below a folder', () => {
    expect(hugo('uglyURLs = true').leads(FROM, '/posts/my-first.html')).toBe(
      'content/posts/my-first.md',
    );
    const below = new LinkArchive({
      'hugo.toml': 'baseURL = "https://example.org/blog/"',
      ...files,
    });
    expect(below.leads(FROM, '/blog/posts/my-first/')).toBe('content/posts/my-first.md');
    expect(below.leads(FROM, 'https://example.org/blog/posts/my-first/')).toBe(
      'content/posts/my-first.md',
    );
    expect(below.leads(FROM, 'https://example.org/blog/')).toBe('list');
  });
});

describe('Hexo', () => {
  const HELLO = 'source/_posts/hello-world.md';
  const FROM = 'source/_posts/from.md';
  const hexo = (config: string) =>
    new LinkArchive({
      '_config.yml': `title: T\nurl: https://example.org\nsource_dir: source\n${config}`,
      [FROM]: textOf('title: From\ndate: 2013-07-15 10:00:00'),
      [HELLO]: textOf(
        'title: Hello World!\ndate: 2013-07-14 17:01:34\ncategories:\n  - foo\n  - bar\nurlname: hi\nabbrlink: 4a17b156',
      ),
      'source/_posts/lorem/deep.md': textOf('title: Deep\ndate: 2013-07-14 17:01:34\nlang: tw'),
      'source/_posts/own.md': textOf('title: Own\ndate: 2013-07-14\npermalink: custom/place.html'),
      'source/about/index.md': textOf('title: About'),
    });

  test.each([
    ['', '/2013/07/14/hello-world/'],
    ['permalink: :year/:month/:day/:title/', '/2013/07/14/hello-world/'],
    ['permalink: :year-:month-:day-:title.html', '/2013-07-14-hello-world.html'],
    ['permalink: :category/:title/', '/foo/bar/hello-world/'],
    ['permalink: posts/:name/', '/posts/hello-world/'],
    ['permalink: :post_title/', '/hello-world/'],
    ['permalink: :year/:i_month/:i_day/:title/', '/2013/7/14/hello-world/'],
    ['permalink: :hour:minute:second/:title/', '/170134/hello-world/'],
    ['permalink: p/:urlname.html', '/p/hi.html'],
    ['permalink: posts/:abbrlink/', '/posts/4a17b156/'],
    ['permalink: ":lang/:title/"\npermalink_defaults:\n  lang: en', '/en/hello-world/'],
    ['permalink: ":title-:timestamp/"\ntimezone: UTC', '/hello-world-1373821294/'],
    ['permalink: ":title-:hash/"\ntimezone: UTC', '/hello-world-a2c8ac003b43/'],
    ['root: /blog/', '/blog/2013/07/14/hello-world/'],
  ])('%s', (config, href) => {
    expect(hexo(config).leads(FROM, href)).toBe(HELLO);
  });

  test.each([
    ['/2013/07/14/lorem/deep/', 'source/_posts/lorem/deep.md'],
    ['/custom/place.html', 'source/_posts/own.md'],
    ['hello-world.md', HELLO],
    ['hello-world', HELLO],
    ['lorem/deep.md', 'source/_posts/lorem/deep.md'],
    ['/about/', 'source/about/index.md'],
    ['/archives/2013/07/', 'list months=2013-07'],
    ['/categories/foo/bar/', 'list categories=bar'],
    ['/', 'list'],
  ])('%s', (href, where) => {
    expect(hexo('').leads(FROM, href)).toBe(where);
  });

  test('folders of category and tag pages have the names of the configuration', () => {
    expect(hexo('category_dir: fenlei').leads(FROM, '/fenlei/foo/')).toBe('list categories=foo');
  });

  test('the defaults for a placeholder give way to the post', () => {
    const site = hexo('permalink: ":lang/:name/"\npermalink_defaults:\n  lang: en');
    expect(site.leads(FROM, '/tw/deep/')).toBe('source/_posts/lorem/deep.md');
  });
});

describe('Zola', () => {
  const FROM = 'content/blog/from.md';
  const toml = (fields: string) => `+++\n${fields}\n+++\n\nWords.\n`;
  const zola = new LinkArchive({
    'config.toml': 'base_url = "https://example.org"\ncompile_sass = true',
    [FROM]: toml('title = "From"'),
    'content/blog/2020-01-02-tide.md': toml('title = "Tide"'),
    'content/blog/ebb.md': toml('title = "Ebb"\nslug = "low-water"'),
    'content/blog/flow.md': toml('title = "Flow"\npath = "high/water"\naliases = ["old/flow"]'),
    'content/blog/bundle/index.md': toml('title = "Bundle"'),
  });
  test.each([
    ['@/blog/2020-01-02-tide.md', 'content/blog/2020-01-02-tide.md'],
    ['@/blog/2020-01-02-tide.md#up', 'content/blog/2020-01-02-tide.md#up'],
    ['@/blog/bundle/index.md', 'content/blog/bundle/index.md'],
    ['/blog/tide/', 'content/blog/2020-01-02-tide.md'],
    ['https://example.org/blog/tide/', 'content/blog/2020-01-02-tide.md'],
    ['/blog/low-water/', 'content/blog/ebb.md'],
    ['/high/water/', 'content/blog/flow.md'],
    ['/old/flow/', 'content/blog/flow.md'],
    ['/blog/bundle/', 'content/blog/bundle/index.md'],
    ['../tide/', 'content/blog/2020-01-02-tide.md'],
    ['@/blog/gone.md', 'missing content/blog/gone.md'],
  ])('%s', (href, where) => {
    expect(zola.leads(FROM, href)).toBe(where);
  });
});
