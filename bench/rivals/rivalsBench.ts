import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { BenchPlace } from '../benchPlace.ts';
import { sizePhase, textBytesPhase } from '../indexPhases.ts';
import { markdown, median, percentile, round } from '../measure.ts';
import { drawQueries, type QueryClass } from '../queries.ts';
import { answersPhase, searchPhase } from '../searchPhases.ts';
import { ftsBuildPhase, ftsSearchPhase, type FtsKind } from './ftsPhases.ts';
import { oraclePhase } from './oraclePhase.ts';
import { hasProgram } from './programs.ts';
import { recollAnswer, recollBuild, recollTimes } from './recoll.ts';
import { ripgrep, ripgrepTimes } from './ripgrep.ts';

const KINDS = [
  '1 character',
  '2 characters',
  '3 characters',
  '4 characters',
  '8 characters',
  'two terms',
];
const TIMED_QUERIES = 100;
/** Programs that are started anew for each query get fewer. */
const PROGRAM_QUERIES = 12;
/** Queries of a kind that are checked against a look at every text. */
const CHECKED_QUERIES = 8;
/** Recoll takes 20 ms and 80 kB a post; above this its index would take longer than all else together. */
const RECOLL_POSTS = 20_000;

/** One way to search the folder, measured. */
interface Contender {
  readonly name: string;
  readonly buildMs: number | null;
  readonly bytes: number | null;
  readonly times: ReadonlyMap<string, readonly number[]>;
  /** Paths found by each checked query; null where they were not asked. */
  readonly answers: readonly (ReadonlySet<string> | null)[];
  readonly remark: string;
}

interface Checked {
  readonly queries: readonly string[];
  readonly truth: readonly ReadonlySet<string>[];
}

/**
 * The index (built in `buildMs`) and its rivals on the same folder as a Markdown table, with what to install where one is
 * missing.
 */
export async function compareRivals(place: BenchPlace, buildMs: number): Promise<string> {
  const { run, folder, paths, texts, seed, posts, say } = place;
  const kinds = drawQueries(texts, { count: TIMED_QUERIES, seed: seed + 3 }).filter(({ name }) =>
    KINDS.includes(name),
  );
  const queries = kinds.flatMap((kind) => firstTexts(kind, CHECKED_QUERIES));
  say('Looking at every text…');
  const { result } = await run(oraclePhase, { folder, paths, queries });
  const truth = result.map((rows) => new Set(rows.flatMap((row) => paths[row] ?? [])));
  const checked = { queries, truth };
  const textBytes = (await run(textBytesPhase, place)).result;
  const contenders = [
    await ours(place, { kinds, checked, buildMs }),
    await fts(place, { kind: 'trigram', kinds, checked }),
    await fts(place, { kind: 'bigram', kinds, checked }),
    ...viaRipgrep(place, kinds, checked),
    ...viaRecoll(place, kinds, checked),
  ];
  return [
    markdown([
      [
        '',
        'build',
        'size / text',
        ...KINDS.map((kind) => `${kind}, p50 / p95 ms`),
        'wrong answers',
        'answers',
      ],
      ...contenders.map((one) => cells(one, { checked, posts, textBytes })),
    ]),
    ...(hasProgram('rg') ? [] : ['ripgrep is missing: apt-get install ripgrep (Debian).']),
    ...(hasProgram('recollq') ? [] : ['Recoll is missing: apt-get install recollcmd (Debian).']),
    ...(hasProgram('recollq') && posts > RECOLL_POSTS
      ? [
          `Recoll is measured up to ${RECOLL_POSTS.toLocaleString('en')} posts: its index takes hours and tens of gigabytes beyond.`,
        ]
      : []),
  ].join('\n');
}

function firstTexts({ queries }: QueryClass, count: number): readonly string[] {
  return queries.slice(0, count).map(({ text }) => text);
}

interface OwnInput {
  readonly kinds: readonly QueryClass[];
  readonly checked: Checked;
  /** What the first index of this run took. */
  readonly buildMs: number;
}

async function ours(place: BenchPlace, { kinds, checked, buildMs }: OwnInput): Promise<Contender> {
  const { run, archive, dataFolder, say } = place;
  say('Broadsheet…');
  const { bytes } = (await run(sizePhase, place)).result;
  const searched = await run(searchPhase, {
    archive,
    dataFolder,
    classes: kinds,
    rounds: 1,
    budgetMs: 30_000,
  });
  const { queries } = checked;
  const answers = await run(answersPhase, { archive, dataFolder, queries });
  return {
    name: 'Broadsheet',
    buildMs,
    bytes,
    times: new Map(searched.result.classes.map(({ name, samples }) => [name, samples])),
    answers: answers.result.map((found) => new Set(found)),
    remark: 'ranked 50 with snippets, total, facets; texts and metadata are in its size',
  };
}

