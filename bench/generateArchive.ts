import { Buffer } from 'node:buffer';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { englishTitle } from './english.ts';
import type { GeneratedPost } from './generatedPost.ts';
import { madeOdd, oddityOf } from './hostilePosts.ts';
import { ENGLISH_SOURCES, NEWSPAPERS, TOPICS } from './lexicon.ts';
import type { Newspaper } from './lexicon.ts';
import { writeBody } from './postBodies.ts';
import type { BodyShape } from './postBodies.ts';
import { below, mixSeeds, normal, pick, pickSkewed, seededRandom } from './random.ts';
import type { Random } from './random.ts';
import { chineseTitle } from './sentences.ts';
import { TAGS } from './vocabulary.ts';

/** What archive to make. */
export type ArchiveOptions = {
  /** Number of posts, 0 or more. */
  readonly count: number;
  /** Number of the first post to write, so that several processes can share the work. Default 0. */
  readonly first?: number;
  /** Any integer; the same seed gives the same bytes, on every machine. */
  readonly seed: number;
  /** `monthly` puts each post below `_posts/YYYY/MM/`: a million files in one folder are hard on any tool. Default `flat`. */
  readonly layout?: 'flat' | 'monthly';
  /** Turns about one post in a hundred into an odd one (see hostilePosts.ts). Default false. */
  readonly hostile?: boolean;
};

/** What `writeArchive` wrote. */
export type ArchiveSummary = {
  readonly posts: number;
  readonly oddPosts: number;
  /** Bytes of all posts, without `_config.yml` and the pages. */
  readonly sizeBytes: number;
};

/** Generated posts are dated from here on (UTC+8 wall-clock time). */
const FIRST_DAY_MS = Date.UTC(1995, 0, 1);
/** Over thirty years, the later ones fuller. */
const SPAN_SECONDS = 30 * 365.25 * 86_400;
/** Lengths are lognormal; median 1,250 and sigma 0.6 give a mean of about 1,500 characters. */
const MEDIAN_HAN = 1250;
const LENGTH_SIGMA = 0.6;
/** Share of the HTML bodies that stand in files named so. */
const HTML_FILE_SHARE = 0.1;
const SITE = 'news.jiangting.example';

/**
 * The posts of an archive, one by one, without touching the disk.
 * Post `i` depends only on `seed`, `hostile` and `i`: a longer archive starts with the shorter one.
 */
export function* generatePosts(options: ArchiveOptions): Generator<GeneratedPost, void> {
  const { first = 0, count } = options;
  for (let index = first; index < first + count; index += 1) yield generatePost(options, index);
}

/** Post number `index` (from 0) of the archive that `options` describe; `count` does not matter. */
export function generatePost(options: ArchiveOptions, index: number): GeneratedPost {
  const random = seededRandom(mixSeeds(options.seed, index));
  const sound = soundPost(random, index, options.layout === 'monthly');
  const oddity = options.hostile === true ? oddityOf(options.seed, index) : null;
  return oddity === null ? sound : madeOdd(sound, oddity, index);
}

/** The bytes to write for a post. */
export function encodePost(post: GeneratedPost): Uint8Array {
  return post.bytes ?? new TextEncoder().encode(post.text);
}

/**
 * Writes a Jekyll tree into `folder` (made when missing): `_config.yml`, `README.md`, `404.md` and the
 * posts in `_posts/`. `onWritten` is called after each post with the number written so far.
 * Throws what the file system throws.
 */
export function writeArchive(
  folder: string,
  options: ArchiveOptions,
  onWritten: (written: number) => void = () => undefined,
): ArchiveSummary {
  mkdirSync(join(folder, '_posts'), { recursive: true });
  for (const [name, text] of SITE_FILES) writeFileSync(join(folder, name), text);
  let posts = 0;
  let oddPosts = 0;
  let sizeBytes = 0;
  const made = new Set<string>();
  for (const post of generatePosts(options)) {
    const bytes = encodePost(post);
    const parent = dirname(post.path);
    if (!made.has(parent)) mkdirSync(join(folder, parent), { recursive: true });
    made.add(parent);
    writePost(folder, post, bytes);
    posts += 1;
    oddPosts += post.oddity === null ? 0 : 1;
    sizeBytes += bytes.length;
    onWritten(posts);
  }
  return { posts, oddPosts, sizeBytes };
}

