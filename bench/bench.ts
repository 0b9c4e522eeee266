import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measureExport } from './export/exportBench.ts';
import { parseFloorPhase, readFloorPhase } from './floorPhases.ts';
import { generatePhase } from './generatePhase.ts';
import { measureGrowth } from './growth.ts';
import { runPhase, sizePhase, textBytesPhase } from './indexPhases.ts';
import { markdownTable, rowOf, table, type Figure } from './measure.ts';
import { type BenchOptions, readOptions, USAGE } from './options.ts';
import { phaseRunner, servePhase } from './phase.ts';
import { measureProfile } from './profile.ts';
import { printRanking } from './ranking/rankingBench.ts';
import { ftsBuildPhase, ftsSearchPhase } from './rivals/ftsPhases.ts';
import { oraclePhase } from './rivals/oraclePhase.ts';
import { measureCore } from './runBench.ts';
import { answersPhase, pacedSearchPhase, searchPhase } from './searchPhases.ts';
import { measureWindow } from './window/windowBench.ts';

/*
 * npm run bench: see `USAGE` in options.ts. The parts whose memory or caches matter run in processes of their own, which
 * are this very script with `--phase NAME`.
 */

const [mark, phaseName] = process.argv.slice(2);
if (mark === '--phase') await serve(phaseName ?? '');
else process.exitCode = await main(process.argv.slice(2));

async function main(given: readonly string[]): Promise<number> {
  const options = readOptions(given);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n${USAGE}\n`);
    return 2;
  }
  if (options.isRanking) {
    printRanking();
    return 0;
  }
  const figures = await measure(options);
  if (options.json !== null) {
    writeFileSync(options.json, `${JSON.stringify(figures.map(rowOf), null, 2)}\n`);
  }
  return 0;
}

async function measure(options: BenchOptions): Promise<readonly Figure[]> {
  const entry = fileURLToPath(import.meta.url);
  const run = phaseRunner({ entry, nodeSwitches: [] });
  if (options.isProfile) {
    await measureProfile(options, entry);
    return [];
  }
  if (options.growthTo !== null) return measureGrowth(options, run, options.growthTo);
  const print = options.isMarkdown ? markdownTable : table;
  if (options.exportTo !== null) {
    const { figures, text } = await measureExport(options, entry, options.exportTo);
    const compared = figures.filter(({ goal, baseline }) => goal !== null || baseline !== null);
    console.log(`${text}\n\n${print(compared)}`);
    return figures;
  }
  const core = options.isWindowOnly
    ? { figures: [], rivals: null }
    : await measureCore(options, run, (figures) => console.log(print(figures)));
  if (core.rivals !== null) console.log(`\n${core.rivals}`);
  const seen = options.hasWindow ? await measureWindow(options, run) : [];
  if (seen.length > 0) console.log(`\n${print(seen)}`);
  return [...core.figures, ...seen];
}

async function serve(name: string): Promise<void> {
  switch (name) {
    case generatePhase.name:
      return servePhase(generatePhase);
    case readFloorPhase.name:
      return servePhase(readFloorPhase);
    case parseFloorPhase.name:
      return servePhase(parseFloorPhase);
    case runPhase.name:
      return servePhase(runPhase);
    case sizePhase.name:
      return servePhase(sizePhase);
    case textBytesPhase.name:
      return servePhase(textBytesPhase);
    case searchPhase.name:
      return servePhase(searchPhase);
    default:
      return serveOther(name);
  }
}

async function serveOther(name: string): Promise<void> {
  switch (name) {
    case pacedSearchPhase.name:
      return servePhase(pacedSearchPhase);
    case answersPhase.name:
      return servePhase(answersPhase);
    case oraclePhase.name:
      return servePhase(oraclePhase);
    case ftsBuildPhase.name:
      return servePhase(ftsBuildPhase);
    case ftsSearchPhase.name:
      return servePhase(ftsSearchPhase);
    default:
      throw new Error(`There is no phase ${name}.`);
  }
}
