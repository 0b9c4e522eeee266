import type { Filters } from '../../../src/shared/searchModel.ts';
import type { Random } from '../../support/random.ts';
import { parsedPost } from './archiveFixture.ts';
import type { OraclePost } from './oracle.ts';
import { type FlavourName, randomText } from './randomTexts.ts';

/** Facet values that are much like one another. */
export const SOURCES = ['新华日报', '证券时报', 'The Daily Post', 'Ａ报', 'A报'] as const;
export const TAGS = ['新华', 'AI', 'ai', 'ai tools', '5G', '芯片', 'C++', '한국', '経済'] as const;
export const CATEGORIES = ['finance', 'Tech', '财经', '财'] as const;
export const AUTHORS = ['Ann Lee', '王小明', 'ann'] as const;

/** Labels of bookmarks. */
const LABELS = ['to read', '新聞/調查', 'AI', '芯片'] as const;

const STATES = ['bookmarked', 'unread', 'read', 'draft'] as const;

/** The calendar day so many days before today on this computer, `YYYY-MM-DD`. */
export function dayBeforeToday(days: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - days))
    .toISOString()
    .slice(0, 10);
}

function randomDay(random: Random): string | null {
  if (random.is(0.1)) return null;
  if (random.is(0.15)) return dayBeforeToday(random.below(900) - 20);
  return `202${random.below(4)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}

/** What a reader did with a post. */
type ReadersMarks = Pick<OraclePost, 'isBookmarked' | 'isRead' | 'notes' | 'quotes' | 'labels'>;

/** What the reader of the archive did with a post: the same for a path whenever it is asked. */
export function marksOfPath(path: string): ReadersMarks {
  let hash = 7;
  for (const character of path) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return {
    isBookmarked: hash % 5 === 0,
    isRead: hash % 7 < 3,
    quotes: hash % 11 < 2 ? ['the 关键词 of it', '來源'].slice(hash % 2) : [],
    labels: hash % 3 === 0 ? LABELS.slice(hash % 4) : [],
    notes: hash % 13 < 2 ? ['To check: 查证来源', 'ask Ann'].slice(hash % 2) : [],
  };
}

/** A post at a path. */
export function randomPost(random: Random, path: string, flavour: FlavourName): OraclePost {
  const day = randomDay(random);
  const seconds = random.below(86_400);
  return {
    path,
    ...marksOfPath(path),
    contentHash: `h${random.below(60)}`,
    hasProblem: false,
    post: parsedPost({
      sourceId: random.is(0.3) ? `id${random.below(40)}` : null,
      kind: random.is(0.05) ? 'page' : 'post',
      title: random.is(0.05) ? '' : randomText(random, flavour, 1 + random.below(3)),
      text: randomText(random, flavour, random.is(0.05) ? 0 : random.below(random.pick([12, 40]))),
      day,
      wallMs:
        day === null ? null : Date.parse(`${day}T00:00:00Z`) + random.pick([0, seconds]) * 1e3,
      source: random.is(0.2) ? null : random.pick(SOURCES),
      tags: random.some(TAGS, 0.25),
      categories: random.some(CATEGORIES, 0.3),
      isDraft: random.is(0.1),
      hasImage: random.is(0.3),
      hasCode: random.is(0.2),
      hasTable: random.is(0.2),
      author: random.is(0.5) ? random.pick(AUTHORS) : null,
      url: random.is(0.3) ? `https://a.example/${random.pick(['News', '新闻'])}/${path}` : null,
      frontMatter: random.is(0.5)
        ? { lang: random.pick(['zh', 'en']), Weight: random.below(3), list: [{ deep: 'Ａ12' }] }
        : {},
    }),
  };
}

/** An archive; odd paths, so that their order by bytes differs from that by code units. */
export function randomPosts(random: Random, howMany: number, flavour: FlavourName): OraclePost[] {
  return Array.from({ length: howMany }, (_, index) =>
    randomPost(random, `${random.pick(['a', 'B', 'posts', '新', 'ﬁ', '𠮷'])}/${index}.md`, flavour),
  );
}

export function randomFilters(random: Random): Filters {
  const chosen = (values: readonly string[]): string[] =>
    random.is(0.25) ? random.some(values, 0.4) : [];
  const hasSpan = random.is(0.2);
  const months = ['2020-01', '2021-06', '2022-02', '2023-12'];
  return {
    list: random.pick(['all', 'all', 'all', 'unread', 'bookmarked', 'highlighted'] as const),
    states: random.is(0.15) ? random.some(STATES, 0.4) : [],
    sources: chosen([...SOURCES, 'Nobody']),
    categories: chosen(CATEGORIES),
    tags: chosen(TAGS),
    labels: random.is(0.1) ? random.some([...LABELS, 'nobody'], 0.5) : [],
    years: random.is(0.15) ? random.some(['2020', '2022', '2031'], 0.5) : [],
    months: random.is(0.15) ? random.some(months, 0.5) : [],
    from: hasSpan && random.is(0.7) ? random.pick(['2020-03', '2021-06-15', '2022-02']) : null,
    to: hasSpan && random.is(0.7) ? random.pick(['2021-06', '2022-02-10', '2023-01']) : null,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
