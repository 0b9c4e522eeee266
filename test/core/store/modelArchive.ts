import type { Problem } from '../../../src/shared/model.ts';
import type {
  FileRecord,
  FileStamp,
  IndexWriter,
  ReaderMarks,
} from '../../../src/core/store/storeTypes.ts';
import { Random } from '../../support/random.ts';
import { record } from './archiveFixture.ts';
import { pathMarksOf } from './checkSearch.ts';
import type { OraclePost } from './oracle.ts';
import { marksOfPath, randomPost } from './randomPosts.ts';
import type { FlavourName } from './randomTexts.ts';

/** What an index should hold: all its files by path. Never changed: every step gives a new one. */
export type ArchiveState = ReadonlyMap<string, FileRecord>;

/** One call of a writer. */
export type Step =
  | { readonly kind: 'put'; readonly records: readonly FileRecord[] }
  | { readonly kind: 'remove'; readonly paths: readonly string[] }
  | { readonly kind: 'touch'; readonly stamps: readonly FileStamp[] }
  | { readonly kind: 'finish' };

/** The state after a step. */
export function after(state: ArchiveState, step: Step): ArchiveState {
  const next = new Map(state);
  if (step.kind === 'put') {
    for (const each of step.records) next.set(each.stamp.path, each);
  } else if (step.kind === 'remove') {
    for (const path of step.paths) next.delete(path);
  } else if (step.kind === 'touch') {
    for (const stamp of step.stamps) {
      next.set(stamp.path, { ...(next.get(stamp.path) ?? record(stamp.path, null)), stamp });
    }
  }
  return next;
}

/** Does the step. */
export function perform(writer: IndexWriter, step: Step): void {
  if (step.kind === 'put') writer.put(step.records);
  else if (step.kind === 'remove') writer.remove(step.paths);
  else if (step.kind === 'touch') writer.touch(step.stamps);
  else writer.finish();
}

/** What random steps are made of. */
export interface StepSource {
  readonly flavour: FlavourName;
  /** Paths that files come and go at. */
  readonly paths: readonly string[];
  /** Largest number of files in one call. */
  readonly batch: number;
}

/** Paths whose order by bytes is not their order by code units. */
export function manyPaths(howMany: number): string[] {
  const folders = ['a', 'B', '新', 'ﬁ', '𠮷'];
  return Array.from({ length: howMany }, (_, at) => `${folders[at % 5] ?? ''}/${at}.md`);
}

/** Every path that may ever be there has its marks from the beginning. */
export function marksOnPaths(paths: readonly string[]): ReaderMarks {
  const all = paths.map((path) => ({ path, ...marksOfPath(path) }));
  const marks = all.map((each) => pathMarksOf(each));
  return { version: () => 1, changesSince: () => marks, remarks: () => all };
}

/** A call that may follow in this state. */
export function randomStep(random: Random, state: ArchiveState, source: StepSource): Step {
  const choice = random.next();
  const known = [...state.keys()];
  if (choice < 0.55 || known.length === 0) {
    const howMany = 1 + random.below(source.batch);
    return {
      kind: 'put',
      records: Array.from({ length: howMany }, () => randomRecord(random, source)),
    };
  }
  if (choice < 0.78) {
    const share = random.pick([0.02, 0.1, 0.1, 0.4, 1]);
    const paths = random.some(known, share);
    return { kind: 'remove', paths: [...paths, random.pick(source.paths), random.pick(known)] };
  }
  if (choice < 0.88) {
    const stamps = random.some(known, 0.2).flatMap((path) => {
      const stamp = state.get(path)?.stamp;
      return stamp === undefined ? [] : [{ ...stamp, mtimeMs: stamp.mtimeMs + 1 }];
    });
    return { kind: 'touch', stamps };
  }
  return { kind: 'finish' };
}

/** A file as the indexing run hands it over: mostly a post, at times one that became a problem. */
export function randomRecord(random: Random, { flavour, paths }: StepSource): FileRecord {
  const path = random.pick(paths);
  const hash = `h${random.below(1e9)}`;
  const problems = random.is(0.12) ? [randomProblem(random, path)] : [];
  if (random.is(0.08)) return { ...record(path, null, hash), problems };
  return { ...record(path, randomPost(random, path, flavour).post, hash), problems };
}

function randomProblem(random: Random, path: string): Problem {
  const code = random.pick(['empty', 'date-missing', 'title-missing'] as const);
  return { path, code, severity: 'error', message: `What is at ${path}.`, sizeBytes: 100 };
}

/** The posts and pages of a state. */
export function postsOf(state: ArchiveState): OraclePost[] {
  return [...state].flatMap(
    ([
      path,
      {
        stamp: { contentHash },
        post,
        problems,
      },
    ]) => {
      const hasProblem = problems.length > 0;
      return post === null ? [] : [{ path, post, contentHash, hasProblem, ...marksOfPath(path) }];
    },
  );
}

/** Tells states apart by what an index says of its posts. */
export function fingerprint(state: ArchiveState): string {
  const lines = [...state].map(([path, { stamp, post }]) =>
    post === null ? '' : `${path}\t${stamp.contentHash}`,
  );
  return lines
    .filter((line) => line !== '')
    .toSorted()
    .join('\n');
}

/** Calls to be made one after another, the same for a seed in every process. */
export interface Scenario {
  readonly source: StepSource;
  readonly steps: readonly Step[];
  /** `states[n]` is what stands after the first n steps. */
  readonly states: readonly ArchiveState[];
}

/** How large a scenario is. */
export interface ScenarioSize {
  readonly seed: number;
  readonly steps: number;
  readonly paths: number;
  readonly batch: number;
}

/** The scenario of a seed: it builds, changes, removes and merges. */
export function scenarioOf({ seed, steps: howMany, paths, batch }: ScenarioSize): Scenario {
  const random = new Random(seed);
  const source: StepSource = { flavour: 'mixed', paths: manyPaths(paths), batch };
  const steps: Step[] = [];
  const states: ArchiveState[] = [new Map()];
  let state: ArchiveState = new Map();
  for (let count = 0; count < howMany; count += 1) {
    const step = randomStep(random, state, source);
    state = after(state, step);
    steps.push(step);
    states.push(state);
  }
  return { source, steps, states };
}
