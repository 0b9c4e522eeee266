import { describe, expect, test } from 'vitest';
import { type ScoreRequest, scorePosts, type TermHits } from '../../../src/core/search/ranking.ts';
import { closeLooks, rerank } from '../../../src/core/search/rerank.ts';
import { parseQuery } from '../../../src/shared/query/parseQuery.ts';
import { findTermRanges } from '../../../src/shared/text/matchText.ts';

interface TestPost {
  readonly title?: string;
  readonly text?: string;
  /** Months counted from any month on; 0 = undated. */
  readonly month?: number;
}

const filler = (characters: number): string => '天气晴好。'.repeat(Math.ceil(characters / 5));

const lengthOf = (text: string): number => text.replaceAll(/\s/g, '').length;

const mean = (lengths: ArrayLike<number>): number =>
  Array.from(lengths).reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);

/** A request over posts in memory; row numbers are places in the list. */
function request(query: string, posts: readonly TestPost[]): ScoreRequest {
  const titleLengths = Uint16Array.from(posts, ({ title = '' }) => lengthOf(title));
  const bodyLengths = Uint32Array.from(posts, ({ text = '' }) => lengthOf(text));
  const months = Uint32Array.from(posts, ({ month = 0 }) => month);
  const hits: ScoreRequest['hits'] = (term, scope): TermHits => {
    const count = (text: string): number => findTermRanges(text, [term]).length;
    const found = posts
      .map(({ title = '', text = '' }, post) => ({
        post,
        title: scope === 'body' ? 0 : count(title),
        body: scope === 'title' ? 0 : count(text),
      }))
      .filter(({ title, body }) => title + body > 0);
    return {
      posts: Uint32Array.from(found, ({ post }) => post),
      title: Uint16Array.from(found, ({ title }) => title),
      body: Uint16Array.from(found, ({ body }) => body),
    };
  };
  return {
    node: parseQuery(query).node,
    rows: Uint32Array.from(posts.keys()),
    hits,
    columns: { titleLengths, bodyLengths, months },
    facts: {
      postCount: posts.length,
      meanTitleLength: mean(titleLengths),
      meanBodyLength: mean(bodyLengths),
      newestMonth: Math.max(0, ...months),
    },
  };
}

