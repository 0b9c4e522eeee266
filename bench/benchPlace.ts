import type { StoredArchive } from '../src/core/store/archives.ts';
import type { SampleText } from './floorPhases.ts';
import type { RunPhase } from './phase.ts';

/** What is measured and with what. */
export interface BenchPlace {
  readonly run: RunPhase;
  /** The folder of posts. */
  readonly folder: string;
  /** Paths of all its posts. */
  readonly paths: readonly string[];
  readonly dataFolder: string;
  readonly archive: StoredArchive;
  /** Number of posts. */
  readonly posts: number;
  readonly seed: number;
  /** Texts that queries are drawn from. */
  readonly texts: readonly SampleText[];
  /** An empty folder on the same disk, outside the archive. */
  readonly sideFolder: string;
  /** Says what is being done. */
  readonly say: (line: string) => void;
}