async function fts(
  { run, folder, paths, sideFolder, say }: BenchPlace,
  { kind, kinds, checked }: { kind: FtsKind; kinds: readonly QueryClass[]; checked: Checked },
): Promise<Contender> {
  say(`FTS5 ${kind}s…`);
  const file = join(sideFolder, `${kind}.sqlite`);
  const built = await run(ftsBuildPhase, { folder, paths, kind, file });
  const timed = kinds.map((one) => ({ name: one.name, queries: firstTexts(one, TIMED_QUERIES) }));
  const { result } = await run(ftsSearchPhase, { kind, file, timed, asked: checked.queries });
  rmSync(file, { force: true });
  return {
    name: `FTS5 ${kind}s`,
    buildMs: built.result.totalMs,
    bytes: built.result.bytes,
    times: new Map(result.times.map(({ name, samples }) => [name, samples])),
    answers: result.rows.map((rows) => new Set(rows.flatMap((row) => paths[row - 1] ?? []))),
    remark: `ranked 50, total; one thread, index alone ${round(built.result.indexMs / 1_000)} s; no texts kept`,
  };
}

function viaRipgrep(
  { folder, say }: BenchPlace,
  kinds: readonly QueryClass[],
  { queries }: Checked,
): readonly Contender[] {
  if (!hasProgram('rg')) return [];
  say('ripgrep…');
  return [
    {
      name: 'ripgrep, warm',
      buildMs: null,
      bytes: null,
      times: new Map(
        kinds
          .filter(({ name }) => name !== 'two terms')
          .map((kind) => [kind.name, ripgrepTimes(folder, firstTexts(kind, PROGRAM_QUERIES))]),
      ),
      answers: queries.map((query) =>
        query.includes(' ') ? null : new Set(ripgrep(folder, query)),
      ),
      remark: 'files, in no order; finds markup and front matter, misses text broken by markup',
    },
  ];
}

function viaRecoll(
  { folder, posts, sideFolder, say }: BenchPlace,
  kinds: readonly QueryClass[],
  { queries }: Checked,
): readonly Contender[] {
  if (!hasProgram('recollq') || posts > RECOLL_POSTS) return [];
  say('Recoll (some minutes)…');
  const configFolder = join(sideFolder, 'recoll');
  mkdirSync(configFolder, { recursive: true });
  const { totalMs, bytes } = recollBuild(configFolder, folder);
  const contender: Contender = {
    name: 'Recoll',
    buildMs: totalMs,
    bytes,
    times: new Map(
      kinds.map((kind) => [
        kind.name,
        recollTimes(configFolder, firstTexts(kind, PROGRAM_QUERIES)),
      ]),
    ),
    answers: queries.map((query) => new Set(recollAnswer(configFolder, folder, query))),
    remark: 'ranked 50; start of the program included',
  };
  rmSync(configFolder, { recursive: true, force: true });
  return [contender];
}

function cells(
  one: Contender,
  { checked, posts, textBytes }: { checked: Checked; posts: number; textBytes: number },
): readonly string[] {
  const { buildMs, bytes } = one;
  return [
    one.name,
    buildMs === null
      ? '–'
      : `${round(buildMs / 1_000)} s, ${round((posts * 1_000) / buildMs)} posts/s`,
    bytes === null ? '–' : round(bytes / textBytes),
    ...KINDS.map((kind) => {
      const samples = one.times.get(kind) ?? [];
      return samples.length === 0
        ? '–'
        : `${round(median(samples))} / ${round(percentile(samples, 0.95))}`;
    }),
    wrongAnswers(one.answers, checked),
    one.remark,
  ];
}

function wrongAnswers(answers: Contender['answers'], { truth }: Checked): string {
  let wrong = 0;
  let asked = 0;
  let missed = 0;
  let added = 0;
  let all = 0;
  answers.forEach((found, query) => {
    const right = truth[query];
    if (found === null || right === undefined) return;
    const missing = [...right].filter((path) => !found.has(path)).length;
    const extra = [...found].filter((path) => !right.has(path)).length;
    asked += 1;
    wrong += missing + extra > 0 ? 1 : 0;
    missed += missing;
    added += extra;
    all += right.size;
  });
  if (wrong === 0) return `none of ${asked}`;
  const share = (count: number): string => `${round((count * 100) / Math.max(1, all))} %`;
  return `${wrong} of ${asked}: ${share(missed)} of the posts missed, ${share(added)} too many`;
}