/** Only Linux takes file names that are not UTF-8; elsewhere such a post keeps its readable name. */
function writePost(folder: string, post: GeneratedPost, bytes: Uint8Array): void {
  if (post.nameBytes === null || process.platform !== 'linux') {
    writeFileSync(join(folder, post.path), bytes);
    return;
  }
  writeFileSync(
    Buffer.concat([Buffer.from(`${join(folder, dirname(post.path))}/`), post.nameBytes]),
    bytes,
  );
}

function soundPost(random: Random, index: number, isMonthly: boolean): GeneratedPost {
  const shape = bodyShape(random);
  const written = new Date(
    FIRST_DAY_MS + Math.floor(random() ** 0.6 * SPAN_SECONDS) * 1000,
  ).toISOString();
  const day = written.slice(0, 10);
  const id = `${day.replaceAll('-', '')}${String(index).padStart(8, '0')}`;
  const date = `${day} ${written.slice(11, 19)}${random() < 0.92 ? ' +0800' : ''}`;
  const target = hanTarget(random);
  const text =
    shape === 'english'
      ? englishPost(random, { date, target })
      : chinesePost(random, { date, target, shape, id });
  const folder = isMonthly ? `_posts/${day.slice(0, 4)}/${day.slice(5, 7)}` : '_posts';
  const ending = shape === 'html-lines' && random() < HTML_FILE_SHARE ? 'html' : 'md';
  const path = `${folder}/${day}-${id}.${ending}`;
  return { path, text, bytes: null, nameBytes: null, oddity: null };
}

function bodyShape(random: Random): BodyShape {
  const chance = random();
  if (chance < 0.72) return 'html-lines';
  if (chance < 0.82) return 'digest-one-line';
  if (chance < 0.85) return 'plain';
  return chance < 0.94 ? 'markdown' : 'english';
}

function hanTarget(random: Random): number {
  if (random() < 0.003) return 15_000 + below(random, 6000);
  const wanted = Math.round(MEDIAN_HAN * Math.exp(LENGTH_SIGMA * normal(random)));
  return Math.max(150, Math.min(9000, wanted));
}

type ChinesePlan = {
  readonly date: string;
  readonly target: number;
  readonly shape: BodyShape;
  readonly id: string;
};

function chinesePost(random: Random, plan: ChinesePlan): string {
  const paper = pickSkewed(random, NEWSPAPERS);
  const title = chineseTitle(random);
  const tags = chineseTags(random, paper);
  const body = writeBody(random, plan.shape, plan.target);
  return (
    `---\nlayout: post\ntitle: "${title}"\ndate: ${plan.date}\n` +
    `categories: ${paper.slug}\ntags: ${tags}\n---\n${body}${closingLines(paper, plan)}`
  );
}

function chineseTags(random: Random, paper: Newspaper): string {
  const tag = `${paper.name}新闻`;
  if (random() < 0.5) return tag;
  const tags = [tag, pick(random, TOPICS)];
  for (let more = below(random, 4); more > 0; more -= 1) tags.push(pickSkewed(random, TAGS));
  return `[${tags.join(', ')}]`;
}

function closingLines(paper: Newspaper, plan: ChinesePlan): string {
  const isMarkup = plan.shape === 'html-lines' || plan.shape === 'digest-one-line';
  const sourceLine = `（文章来源：${paper.name}）`;
  return (
    (isMarkup ? `<p class="em_media">${sourceLine}</p>` : `\n\n${sourceLine}`) +
    `\n\n<http://${SITE}/html_News/NewsShare.html?infoCode=NW${plan.id}>\n\n` +
    `[返回${paper.name}新闻](//${SITE}/category/${paper.slug}.html)｜[返回首页](//${SITE}/)\n`
  );
}

function englishPost(
  random: Random,
  plan: { readonly date: string; readonly target: number },
): string {
  const title = englishTitle(random);
  const source = pick(random, ENGLISH_SOURCES);
  const body = writeBody(random, 'english', plan.target);
  return (
    `---\nlayout: post\ntitle: "${title}"\ndate: ${plan.date}\nsource: ${source}\n` +
    `categories:\n  - english\ntags:\n  - ${pick(random, TOPICS)}\n  - digest\n---\n${body}\n`
  );
}

const SITE_FILES: readonly (readonly [string, string])[] = [
  [
    '_config.yml',
    `title: 江汀新闻长编\nlang: zh-CN\ntimezone: Asia/Shanghai\nurl: https://${SITE}\n`,
  ],
  ['README.md', '---\nlayout: default\n---\n# 江汀新闻长编\n\n这个档案由程序写成，用来测量。\n'],
  ['404.md', '---\nlayout: default\npermalink: /404.html\n---\n没有这一页。\n'],
];
