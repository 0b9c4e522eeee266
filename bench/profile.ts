import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registerArchive, runPhase } from './indexPhases.ts';
import { markdown, round } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { phaseRunner } from './phase.ts';
import { drawQueries } from './queries.ts';
import { withPlace } from './runBench.ts';
import { searchPhase } from './searchPhases.ts';

const QUERIES = 100;
const TOP = 12;

/** A CPU profile as V8 writes it (Chrome DevTools Protocol, type Profiler.Profile). */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
      readonly columnNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

/**
 * Profiles a first index (every thread of it) and searches of every kind, keeps the profiles, and prints where the time
 * went by module and by function. Names are those of the sources when the benchmark was built with source maps.
 */
export async function measureProfile(options: BenchOptions, entry: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-profiles-'));
  await withPlace(options, phaseRunner({ entry, nodeSwitches: [] }), async (place) => {
    const { dataFolder, archive, texts, seed } = place;
    const indexing = phaseRunner({ entry, nodeSwitches: profilerSwitches(folder, 'index') });
    place.say('First index…');
    registerArchive(dataFolder, place.folder);
    await indexing(runPhase, { archive, dataFolder, mode: 'rebuild', awaited: null });
    const classes = drawQueries(texts, { count: QUERIES, seed });
    for (const one of classes) {
      place.say(`${one.name}…`);
      const searching = phaseRunner({
        entry,
        nodeSwitches: profilerSwitches(folder, `search, ${one.name}`),
      });
      const input = { archive, dataFolder, classes: [one], rounds: 1, budgetMs: 30_000 };
      await searching(searchPhase, input);
    }
  });
  for (const name of readdirSync(folder)) {
    const files = readdirSync(join(folder, name)).toSorted();
    files.forEach((file, at) => {
      const thread = files.length > 1 ? `, thread ${at + 1} of ${files.length}` : '';
      console.log(`\n${name}${thread}\n${summary(join(folder, name, file))}`);
    });
  }
  console.log(`\nThe profiles are in ${folder}; Chromium's developer tools open them.`);
}

function profilerSwitches(folder: string, name: string): string[] {
  return ['--cpu-prof', `--cpu-prof-dir=${join(folder, name)}`];
}

function summary(file: string): string {
  const profile: CpuProfile = JSON.parse(readFileSync(file, 'utf8'));
  const selfMs = new Map<number, number>();
  profile.samples.forEach((id, at) => {
    selfMs.set(id, (selfMs.get(id) ?? 0) + (profile.timeDeltas[at] ?? 0) / 1_000);
  });
  const sources = new Sources();
  const byModule = new Map<string, number>();
  const byFunction = new Map<string, number>();
  let total = 0;
  for (const { id, callFrame } of profile.nodes) {
    const spent = selfMs.get(id) ?? 0;
    const { functionName, url, lineNumber, columnNumber } = callFrame;
    if (spent === 0 || functionName === '(idle)') continue;
    const module = sources.moduleOf(url, lineNumber, columnNumber);
    const name = functionName === '' ? '(anonymous)' : functionName;
    total += spent;
    add(byModule, module === '' ? `native: ${name}` : module, spent);
    add(byFunction, module === '' ? name : `${name} in ${module}`, spent);
  }
  return [
    `${round(total / 1_000)} s on the processor`,
    ranking('module', byModule, total),
    ranking('function', byFunction, total),
  ].join('\n\n');
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

function ranking(title: string, sums: ReadonlyMap<string, number>, total: number): string {
  const rows = [...sums]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, TOP)
    .map(([name, spent]) => [name, `${round(spent)} ms`, `${round((spent * 100) / total)} %`]);
  return markdown([[title, 'self time', 'share'], ...rows]);
}

/** Finds the source file of a place in a bundle, where the bundle has a map beside it. */
class Sources {
  readonly #maps = new Map<string, SourceMap | null>();

  /** Path of the source, shortened; empty for what is not JavaScript. */
  moduleOf(url: string, line: number, column: number): string {
    if (!url.startsWith('file:')) return url;
    const found = this.#mapOf(url)?.findEntry(line, column);
    const source = found !== undefined && 'originalSource' in found ? found.originalSource : url;
    return source
      .replace(/^.*?node_modules\//u, '')
      .replace(/^.*\/(?=src\/|bench\/|out\S*\/)/u, '')
      .replace(/^(\.\.\/)+/u, '');
  }

  #mapOf(url: string): SourceMap | null {
    const known = this.#maps.get(url);
    if (known !== undefined) return known;
    let map: SourceMap | null = null;
    try {
      map = new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8')));
    } catch {
      // Built without maps: the bundle's own name has to do.
    }
    this.#maps.set(url, map);
    return map;
  }
}
