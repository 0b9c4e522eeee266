import { parseArgs } from 'node:util';

/** What to measure. */
export interface BenchOptions {
  readonly posts: number;
  readonly seed: number;
  /** File for the rows; null = none. */
  readonly json: string | null;
  /** A folder of posts to measure on; null = generate one and remove it afterwards. */
  readonly archive: string | null;
  /** Folder that keeps library and index; null = a temporary one. */
  readonly dataFolder: string | null;
  readonly hasRivals: boolean;
  readonly hasWindow: boolean;
  readonly isWindowOnly: boolean;
  /** Largest archive of the growth curve; null = no curve. */
  readonly growthTo: number | null;
  readonly isProfile: boolean;
  readonly isMarkdown: boolean;
  /** Only exports, up to so many posts; null = none. */
  readonly exportTo: number | null;
  /** Only the quality of the ranking. */
  readonly isRanking: boolean;
}

/** How to call the benchmark. */
export const USAGE = `npm run bench -- [--posts N] [--json FILE] and any of
  --seed N          another archive of the same kind (default 1)
  --archive FOLDER  measure on this folder; when it is not there it is generated, and kept
  --data FOLDER     keep library and index there
  --rivals          FTS5 trigrams, FTS5 bigrams, ripgrep and Recoll on the same folder
  --window          the app itself: start, round trips, memory, stalls (--window-only: nothing else)
  --growth [N]      1,000, 10,000, 100,000 ... up to N posts (default 100000), as a Markdown table
  --markdown        print tables as Markdown
  --profile         where the time goes, by module; .cpuprofile files are kept
  --export [N]      nothing but exports: every format for 10, 100, 1,000 posts up to N (default 1000), beside plain
                    printToPDF and Pandoc where it is installed
  --ranking         nothing but the order of results: NDCG@10 of every judged query (docs/ranking.md)`;

/** The options, or one sentence that says what is wrong with them. */
export function readOptions(given: readonly string[]): BenchOptions | string {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args: withValues(given),
      options: {
        posts: { type: 'string', default: '20000' },
        seed: { type: 'string', default: '1' },
        json: { type: 'string' },
        archive: { type: 'string' },
        // oxlint-disable-next-line id-denylist -- the name of the option
        data: { type: 'string' },
        rivals: { type: 'boolean', default: false },
        window: { type: 'boolean', default: false },
        'window-only': { type: 'boolean', default: false },
        growth: { type: 'string' },
        export: { type: 'string' },
        profile: { type: 'boolean', default: false },
        ranking: { type: 'boolean', default: false },
        markdown: { type: 'boolean', default: false },
      },
    }));
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
  const posts = Number(values['posts']);
  const seed = Number(values['seed']);
  const growthTo = upTo(values['growth']);
  const exportTo = upTo(values['export']);
  if (!Number.isInteger(posts) || posts < 1) return '--posts needs a whole number.';
  if (!Number.isInteger(seed)) return '--seed needs a whole number.';
  if (growthTo !== null && !(growthTo >= 1_000)) return '--growth needs a number from 1000.';
  if (exportTo !== null && !(exportTo >= 10)) return '--export needs a number from 10.';
  return {
    posts,
    seed,
    growthTo,
    exportTo,
    json: text(values['json']),
    archive: text(values['archive']),
    dataFolder: text(values['data']),
    hasRivals: values['rivals'] === true,
    hasWindow: values['window'] === true || values['window-only'] === true,
    isWindowOnly: values['window-only'] === true,
    isProfile: values['profile'] === true,
    isRanking: values['ranking'] === true,
    isMarkdown: values['markdown'] === true,
  };
}

/** What `--growth` and `--export` mean when they stand alone. */
const ALONE: ReadonlyMap<string, string> = new Map([
  ['--growth', '100000'],
  ['--export', '1000'],
]);

function withValues(given: readonly string[]): string[] {
  return given.flatMap((argument, at) => {
    const value = ALONE.get(argument);
    return value !== undefined && !/^\d/.test(given[at + 1] ?? '') ? [argument, value] : [argument];
  });
}

function upTo(value: string | boolean | undefined): number | null {
  return value === undefined ? null : Number(value);
}

function text(value: string | boolean | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
