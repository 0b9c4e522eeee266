import { describe, expect, it } from 'vitest';
import { readPageFacts } from '../../../src/core/post/htmlPage.ts';

const linked = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (name: string, content: string): string =>
  `<meta name="${name}" content="${content}">`;
const property = (name: string, content: string): string =>
  `<meta property="${name}" content="${content}">`;

describe('the date of a page', () => {
  it.each([
    [
      'Open Graph',
      property('article:published_time', '2019-04-05T06:07:08+02:00'),
      '2019-04-05T06:07:08+02:00',
    ],
    ['Highwire', meta('citation_publication_date', '2019/04/05'), '2019/04/05'],
    ['Highwire online', meta('citation_online_date', '2019/04/05'), '2019/04/05'],
    ['Dublin Core', meta('DC.date', '2019-04-05'), '2019-04-05'],
    ['Dublin Core issued', meta('DC.Date.Issued', '2019-04-05'), '2019-04-05'],
    ['Dublin Core terms', meta('dcterms.created', '2019-04-05'), '2019-04-05'],
    ['a plain date', meta('date', '2019-04-05'), '2019-04-05'],
    ['pubdate', meta('pubdate', '2019-04-05 06:07'), '2019-04-05 06:07'],
    ['publishdate', meta('PublishDate', '2019-04-05'), '2019-04-05'],
    ['Parsely', meta('parsely-pub-date', '2019-04-05T06:07:08Z'), '2019-04-05T06:07:08Z'],
    ['Sailthru', meta('sailthru.date', '2019-04-05'), '2019-04-05'],
    ['schema.org in meta', '<meta itemprop="datePublished" content="2019-04-05">', '2019-04-05'],
    ['a Chinese date', meta('publishdate', '2019年4月5日'), '2019年4月5日'],
    ['linked data', linked({ '@type': 'NewsArticle', datePublished: '2019-04-05' }), '2019-04-05'],
    [
      'a graph',
      linked({
        '@graph': [
          { '@type': 'WebSite' },
          { '@type': ['Thing', 'BlogPosting'], datePublished: '2019-04-05' },
        ],
      }),
      '2019-04-05',
    ],
    [
      'a list',
      linked([{ '@type': 'Organization' }, { '@type': 'Article', datePublished: '2019-04-05' }]),
      '2019-04-05',
    ],
    [
      'an article before its page',
      linked([
        { '@type': 'WebPage', datePublished: '2001-01-01' },
        { '@type': 'Article', datePublished: '2019-04-05' },
      ]),
      '2019-04-05',
    ],
    [
      'linked data in a comment',
      '<script type="application/ld+json"><!-- {"@type":"Article","datePublished":"2019-04-05"} --></script>',
      '2019-04-05',
    ],
    ['a time element', '<time datetime="2019-04-05">5 April</time>', '2019-04-05'],
    [
      'the time of publication, not of change',
      '<time class="updated" datetime="2020-01-01"></time><time class="entry-date" datetime="2019-04-05"></time>',
      '2019-04-05',
    ],
    [
      'pubdate of a time element',
      '<time datetime="2020-01-01"></time><time pubdate datetime="2019-04-05"></time>',
      '2019-04-05',
    ],
    [
      'the first that is a date',
      meta('article:published_time', 'soon') + meta('date', '2019-04-05'),
      '2019-04-05',
    ],
    [
      'publication before the day of the crawl',
      meta('date', '2021-01-01') + property('article:published_time', '2019-04-05'),
      '2019-04-05',
    ],
    ['what is no date, for the reader to be told', meta('date', 'soon'), 'soon'],
    ['nothing', meta('viewport', 'width=device-width'), null],
    ['an empty content', meta('date', '  '), null],
    [
      'broken linked data',
      '<script type="application/ld+json">{"@type": "Article", </script>',
      null,
    ],
    ['numbers in linked data', linked({ '@type': 'Article', datePublished: 20190405 }), null],
    ['other scripts', '<script>var datePublished = "2019-04-05"</script>', null],
  ])('%s', (_name, html, date) => {
    expect(readPageFacts(`<html><head>${html}</head>`).date).toBe(date);
  });
});

describe('other facts of a page', () => {
  it.each([
    ['title', '<title>The\n  Tide</title>', 'The Tide'],
    ['title', '<svg><title>icon</title></svg><title>Tide</title>', 'Tide'],
    ['title', '<title></title><meta property="og:title" content="Tide">', 'Tide'],
    ['title', linked({ '@type': 'Article', headline: 'Tide' }), 'Tide'],
    ['title', '<title>Tide &amp; Time &lt;b&gt;</title>', 'Tide & Time <b>'],
    ['title', '<title>Tide</title><title>Second</title>', 'Tide'],
    ['author', meta('author', 'Ann'), 'Ann'],
    ['author', meta('Author', ' Ann  Quay '), 'Ann Quay'],
    [
      'author',
      meta('citation_author', 'Quay, Ann') + meta('citation_author', 'Pier, Bo'),
      'Quay, Ann, Pier, Bo',
    ],
    ['author', meta('dc.creator', 'Ann'), 'Ann'],
    ['author', property('article:author', 'https://a.example/ann'), null],
    ['author', meta('twitter:creator', '@ann'), 'ann'],
    ['author', linked({ '@type': 'Article', author: { '@type': 'Person', name: 'Ann' } }), 'Ann'],
    [
      'author',
      linked({ '@type': 'Article', author: [{ name: 'Ann' }, { name: 'Bo' }] }),
      'Ann, Bo',
    ],
    ['author', linked({ '@type': 'Article', author: 'Ann' }), 'Ann'],
    ['source', property('og:site_name', 'Harbour News'), 'Harbour News'],
    ['source', linked({ '@type': 'Article', publisher: { name: 'Harbour News' } }), 'Harbour News'],
    ['source', meta('citation_journal_title', 'Tides'), 'Tides'],
    ['keywords', meta('keywords', 'sea, boats'), 'sea, boats'],
    ['keywords', property('article:tag', 'sea') + property('article:tag', 'boats'), 'sea, boats'],
    ['keywords', linked({ '@type': 'Article', keywords: ['sea', 'boats'] }), 'sea, boats'],
    ['url', '<link rel="canonical" href="https://a.example/t">', 'https://a.example/t'],
    ['url', property('og:url', 'https://a.example/t'), 'https://a.example/t'],
    ['url', linked({ '@type': 'Article', url: 'https://a.example/t' }), 'https://a.example/t'],
  ] as const)('%s of %s', (fact, html, value) => {
    expect(readPageFacts(`<html><head>${html}</head>`)[fact]).toBe(value);
  });

  it('does not take what an object inherits for what a page says', () => {
    const html = linked({ '@type': 'Article' }).replace('}', ',"__proto__":{"headline":"no"}}');
    expect(readPageFacts(html).title).toBeNull();
  });
});
