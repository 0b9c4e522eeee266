import { describe, expect, test } from 'vitest';
import { LinkArchive, textOf } from './linkArchive.ts';

const RAIN = '_posts/2022-05-18-rain-in-may.md';
const FROM = '_posts/2022-05-19-sun.md';
const files = {
  [RAIN]: textOf(
    'title: Rain in May\ndate: 2022-05-18 05:00:29 +0800\ncategories: [weather, north]',
  ),
  [FROM]: textOf('title: Sun\ndate: 2022-05-19 05:00:29 +0800\ncategories: weather'),
  'about.md': textOf('layout: page\ntitle: About'),
};

const archive = (config: string, more: Readonly<Record<string, string>> = {}) =>
  new LinkArchive({ '_config.yml': `title: T\n${config}`, ...files, ...more });

describe('the built-in styles of permalinks', () => {
  test.each([
    ['', '/weather/north/2022/05/18/rain-in-may.html'],
    ['permalink: date', '/weather/north/2022/05/18/rain-in-may.html'],
    ['permalink: pretty', '/weather/north/2022/05/18/rain-in-may/'],
    ['permalink: ordinal', '/weather/north/2022/138/rain-in-may.html'],
    ['permalink: weekdate', '/weather/north/2022/W20/Wed/rain-in-may.html'],
    ['permalink: none', '/weather/north/rain-in-may.html'],
  ])('%s', (config, href) => {
    const site = archive(`${config}\nurl: https://example.org`);
    expect(site.leads(FROM, href)).toBe(RAIN);
    expect(site.leads(FROM, href.replace('.html', ''))).toBe(RAIN);
    expect(site.leads(FROM, `https://example.org${href}`)).toBe(RAIN);
    expect(site.leads(FROM, `//example.org${href}#end`)).toBe(`${RAIN}#end`);
    expect(site.leads(FROM, `${href}index.html`.replace('.htmlindex', '/index'))).toBe(RAIN);
  });

  test('a site that had another style before still finds its posts, with and without categories', () => {
    const site = archive('permalink: /blog/:title/');
    expect(site.leads(FROM, '/blog/rain-in-may/')).toBe(RAIN);
    expect(site.leads(FROM, '/2022/05/18/rain-in-may.html')).toBe(RAIN);
    expect(site.leads(FROM, '/weather/north/2022/05/18/rain-in-may.html')).toBe(RAIN);
    expect(site.leads(FROM, '/2022/138/rain-in-may.html')).toBe(RAIN);
    expect(site.leads(FROM, '/rain-in-may.html')).toBe(RAIN);
  });
});

describe('placeholders of custom patterns', () => {
  test.each([
    ['/:year/:title', '/2022/rain-in-may'],
    ['/:short_year/:month/:slug/', '/22/05/rain-in-may/'],
    ['/:i_month/:i_day/:title:output_ext', '/5/18/rain-in-may.html'],
    ['/:short_month/:long_month/:title', '/May/May/rain-in-may'],
    ['/:day/:y_day/:title/', '/18/138/rain-in-may/'],
    ['/:w_year/:week/:w_day/:title/', '/2022/20/3/rain-in-may/'],
    ['/:short_day/:long_day/:title/', '/Wed/Wednesday/rain-in-may/'],
    ['/:hour/:minute/:second/:title/', '/05/00/29/rain-in-may/'],
    ['/:categories/:title/', '/weather/north/rain-in-may/'],
    ['/:slugified_categories/:title/', '/weather/north/rain-in-may/'],
    ['/p/:year:month:day-:title', '/p/20220518-rain-in-may'],
    ['/:name/', '/2022-05-18-rain-in-may/'],
    ['/archive/:year-:month-:day.html', '/archive/2022-05-18.html'],
  ])('%s', (pattern, href) => {
    expect(archive(`permalink: ${pattern}`).leads(FROM, href)).toBe(RAIN);
  });

  test('a date is filed in the zone of the site, and where it was written', () => {
    const late = '_posts/2022-05-18-late.md';
    const site = archive('timezone: Asia/Shanghai\npermalink: /:year/:month/:day/:title/', {
      [late]: textOf('title: Late\ndate: 2022-05-18 23:30:00 -0500'),
    });
    expect(site.leads(FROM, '/2022/05/19/late/')).toBe(late);
    expect(site.leads(FROM, '/2022/05/18/late/')).toBe(late);
  });
});

