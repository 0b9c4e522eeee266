import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { listPosts } from './archiveFiles.ts';
import type { BenchPlace } from './benchPlace.ts';
import { awayFolder, measureChanges } from './changesBench.ts';
import { sampleTexts } from './floorPhases.ts';
import { ensureArchive } from './generatePhase.ts';
import { FIRST_INDEX, measureIndexing } from './indexingBench.ts';
import { registerArchive } from './indexPhases.ts';
import { figure, type Figure } from './measure.ts';
import type { BenchOptions } from './options.ts';
import type { RunPhase } from './phase.ts';
import { compareRivals } from './rivals/rivalsBench.ts';
import { measureSearch } from './searchBench.ts';

const SAMPLED_TEXTS = 1_500;

/** What one run of the benchmark gave. */
export interface BenchResult {
  readonly figures: readonly Figure[];
  /** The comparison with other tools; null when not asked for. */
  readonly rivals: string | null;
}

/** Runs `measure` on an archive, generated or given, and removes afterwards what is not to be kept. */
export async function withPlace<T>(
  options: BenchOptions,
  run: RunPhase,
  measure: (place: BenchPlace, figures: readonly Figure[]) => Promise<T>,
): Promise<T> {
  const { posts: wanted, seed } = options;
  // Beside the archive where one is named: posts are moved out of it and back, which must not cross disks.
  const parent = options.archive === null ? tmpdir() : dirname(resolve(options.archive));
  const temporary = mkdtempSync(join(parent, 'broadsheet-bench-'));
  const stop = stopper(temporary, options.archive !== null);
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    const folder = resolve(options.archive ?? join(temporary, 'archive'));
    const dataFolder = resolve(options.dataFolder ?? join(temporary, 'data'));
    const sideFolder = join(temporary, 'side');
    mkdirSync(sideFolder, { recursive: true });
    say(`Archive of ${wanted.toLocaleString('en')} posts…`);
    const rate = await ensureArchive(run, { folder, posts: wanted, seed });
    const paths = listPosts(folder);
    const posts = paths.length;
    const texts = await sampleTexts(folder, paths, SAMPLED_TEXTS);
    const archive = registerArchive(dataFolder, folder);
    const place = { run, folder, paths, dataFolder, archive, posts, seed, texts, sideFolder, say };
    const made =
      rate === null
        ? []
        : [figure({ name: 'posts generated', posts, value: rate, unit: 'posts/s' })];
    return await measure(place, made);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    rmSync(temporary, { recursive: true, force: true });
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends the benchmark and clears up, but never throws away posts of a given archive that it took aside. */
function stopper(temporary: string, isGiven: boolean): () => void {
  return () => {
    const away = awayFolder(join(temporary, 'side'));
    if (isGiven && existsSync(away) && readdirSync(away).length > 0) {
      say(`Stopped while posts were taken away. They lie in ${away}, with + for / in their names.`);
    } else rmSync(temporary, { recursive: true, force: true });
    process.exit(1);
  };
}

/**
 * Everything the core can be measured by, in the order in which the index comes to be. `show` is given the figures before
 * the rivals are measured, which takes longer than all else.
 */
export async function measureCore(
  options: BenchOptions,
  run: RunPhase,
  show: (figures: readonly Figure[]) => void,
): Promise<BenchResult> {
  return withPlace(options, run, async (place, made) => {
    const indexing = await measureIndexing(place);
    const search = await measureSearch(place);
    const changes = await measureChanges(place);
    const figures = [...made, ...indexing, ...search, ...changes];
    show(figures);
    const rate = indexing.find(({ name }) => name === FIRST_INDEX)?.value ?? 0;
    const buildMs = (place.posts * 1_000) / rate;
    const rivals = options.hasRivals ? await compareRivals(place, buildMs) : null;
    return { figures, rivals };
  });
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
