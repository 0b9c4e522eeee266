import type { Random } from '../../support/random.ts';
import type { OraclePost } from './oracle.ts';
import { literalTest, normalise } from './oracleText.ts';
import { AUTHORS, CATEGORIES, dayBeforeToday, SOURCES, TAGS } from './randomPosts.ts';
import type { Part } from './queryParts.ts';
import type { QuerySource } from './randomQueries.ts';

type Matches = Part['matches'];

const fact = (typed: string, matches: Matches): Part => ({
  level: 'primary',
  typed,
  matches,
  positive: [],
  negative: [],
});

/** One part of a query that asks for something else than words. */
export function fieldQuery(random: Random, source: QuerySource): Part {
  const choice = random.next();
  if (choice < 0.4) return valueQuery(random, source.keepsVariants === true);
  if (choice < 0.5)
    return addressQuery(random, random.pick(source.posts), source.keepsVariants === true);
  if (choice < 0.75) return dateQuery(random);
  if (choice < 0.8) return wholeArchiveQuery(random, source);
  return random.pick(FACTS);
}

/** What is true of a post by what stands beside it in the archive, or in the reader's library. */
function wholeArchiveQuery(random: Random, { posts, keepsVariants = false }: QuerySource): Part {
  const others = posts.filter(({ post }) => post.kind === 'post');
  const isDuplicate = (each: OraclePost): boolean =>
    each.post.kind === 'post' &&
    others.some(
      (other) =>
        other.path !== each.path &&
        (other.contentHash === each.contentHash ||
          (other.post.sourceId ?? '') === (each.post.sourceId ?? each.path)),
    );
  const note = random.pick(['check', '查证', '證', 'Ask', '的']);
  const test = literalTest({ text: note, isPrefix: false, keepsVariants });
  return random.pick<Part>([
    fact('is:duplicate', isDuplicate),
    fact('is:problem', ({ hasProblem }) => hasProblem),
    fact('has:note', ({ notes }) => notes.length > 0),
    fact('note:*', ({ notes }) => notes.length > 0),
    fact('has:highlight', ({ quotes }) => quotes.length > 0),
    fact('highlight:*', ({ quotes }) => quotes.length > 0),
    fact('highlight:关键词', ({ quotes }) => quotes.some((quote) => quote.includes('关键词'))),
    fact('label:*', ({ labels, isBookmarked }) => isBookmarked && labels.length > 0),
    fact('label:ai', ({ labels, isBookmarked }) => isBookmarked && labels.includes('AI')),
    fact(
      'label:"to read"',
      ({ labels, isBookmarked }) => isBookmarked && labels.includes('to read'),
    ),
    fact(`note:${note}`, ({ notes }) => notes.some(test)),
  ]);
}

const FACTS: readonly Part[] = [
  fact('tag:*', ({ post }) => post.tags.length > 0),
  fact('category:*', ({ post }) => post.categories.length > 0),
  fact('source:*', ({ post }) => post.source !== null),
  fact('author:*', ({ post }) => post.author !== null),
  fact('url:*', ({ post }) => post.url !== null),
  fact('title:*', ({ post }) => post.title !== ''),
  fact('date:*', ({ post }) => post.day !== null),
  fact('is:read', ({ isRead }) => isRead),
  fact('is:unread', ({ isRead }) => !isRead),
  fact('is:bookmarked', ({ isBookmarked }) => isBookmarked),
  fact('IS:Draft', ({ post }) => post.isDraft),
  fact('has:image', ({ post }) => post.hasImage),
  fact('has:code', ({ post }) => post.hasCode),
  fact('has:table', ({ post }) => post.hasTable),
  fact('[lang:zh]', ({ post }) => post.frontMatter['lang'] === 'zh'),
  fact('[LANG：zh]', ({ post }) => post.frontMatter['lang'] === 'zh'),
  fact('[weight]', ({ post }) => 'Weight' in post.frontMatter),
  fact('[weight:2]', ({ post }) => post.frontMatter['Weight'] === 2),
  fact('[list:a12]', ({ post }) => 'list' in post.frontMatter),
  fact('[list:a1]', () => false),
];

const VALUES: Readonly<Record<string, (each: OraclePost) => readonly string[]>> = {
  tag: ({ post }) => post.tags,
  category: ({ post }) => post.categories,
  source: ({ post }) => (post.source === null ? [] : [post.source]),
  author: ({ post }) => (post.author === null ? [] : [post.author]),
};

const WHOLE_VALUES: readonly string[] = [...SOURCES, ...TAGS, ...CATEGORIES, ...AUTHORS];