describe('front matter and configuration beside the pattern', () => {
  const NOTE = '_posts/2020-01-02-note.md';
  test.each([
    ['permalink: /special/place/', '/special/place/'],
    ['permalink: /special/place.html', '/special/place.html'],
    ['permalink: /special/place.html', '/special/place'],
    ['permalink: /:categories/x/:title/', '/x/note/'],
    ['slug: other-name', '/2020/01/02/other-name.html'],
    ['redirect_from: /old/address/', '/old/address/'],
    ['redirect_from:\n  - /old/one.html\n  - /old/two/', '/old/two/'],
    ['permalink: /日记/第一篇/', '/%E6%97%A5%E8%AE%B0/%E7%AC%AC%E4%B8%80%E7%AF%87/'],
  ])('%s', (fields, href) => {
    const site = archive('', { [NOTE]: textOf(`title: Note\n${fields}`) });
    expect(site.leads(FROM, href)).toBe(NOTE);
  });

  test('front matter defaults give folders patterns of their own', () => {
    const site = archive(
      'defaults:\n  - scope:\n      path: _posts/en\n    values:\n      permalink: /en/:title/',
      { '_posts/en/2020-01-02-hello.md': textOf('title: Hello') },
    );
    expect(site.leads(FROM, '/en/hello/')).toBe('_posts/en/2020-01-02-hello.md');
  });

  test('collections have addresses of their own', () => {
    const recipes = {
      '_recipes/soup/onion.md': textOf('title: Onion'),
      '_docs/setup.md': textOf('title: Setup'),
    };
    const site = archive(
      'collections:\n  recipes:\n    output: true\n  docs:\n    output: true\n    permalink: /manual/:path/',
      recipes,
    );
    expect(site.leads(FROM, '/recipes/soup/onion.html')).toBe('_recipes/soup/onion.md');
    expect(site.leads(FROM, '/manual/setup/')).toBe('_docs/setup.md');
  });

  test('a site below a folder of its host', () => {
    const site = archive('baseurl: /blog\nurl: https://example.org\npermalink: pretty');
    const href = '/blog/weather/north/2022/05/18/rain-in-may/';
    expect(site.leads(FROM, href)).toBe(RAIN);
    expect(site.leads(FROM, `https://example.org${href}`)).toBe(RAIN);
    expect(site.leads(FROM, 'https://example.org/blog/')).toBe('list');
  });

  test('folders above _posts are categories of the address', () => {
    const site = archive('', { 'news/_posts/2020-03-04-tide.md': textOf('title: Tide') });
    expect(site.leads(FROM, '/news/2020/03/04/tide.html')).toBe('news/_posts/2020-03-04-tide.md');
  });

  test('the post_url and link tags name files', () => {
    const site = archive('');
    expect(site.leads(FROM, '2022-05-18-rain-in-may.md')).toBe(RAIN);
    expect(site.leads('about.md', '2022-05-18-rain-in-may.md')).toBe(RAIN);
    expect(site.leads(FROM, '/_posts/2022-05-18-rain-in-may.md#x')).toBe(`${RAIN}#x`);
    expect(site.leads(FROM, '/about.md')).toBe('about.md');
    expect(site.leads(FROM, '/about/')).toBe('about.md');
  });
});

describe('relative links', () => {
  test.each([
    ['2022-05-18-rain-in-may.md', RAIN],
    ['./2022-05-18-rain-in-may.md#a', `${RAIN}#a`],
    ['2022-05-18-rain-in-may', RAIN],
    ['2022-05-18-RAIN-in-may.MD', RAIN],
    ['../_posts/2022-05-18-rain-in-may.md', RAIN],
    ['..\\_posts\\2022-05-18-rain-in-may.md', RAIN],
    ['2022%2D05%2D18-rain%2Din%2Dmay.md', RAIN],
    ['../18/rain-in-may.html', RAIN],
    ['../../../2022/05/18/rain-in-may.html', RAIN],
    ['../about.md', 'about.md'],
    ['#part%20two', '#part two'],
    ['nothing/here.md', 'missing _posts/nothing/here.md'],
    ['mailto:desk@example.org', 'external mailto:desk@example.org'],
    [
      'https://elsewhere.example/2022/05/18/rain-in-may.html',
      'external https://elsewhere.example/2022/05/18/rain-in-may.html',
    ],
    ['//elsewhere.example/x', 'external https://elsewhere.example/x'],
    ['javascript:alert(1)', 'none'],
    ['file:///etc/passwd', 'none'],
    ['', 'none'],
  ])('%s', (href, where) => {
    expect(archive('permalink: /:year/:month/:day/:title.html').leads(FROM, href)).toBe(where);
  });
});

describe('pages that list posts', () => {
  test.each([
    ['/', 'list'],
    ['//site/', 'list'],
    ['/index.html', 'list'],
    ['https://example.org', 'list'],
    ['https://www.example.org/index.html', 'list'],
    ['/page/3/', 'list'],
    ['/blog/page2/', 'list'],
    ['/archives/', 'list'],
    ['//site/category/weather.html', 'list categories=weather'],
    ['//site/weather/', 'list categories=weather'],
    ['/categories/weather/', 'list categories=weather'],
    ['/categories/#weather', 'list categories=weather'],
    ['../weather/', 'list categories=weather'],
    ['/category/north/page/2/', 'list categories=north'],
    ['/tags/Front-End/', 'list tags=Front End'],
    ['/tag/front%20end.html', 'list tags=Front End'],
    ['/tags/', 'list'],
    ['/blog/tags/front-end/', 'list tags=Front End'],
    ['/2022/', 'list years=2022'],
    ['/2022/05/', 'list months=2022-05'],
    ['/2022/5', 'list months=2022-05'],
    ['/archives/2022/05/', 'list months=2022-05'],
    ['/2022/05/18/', 'list from=2022-05-18 to=2022-05-18'],
    ['/2022/13/', 'missing 2022/13'],
    ['/category/nowhere/', 'missing category/nowhere'],
  ])('%s', (href, where) => {
    const tagged = { '_posts/2021-01-01-tagged.md': textOf('title: Tagged\ntags: [Front End]') };
    const site = archive('url: https://example.org', tagged);
    expect(site.leads(FROM, href)).toBe(where);
  });

  test('a post whose address it is goes before the list', () => {
    const site = archive('', {
      '_posts/2021-01-01-x.md': textOf('title: X\npermalink: /category/weather/'),
    });
    expect(site.leads(FROM, '/category/weather/')).toBe('_posts/2021-01-01-x.md');
  });

  test('the host that closing lines call home counts as the site', () => {
    const body =
      'Text.\n\n[返回新华日报新闻](//news.example/category/weather.html)｜[返回首页](//news.example/)';
    const site = archive('', { '_posts/2021-01-01-y.md': textOf('title: Y', body) });
    expect(site.leads(FROM, 'https://news.example/category/weather.html')).toBe(
      'list categories=weather',
    );
    expect(site.leads(FROM, 'https://other.example/category/weather.html')).toMatch(/^external/u);
  });
});
