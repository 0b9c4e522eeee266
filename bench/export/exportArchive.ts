import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { englishTitle } from '../english.ts';
import { ENGLISH_SOURCES, NEWSPAPERS, OBJECTS, TOPICS } from '../lexicon.ts';
import { writeBody } from '../postBodies.ts';
import { below, mixSeeds, normal, pick, seededRandom, type Random } from '../random.ts';
import { chineseTitle } from '../sentences.ts';
import { drawPicture } from './picture.ts';

/** A post to export, and the same for tools that read plain Markdown. */
export interface ExportPost {
  /** Relative to the archive, with `/`. */
  readonly path: string;
  readonly title: string;
  /** The file, with front matter. */
  readonly text: string;
  /** Everything behind the front matter. */
  readonly body: string;
}

/** Files of pictures that all posts share. */
const PICTURES = 24;
/** Characters of a post, as in the benchmark's other archive: lognormal. */
const MEDIAN_CHARACTERS = 1_250;
const SIGMA = 0.6;

/** Post number `at` (from 0): every third in English, every third with a picture, every fourth with a table, some with a link. */
function exportPost(seed: number, at: number): ExportPost {
  const random = seededRandom(mixSeeds(seed, at));
  const isEnglish = at % 3 === 2;
  const day = dayOf(at);
  const title = isEnglish ? englishTitle(random) : chineseTitle(random);
  const source = isEnglish ? pick(random, ENGLISH_SOURCES) : pick(random, NEWSPAPERS).name;
  const body = bodyOf(random, at, isEnglish);
  const text =
    `---\nlayout: post\ntitle: "${title}"\ndate: ${day} 08:30:00 +0800\nsource: ${source}\n` +
    `tags: [${pick(random, TOPICS)}, ${source}]\n---\n${body}`;
  return { path: pathOf(at), title, text, body };
}

/** Writes posts and pictures into `folder` (made when missing) and answers the posts. */
export function writeExportArchive(
  folder: string,
  { posts, seed }: { readonly posts: number; readonly seed: number },
): readonly ExportPost[] {
  mkdirSync(join(folder, '_posts'), { recursive: true });
  mkdirSync(join(folder, 'pictures'), { recursive: true });
  for (let at = 0; at < Math.min(PICTURES, posts); at += 1) {
    const random = seededRandom(mixSeeds(seed + 1, at));
    writeFileSync(join(folder, 'pictures', `${at}.png`), drawPicture(random));
  }
  const made = Array.from({ length: posts }, (_, at) => exportPost(seed, at));
  for (const { path, text } of made) writeFileSync(join(folder, path), text);
  return made;
}

const FIRST_DAY_MS = Date.UTC(2016, 0, 1);
const DAY_MS = 86_400_000;

function dayOf(at: number): string {
  return new Date(FIRST_DAY_MS + at * DAY_MS).toISOString().slice(0, 10);
}

function pathOf(at: number): string {
  return `_posts/${dayOf(at)}-post-${at}.md`;
}

function bodyOf(random: Random, at: number, isEnglish: boolean): string {
  const wanted = Math.round(MEDIAN_CHARACTERS * Math.exp(SIGMA * normal(random)));
  const characters = Math.max(150, Math.min(9_000, wanted));
  const shape = isEnglish ? 'english' : pick(random, ['html-lines', 'markdown'] as const);
  const parts = [withoutRemotePictures(writeBody(random, shape, characters))];
  if (at % 3 === 0) {
    const caption = pick(random, OBJECTS);
    parts.splice(below(random, 2), 0, `![${caption}](../pictures/${at % PICTURES}.png)`);
  }
  if (at % 4 === 1) parts.push(tableOf(random));
  if (at % 5 === 4) parts.push(`[${isEnglish ? 'Earlier' : '前文'}](${linkTo(at - 1)})`);
  return `${parts.join('\n\n')}\n`;
}

/** Some tools would look for them in the network, and measure that. */
function withoutRemotePictures(body: string): string {
  return body
    .replaceAll(/<center><img src="https:[^>]*><\/center>/gu, '')
    .replaceAll(/!\[[^\]]*\]\(https:[^)]*\)/gu, '');
}

/** Beside the post itself. */
function linkTo(at: number): string {
  return pathOf(at).slice('_posts/'.length);
}

function tableOf(random: Random): string {
  const rows = Array.from(
    { length: 4 + below(random, 8) },
    () => `| ${pick(random, OBJECTS)} | ${below(random, 9_999)} | ${below(random, 9_999)} |`,
  );
  return `| 项目 Goods | 本月 | Last month |\n| --- | ---: | ---: |\n${rows.join('\n')}`;
}