const byCounts = (query: string, posts: readonly TestPost[]): readonly number[] => {
  const scores = scorePosts(request(query, posts));
  return [...posts.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
};

/** Posts that were equal by their counts, in the order of their places. */
const byPlaces = (query: string, posts: readonly TestPost[]): readonly number[] => [
  ...rerank({
    node: parseQuery(query).node,
    head: Uint32Array.from(posts.keys()),
    scoreOf: () => 1,
    textOf: (post) => ({ title: posts[post]?.title ?? '', text: posts[post]?.text ?? '' }),
  }),
];

describe('scores by counts', () => {
  test('a title with the term stands before a text with it, however often', () => {
    const posts = [
      { text: `灯塔${filler(100)}灯塔${filler(100)}灯塔${filler(100)}灯塔${filler(100)}灯塔` },
      { title: '守灯塔的人', text: filler(900) },
    ];
    expect(byCounts('灯塔', posts)).toEqual([1, 0]);
  });

  test('of titles with the term the one stands first that is nothing else', () => {
    const posts = [
      { title: '夜里听潮声的三个老人与一条船', text: filler(200) },
      { title: '潮声', text: filler(200) },
    ];
    expect(byCounts('潮声', posts)).toEqual([1, 0]);
  });

  test('more occurrences and shorter texts count more, in prose', () => {
    const posts = [
      { text: `灯塔${filler(400)}` },
      { text: `灯塔${filler(200)}灯塔${filler(200)}` },
      { text: `灯塔${filler(2_000)}` },
    ];
    expect(byCounts('灯塔', posts)).toEqual([1, 0, 2]);
  });

  test('a list of nothing but the term counts less than prose about it', () => {
    const posts = [
      { text: '灯塔 灯塔 灯塔 灯塔 灯塔 灯塔 灯塔 灯塔 灯塔 灯塔 灯塔 灯塔' },
      { text: `灯塔${filler(60)}灯塔${filler(60)}灯塔` },
    ];
    expect(byCounts('灯塔', posts)).toEqual([1, 0]);
  });

  test('the rare term of a query counts more than the common one', () => {
    const posts = [
      { text: `街坊${filler(40)}街坊${filler(40)}街坊${filler(40)}硝石${filler(40)}` },
      { text: `街坊${filler(40)}硝石${filler(40)}硝石${filler(40)}硝石${filler(40)}` },
      ...Array.from({ length: 20 }, () => ({ text: `街坊${filler(40)}` })),
    ];
    expect(byCounts('街坊 硝石', posts).slice(0, 2)).toEqual([1, 0]);
  });

  test('both words for one thing are worth no more than one of them', () => {
    const posts = [{ text: `土豆${filler(90)}` }, { text: `土豆${filler(86)}马铃薯` }];
    const [one = 0, both = 0] = scorePosts(request('土豆 OR 马铃薯', posts));
    expect(both).toBeLessThanOrEqual(one * 1.01);
    expect(both).toBeGreaterThan(0);
  });

  test('a term typed twice counts like one typed once', () => {
    const posts = [{ text: `灯塔${filler(90)}潮汐` }, { text: `灯塔${filler(90)}潮汐潮汐` }];
    expect(scorePosts(request('灯塔 潮汐 灯塔', posts))).toEqual(
      scorePosts(request('灯塔 潮汐', posts)),
    );
  });

  test('the newer of two equal posts stands first, but never before a better one', () => {
    const posts = [
      { title: '开茶节', text: filler(100), month: 24_000 },
      { title: '开茶节', text: filler(100), month: 24_100 },
      { text: `开茶节${filler(100)}`, month: 24_120 },
      { title: '开茶节', text: filler(100), month: 0 },
    ];
    expect(byCounts('开茶节', posts)).toEqual([1, 0, 3, 2]);
  });

  test('a field counts only what stands in it', () => {
    const posts = [
      { title: '潮汐表', text: filler(50) },
      { title: '海图与星图', text: `潮汐${filler(20)}潮汐${filler(20)}` },
    ];
    const inTitle = scorePosts(request('title:潮汐', posts));
    const inBody = scorePosts(request('body:潮汐', posts));
    expect([inTitle[0] === 0, inTitle[1]]).toEqual([false, 0]);
    expect([inBody[0], inBody[1] === 0]).toEqual([0, false]);
  });

  test('only rows asked for are scored, whatever else the index finds', () => {
    const posts = [{ text: '灯塔。' }, { title: '灯塔', text: filler(20) }, { text: '灯塔。' }];
    const whole = request('灯塔', posts);
    const scores = scorePosts({ ...whole, rows: Uint32Array.from([1]) });
    expect([...scores]).toEqual([scorePosts(whole)[1]]);
    // As many rows as hits, the first and last of them alike, and yet others.
    const others = { ...whole, rows: Uint32Array.from([0, 2]), hits: () => hitsAt([0, 1]) };
    expect(scorePosts(others)[1]).toBe(0);
  });

  test('scores are finite and not negative for odd queries and empty texts', () => {
    const posts = [{}, { title: '，' }, { text: 'a' }];
    for (const query of ['-灯塔', 'is:draft', '，', 'a OR a', 'NOT (a b)', '', 'a '.repeat(300)]) {
      const scores = scorePosts(request(query, posts));
      expect(scores.length).toBe(posts.length);
      expect([...scores].every((score) => Number.isFinite(score) && score >= 0)).toBe(true);
    }
  });
});

function hitsAt(posts: readonly number[]): TermHits {
  return {
    posts: Uint32Array.from(posts),
    title: new Uint16Array(posts.length),
    body: new Uint16Array(posts.length).fill(1),
  };
}

describe('order by places', () => {
  test('terms in one sentence stand before terms far apart', () => {
    const posts = [
      { text: `台风${filler(200)}停课${filler(60)}` },
      { text: `${filler(120)}台风将至，各校停课。${filler(140)}` },
    ];
    expect(byPlaces('台风 停课', posts)).toEqual([1, 0]);
  });

  test('terms that form a phrase stand before terms in one sentence; in the order typed before the other one', () => {
    const posts = [
      { text: `${filler(40)}码头的人还不知道要改制。${filler(90)}` },
      { text: `${filler(40)}改制码头一处。${filler(90)}` },
      { text: `${filler(40)}码头改制一事。${filler(90)}` },
    ];
    expect(byPlaces('码头 改制', posts)).toEqual([2, 1, 0]);
  });

  test('of three terms all together stand before two of them', () => {
    const posts = [
      { text: `${filler(60)}山火航拍。${filler(120)}测距${filler(60)}` },
      { text: `${filler(60)}山火航拍测距。${filler(180)}` },
    ];
    expect(byPlaces('山火 航拍 测距', posts)).toEqual([1, 0]);
  });

  test('the lead stands before the middle, and that before the last line', () => {
    const posts = [
      { text: `${filler(300)}（观星社协办）` },
      { text: `${filler(150)}观星社上山。${filler(150)}` },
      { text: `观星社上山。${filler(300)}` },
    ];
    expect(byPlaces('观星社', posts)).toEqual([2, 1, 0]);
  });

  test('a word stands before characters that meet by chance, in texts and titles', () => {
    const posts = [
      { title: '河南昌盛公司来访', text: `${filler(100)}河南昌盛公司派人来看。${filler(100)}` },
      { title: '天气晴好的一天', text: `${filler(100)}他在南昌住过两年。${filler(100)}` },
    ];
    expect(byPlaces('南昌', posts)).toEqual([1, 0]);
  });

  test('an acronym in capitals stands before the word in small letters; typed small, either will do', () => {
    const posts = [
      { text: `${filler(60)}an arm of the sea${filler(60)}` },
      { text: `${filler(60)}an ARM of the new kind${filler(60)}` },
    ];
    expect(byPlaces('ARM', posts)).toEqual([1, 0]);
    expect(byPlaces('arm', posts)).toEqual([0, 1]);
  });

  test('finds places in Traditional and full-width text as well', () => {
    const posts = [
      { text: `${filler(160)}電腦${filler(100)}ＡＩ停課。` },
      { text: `${filler(160)}臺灣電腦ＡＩ停課。${filler(100)}` },
    ];
    expect(byPlaces('电脑 停课', posts)).toEqual([1, 0]);
    expect(byPlaces('电脑 ai', posts)).toEqual([1, 0]);
    expect(byPlaces('電腦 停课', posts)).toEqual([1, 0]);
  });

  test('equal posts keep the order they come in; each comes out once', () => {
    const posts = Array.from({ length: 30 }, () => ({ text: `灯塔${filler(50)}` }));
    expect(byPlaces('灯塔', posts)).toEqual([...posts.keys()]);
  });

  test('nothing is looked at where a query has no terms; texts of any size and queries of any length are', () => {
    expect(closeLooks(parseQuery('is:draft -灯塔').node)).toBe(0);
    expect(closeLooks(parseQuery('灯塔').node)).toBeGreaterThan(0);
    const posts = [{ text: '灯塔'.repeat(200_000) }, { text: '' }, { title: '灯塔' }];
    const words = Array.from({ length: 400 }, (_, at) => `灯塔${at}`).join(' ');
    expect(new Set(byPlaces(`灯塔 ${words}`, posts))).toEqual(new Set([0, 1, 2]));
  });
});
