import type { Filters } from '../../../src/shared/model.ts';
import { literalTest, type OraclePost, type OracleQuery } from './oracle.ts';
import { parsedPost } from './archiveFixture.ts';

/** Numbers that are the same on every run (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  is(chance: number): boolean {
    return this.next() < chance;
  }

  pick<T>(values: readonly [T, ...T[]] | readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error('Nothing to pick from');
    return value;
  }
}

/** Pieces of text that meet each other in odd ways. */
const PIECES: readonly string[] = [
  '中国',
  '经济',
  '中国经济',
  '国',
  '据新华社',
  '半导体',
  'Ａ股',
  'A股市场',
  '5G',
  '５Ｇ网络',
  '年',
  '２０２２年',
  '2022',
  'AI',
  'ai',
  'email',
  'chain',
  'AI芯片',
  'Straße',
  'STRASSE',
  'ﬁnance',
  'finance',
  'naïve',
  'nai\u0308ve',
  'e\u0301',
  'é',
  'İstanbul',
  'ısı',
  'ΣΊΣΥΦΟΣ',
  'σίσυφος',
  'дом',
  'Дома',
  'カタカナ',
  'ｶﾀｶﾅ',
  'ガ',
  'か\u3099',
  'ひらがな',
  'サーバー',
  '한국어',
  '한국',
  '\u1112\u1161\u11ab\u1100\u116e\u11a8',
  'ㄱㅏ',
  'ภาษาไทย',
  'ไทย',
  'ກິນ',
  'ភាសា',
  'မြန်မာ',
  '𠮷野家',
  '𠮷',
  '👍🏽',
  '👨\u200d👩\u200d👧',
  'zero\u200bwidth',
  '零\u200b宽',
  '软\u00ad连',
  'soft\u00adhyphen',
  '\ufeff',
  '\u2060',
  '①',
  'Ⅳ',
  '㈱',
  '½',
  '…',
  '——',
  '3.5%',
  'C++',
  'C#',
  '.NET',
  'a-b',
  'a_b',
  'x²',
  'H₂O',
  '〇',
  '々',
  '人々',
  'x\u0301y',
  '\ud800',
  '\u0000',
  '\u00b4',
  '﷽',
  'http://a.cn/b?c=1',
  "it's",
  'it’s',
  'I',
  'e',
  '\u0345',
  'ᾳ',
  'क्षि',
  'नमस्ते',
  'שלום',
  'مرحبا',
  '１２３',
  '12',
  '3',
];
const SEPARATORS: readonly string[] = [
  '',
  '',
  '',
  '',
  ' ',
  ' ',
  '，',
  '。',
  '、',
  '\n',
  '  ',
  '\u3000',
  '\u00a0',
  ',',
  '-',
  '“',
  '”',
  '(',
  ')',
  '/',
  ':',
  '：',
  '!',
];

function randomText(random: Random, pieces: number): string {
  let text = '';
  for (let count = 0; count < pieces; count += 1)
    text += random.pick(PIECES) + random.pick(SEPARATORS);
  return text;
}

const SOURCES = ['新华日报', '证券时报', 'The Daily Post', 'Ａ报'];
const TAGS = ['新华', 'AI', 'ai tools', '5G', '芯片', 'C++', '한국'];
const CATEGORIES = ['finance', 'Tech', '财经'];

