import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { figure, markdown, round, type Figure } from '../measure.ts';
import type { BenchOptions } from '../options.ts';
import { hasProgram } from '../rivals/programs.ts';
import {
  convertByPandoc,
  exportLine,
  exportOurs,
  PLAIN_PRINT,
  printPlainly,
  type Exported,
} from './contenders.ts';
import { makeExportPlace, programsBeside, type ExportPlace, type Programs } from './exportPlace.ts';
import { watchCommand } from './watchCommand.ts';

const SIZES = [10, 100, 1_000];
const FORMATS = ['epub', 'html', 'markdown', 'jsonl', 'csv', 'bib'];
/** With one file for each post, up to so many. */
const SEPARATE_POSTS = 100;
const BOOK_MEMORY_MB = 1_500;
const CANCEL_SECONDS = 1;
/** A smaller book may be finished before it is stopped. */
const CANCELLED_POSTS = 100;

/** What ours is compared with, by name. */
const RIVALS: Readonly<Record<string, string>> = {
  'Broadsheet pdf': PLAIN_PRINT,
  'Broadsheet pdf, a file each': PLAIN_PRINT,
  'Broadsheet epub': 'Pandoc epub',
  'Broadsheet html': 'Pandoc html',
};

/** All exports of 10, 100 and 1,000 posts (up to `most`) beside what others make of the same; answers a table and the rows. */
export async function measureExport(
  options: BenchOptions,
  entry: string,
  most: number,
): Promise<{ readonly figures: readonly Figure[]; readonly text: string }> {
  const programs = programsBeside(dirname(entry));
  const temporary = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
  const [made, figures]: [Exported[], Figure[]] = [[], []];
  try {
    for (const posts of SIZES.filter((size) => size <= most)) {
      say(`${posts.toLocaleString('en')} posts…`);
      const { seed } = options;
      const place = makeExportPlace(temporary, { posts, seed, cli: programs.cli });
      const all = await measureAll(place, programs);
      made.push(...all);
      figures.push(...all.flatMap((one) => figuresOf(one, all)));
      if (posts >= CANCELLED_POSTS) figures.push(...(await measureCancel(place, programs)));
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
  return { figures, text: tableOf(made) };
}

async function measureAll(place: ExportPlace, programs: Programs): Promise<readonly Exported[]> {
  const all: Exported[] = [];
  const add = async (name: string, work: () => Promise<readonly Exported[]>): Promise<void> => {
    say(`  ${name}`);
    try {
      const made = await work();
      for (const one of made) say(`    ${shortly(one)}`);
      all.push(...made);
    } catch (error) {
      say(`  ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const { cli } = programs;
  const { length } = place.posts;
  await add('pdf', async () => [await exportOurs(place, { cli, format: 'pdf' })]);
  if (length <= SEPARATE_POSTS) {
    const wanted = { cli, format: 'pdf', isSeparate: true };
    await add('pdf, a file each', async () => [await exportOurs(place, wanted)]);
  }
  await add(PLAIN_PRINT, async () => [await printPlainly(place, programs)]);
  for (const format of FORMATS)
    await add(format, async () => [await exportOurs(place, { cli, format })]);
  if (hasProgram('pandoc')) await add('Pandoc', () => convertByPandoc(place));
  return all;
}

function figuresOf(one: Exported, all: readonly Exported[]): readonly Figure[] {
  const { name, posts } = one;
  const rival = all.find((other) => other.name === RIVALS[name]) ?? null;
  const row = (what: string, unit: string, value: (of: Exported) => number): Figure =>
    figure({
      name: `export, ${name}: ${what}`,
      posts,
      unit,
      value: value(one),
      ...(rival === null ? {} : { baseline: value(rival) }),
      ...(what === MEMORY && name === 'Broadsheet pdf'
        ? { goal: { of: 'value', atMost: BOOK_MEMORY_MB } as const }
        : {}),
    });
  return [
    row('posts a second', 'posts/s', speedOf),
    row('processor time a post', 'ms', ({ cpuMs }) => cpuMs / posts),
    row(MEMORY, 'MB', ({ peakBytes }) => peakBytes / 1e6),
    row('size', 'MB', ({ bytes }) => bytes / 1e6),
  ];
}

const MEMORY = 'peak memory of all processes';

/** Stops a book when its part is there: until the command line has ended, and what lies there then. */
async function measureCancel(place: ExportPlace, { cli }: Programs): Promise<readonly Figure[]> {
  const posts = place.posts.length;
  const target = join(place.outFolder, 'cancelled.pdf');
  const before = readdirSync(place.outFolder).length;
  const { stoppingMs } = await watchCommand({
    ...exportLine(place, { cli, format: 'pdf', target }),
    isToStop: () => readdirSync(place.outFolder).length > before,
  });
  if (stoppingMs === null) return [];
  const seconds = stoppingMs / 1_000;
  const left = readdirSync(place.outFolder).length - before;
  return [
    figure({
      name: 'export, Broadsheet pdf: cancelled',
      posts,
      value: seconds,
      unit: 's',
      goal: { of: 'value', atMost: CANCEL_SECONDS },
    }),
    figure({
      name: 'export, Broadsheet pdf: files left by a cancelled one',
      posts,
      value: left,
      unit: 'files',
      goal: { of: 'value', atMost: 0 },
    }),
  ];
}

function tableOf(made: readonly Exported[]): string {
  return [
    markdown([
      ['posts', '', 'posts/s', 'processor ms a post', 'peak memory, MB', 'size, MB', 'pages'],
      ...made.map((one) => [
        one.posts.toLocaleString('en'),
        one.name,
        round(speedOf(one)),
        round(one.cpuMs / one.posts),
        megabytes(one.peakBytes),
        megabytes(one.bytes),
        one.pages === null ? '' : one.pages.toLocaleString('en'),
      ]),
    ]),
    ...(hasProgram('pandoc') ? [] : ['Pandoc is missing: apt-get install pandoc (Debian).']),
    ...(hasProgram('weasyprint')
      ? []
      : ['Pandoc makes no PDF without an engine: apt-get install weasyprint (Debian).']),
    ...(hasProgram('pdfinfo') ? [] : ['Pages are not counted: apt-get install poppler-utils.']),
  ].join('\n');
}

/** Told as it comes: a run that is ended early has measured something all the same. */
function shortly(one: Exported): string {
  const pages = one.pages === null ? '' : `, ${one.pages} pages`;
  const memory = `${megabytes(one.peakBytes)} MB of memory`;
  return `${one.name}: ${round(speedOf(one))} posts/s, ${memory}, ${megabytes(one.bytes)} MB${pages}`;
}

function megabytes(bytes: number): string {
  return round(bytes / 1e6);
}

function speedOf({ posts, wallMs }: Exported): number {
  return (posts * 1_000) / wallMs;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