/** A piece of a value, by the rule for text. */
function valueQuery(random: Random, keepsVariants: boolean): Part {
  const field = random.pick(Object.keys(VALUES));
  const valuesOf = VALUES[field] ?? (() => []);
  const term = (): { typed: string; test: (value: string) => boolean } => {
    const characters = Array.from(random.pick(WHOLE_VALUES));
    const start = random.is(0.6) ? 0 : random.below(characters.length);
    const cut = characters.slice(start, start + 1 + random.below(5)).join('');
    const piece = cut.trim() === '' ? 'ai' : cut.trim();
    const isPrefix = random.is(0.15);
    const typed = random.is(0.5) || /\s/.test(piece) ? `"${piece}"` : piece;
    return {
      typed: isPrefix ? `${typed}*` : typed,
      test: literalTest({ text: piece, isPrefix, keepsVariants }),
    };
  };
  const one = term();
  const colon = random.pick([':', ':', '：']);
  if (random.is(0.7)) {
    return fact(field + colon + one.typed, (each) => valuesOf(each).some(one.test));
  }
  const other = term();
  const either = random.is(0.5);
  return fact(`${field}${colon}(${one.typed}${either ? ' OR ' : ' '}${other.typed})`, (each) => {
    const [first, second] = [valuesOf(each).some(one.test), valuesOf(each).some(other.test)];
    return either ? first || second : first && second;
  });
}

/** A piece of a path or address, without boundaries. */
function addressQuery(random: Random, { path, post }: OraclePost, keepsVariants: boolean): Part {
  const isPath = post.url === null || random.is(0.6);
  const characters = Array.from(isPath ? path : (post.url ?? '').replace('https://', ''));
  const start = random.below(characters.length);
  const piece = characters.slice(start, start + 1 + random.below(6)).join('');
  const part = normalise(piece, keepsVariants);
  return isPath
    ? fact(`path:"${piece}"`, (each) => normalise(each.path, keepsVariants).includes(part))
    : fact(`url:"${piece}"`, (each) =>
        normalise(each.post.url ?? '', keepsVariants).includes(part),
      );
}

const BOUNDS = ['2020', '2021', '2021-06', '2022-02', '2022-02-10', '2021-12-31'] as const;

/** A date as people write it; with all of these a plain comparison of texts decides. */
function dateQuery(random: Random): Part {
  const bound = random.pick(BOUNDS);
  const other = random.pick(BOUNDS);
  const days = random.pick([1, 7, 30, 400]);
  const [today, first] = [dayBeforeToday(0), dayBeforeToday(days)];
  const onDay = (typed: string, test: (day: string) => boolean): Part =>
    fact(typed, ({ post }) => post.day !== null && test(post.day));
  const upTo = (day: string, last: string): boolean => day.slice(0, last.length) <= last;
  return random.pick<Part>([
    onDay(`date:${written(random, bound)}`, (day) => day.startsWith(bound)),
    onDay(`date:"${bound}"`, (day) => day.startsWith(bound)),
    onDay(`after:${written(random, bound)}`, (day) => day >= bound),
    onDay(`before:${bound}`, (day) => day < bound),
    onDay(`date:>=${bound}`, (day) => day >= bound),
    onDay(`date:>${bound}`, (day) => !upTo(day, bound)),
    onDay(`date:<=${bound}`, (day) => upTo(day, bound)),
    onDay(`date:<${written(random, bound)}`, (day) => day < bound),
    onDay(`date:${bound}..${other}`, (day) => day >= bound && upTo(day, other)),
    onDay(`date:..${other}`, (day) => upTo(day, other)),
    onDay(`date:${bound}..`, (day) => day >= bound),
    onDay(`date:${days}d`, (day) => day >= first && day <= today),
    onDay('date:3m', (day) => day >= monthsBefore(today, 3) && day <= today),
    onDay('date:1y', (day) => day >= monthsBefore(today, 12) && day <= today),
  ]);
}

/** `2022-02-10`, `20220210` or `2022/2/10`. */
function written(random: Random, date: string): string {
  if (date.length < 5 || random.is(0.6)) return date;
  return random.is(0.5) ? date.replaceAll('-', '') : date.replaceAll(/-0?/g, '/');
}

/** The same day so many months earlier; the 31st of a shorter month stands after all its days. */
function monthsBefore(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const month = String((count % 12) + 1).padStart(2, '0');
  return `${Math.floor(count / 12)}-${month}${day.slice(7)}`;
}
