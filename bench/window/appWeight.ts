import { existsSync, writeFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';

/** How a program is started: what is run, and what is added to its environment. */
export interface WeightedProgram {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Of the session; missing where the kernel does not weigh sessions. */
const SESSION_WEIGHT = '/proc/self/autogroup';

/**
 * A program to start with the priority of this process. On Linux a priority counts within a session only (sched(7),
 * autogroup), and the app gets a session of its own: started with `nice -n -20`, bench and app have their sessions weigh
 * as much, and are measured nearly as on a quiet machine. Otherwise the program as it is.
 */
export function weighted(program: string, projectFolder: string): WeightedProgram {
  const priority = getPriority();
  if (priority >= 0 || !existsSync(SESSION_WEIGHT)) return { executablePath: program, env: {} };
  writeFileSync(SESSION_WEIGHT, String(priority));
  return {
    executablePath: join(projectFolder, 'bench', 'window', 'appWeight.sh'),
    env: { BENCH_PROGRAM: program, BENCH_WEIGHT: String(priority) },
  };
}