export function randomPosts(random: Random, howMany: number): OraclePost[] {
  return Array.from({ length: howMany }, (_, index) => {
    const day = random.is(0.1)
      ? null
      : `202${random.below(4)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
    const some = (values: readonly string[]): string[] => values.filter(() => random.is(0.3));
    return {
      path: `${random.pick(['a', 'B', 'posts', '新'])}/${index}.md`,
      isBookmarked: random.is(0.2),
      isRead: random.is(0.4),
      post: parsedPost({
        kind: random.is(0.05) ? 'page' : 'post',
        title: randomText(random, 1 + random.below(3)),
        text: randomText(random, random.below(25)),
        day,
        source: random.is(0.2) ? null : random.pick(SOURCES),
        tags: some(TAGS),
        categories: some(CATEGORIES),
        isDraft: random.is(0.1),
        hasImage: random.is(0.3),
        author: random.is(0.5) ? random.pick(['Ann Lee', '王小明']) : null,
        frontMatter: random.is(0.5)
          ? { lang: random.pick(['zh', 'en']), weight: random.below(3) }
          : {},
      }),
    };
  });
}

export function randomFilters(random: Random): Filters {
  const some = (values: readonly string[]): string[] =>
    random.is(0.25) ? values.filter(() => random.is(0.4)) : [];
  const hasSpan = random.is(0.2);
  return {
    list: random.pick(['all', 'all', 'all', 'unread', 'bookmarked'] as const),
    sources: some(SOURCES),
    categories: some(CATEGORIES),
    tags: some(TAGS),
    from: hasSpan && random.is(0.7) ? random.pick(['2020-03', '2021-06-15', '2022-02']) : null,
    to: hasSpan && random.is(0.7) ? random.pick(['2021-06', '2022-02-10', '2023-01']) : null,
  };
}

export function randomQuery(random: Random, posts: readonly OraclePost[], depth = 0): OracleQuery {
  const choice = random.next();
  if (depth < 3 && choice < 0.18) {
    const parts = Array.from({ length: 2 + random.below(2) }, () =>
      randomQuery(random, posts, depth + 1),
    );
    return {
      typed: parts.map((part) => part.typed).join(random.pick([' ', '\u3000'])),
      matches: (each) => parts.every((part) => part.matches(each)),
    };
  }
  if (depth < 3 && choice < 0.3) {
    const parts = [randomQuery(random, posts, 3), randomQuery(random, posts, 3)];
    const typed = `(${parts.map((part) => part.typed).join(random.pick([' OR ', ' | ']))})`;
    return { typed, matches: (each) => parts.some((part) => part.matches(each)) };
  }
  if (choice < 0.4) {
    const part = randomQuery(random, posts, 3);
    // A group keeps a term that begins with a minus from being negated twice.
    const typed = random.pick([`-(${part.typed})`, `NOT (${part.typed})`]);
    return { typed, matches: (each) => !part.matches(each) };
  }
  if (choice < 0.6) return fieldQuery(random);
  return termQuery(random, posts);
}

function fieldQuery(random: Random): OracleQuery {
  const part = random.pick([
    '新华',
    '新',
    'AI',
    'ai',
    'post',
    'Daily',
    'tool',
    'C',
    '报',
    '5g',
    '한',
    'Ann',
    '明',
    'fin',
    '财',
  ]);
  const test = literalTest(part, false);
  const bound = random.pick(['2020', '2021-06', '2022-02-10']);
  const choices: readonly OracleQuery[] = [
    { typed: `tag:${part}`, matches: ({ post }) => post.tags.some(test) },
    { typed: `source:"${part}"`, matches: ({ post }) => post.source !== null && test(post.source) },
    {
      typed: `category:(${part} OR tech)`,
      matches: ({ post }) =>
        post.categories.some((value) => test(value) || literalTest('tech', false)(value)),
    },
    { typed: `author:${part}`, matches: ({ post }) => post.author !== null && test(post.author) },
    { typed: `title:${part}`, matches: ({ post }) => test(post.title) },
    { typed: `body:${part}`, matches: ({ post }) => test(post.text) },
    { typed: 'path:b/', matches: ({ path }) => path.toLowerCase().includes('b/') },
    { typed: 'tag:*', matches: ({ post }) => post.tags.length > 0 },
    { typed: 'date:*', matches: ({ post }) => post.day !== null },
    { typed: 'is:read', matches: ({ isRead }) => isRead },
    { typed: 'is:bookmarked', matches: ({ isBookmarked }) => isBookmarked },
    { typed: 'is:draft', matches: ({ post }) => post.isDraft },
    { typed: 'has:image', matches: ({ post }) => post.hasImage },
    {
      typed: `date:${bound}`,
      matches: ({ post }) => post.day !== null && post.day.startsWith(bound),
    },
    { typed: `after:${bound}`, matches: ({ post }) => post.day !== null && post.day >= bound },
    { typed: `before:${bound}`, matches: ({ post }) => post.day !== null && post.day < bound },
    {
      typed: `date:2020-05..${bound}`,
      matches: ({ post }) =>
        post.day !== null && post.day >= '2020-05' && post.day.slice(0, bound.length) <= bound,
    },
    { typed: '[lang:zh]', matches: ({ post }) => post.frontMatter['lang'] === 'zh' },
    { typed: '[weight]', matches: ({ post }) => 'weight' in post.frontMatter },
  ];
  return random.pick(choices);
}

function termQuery(random: Random, posts: readonly OraclePost[]): OracleQuery {
  const text = random.is(0.75) ? pieceOf(random, random.pick(posts)) : randomText(random, 1);
  const term = text.trim();
  const isPrefix = random.is(0.1);
  const typed = typedTerm(term, isPrefix);
  if (typed === null) return termQuery(random, posts);
  const test = literalTest(term, isPrefix);
  return { typed, matches: ({ post }) => test(post.title) || test(post.text) };
}

/** One to eight characters somewhere in a post. */
function pieceOf(random: Random, { post }: OraclePost): string {
  const characters = Array.from(random.is(0.3) ? post.title : post.text);
  const start = random.below(Math.max(1, characters.length));
  return characters.slice(start, start + 1 + random.below(8)).join('');
}

/** The term as one types it: bare where nothing in it is syntax, else in quotes; null where neither can be. */
function typedTerm(term: string, isPrefix: boolean): string | null {
  // A term of nothing but ignorable characters asks for nothing, in whatever way it is typed.
  if (term.replaceAll(/[\p{DI}\p{White_Space}]/gu, '') === '') return null;
  const star = isPrefix ? '*' : '';
  const isBare =
    /^[^\s\p{White_Space}()"“”「」[\]|*:：-][^\s\p{White_Space}()"“”「」*:：]*$/u.test(term) &&
    term !== 'OR' &&
    term !== 'NOT';
  if (isBare) return term + star;
  if (!term.includes('"')) return `"${term}"${star}`;
  return /[“”]/.test(term) ? null : `“${term}”${star}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
