import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The command line as people run it, which PDFs need: the built bundle in a process of its own, and Electron below it. */
const entry = resolve('out/main/cli.js');

/** False before the first build. */
export const isBuilt = existsSync(entry);

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

/** Starts a command. */
export function startCli(line: readonly string[]): ChildProcess {
  return spawn(process.execPath, [entry, ...line]);
}

/** Waits for its end. */
export async function endOf(child: ChildProcess): Promise<Ended> {
  let [out, said] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  return { code: child.exitCode, out, said };
}

/** Runs a command to its end. */
export const builtCli = (line: readonly string[]): Promise<Ended> => endOf(startCli(line));

/** True where a program of other people's is installed. */
export const isInstalled = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
