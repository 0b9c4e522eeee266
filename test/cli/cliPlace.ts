import { join } from 'node:path';
import type { CliIo } from '../../src/cli/io.ts';
import { runCli } from '../../src/cli/runCli.ts';
import { temporaryFolder, writeFiles } from '../core/indexing/archiveFolder.ts';

/** What a command left behind. */
interface Ran {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

/** Runs one command in this process. */
export async function cli(line: readonly string[], given: Partial<CliIo> = {}): Promise<Ran> {
  let [out, said] = ['', ''];
  const io: CliIo = {
    write: (piece) => {
      out += typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8');
      return Promise.resolve();
    },
    say: (text) => {
      said += text;
    },
    isTerminal: false,
    environment: {},
    folder: process.cwd(),
    signal: new AbortController().signal,
    ...given,
  };
  const code = await runCli(line, { io, parserScript: null, appFolder: process.cwd() });
  return { code, out, said };
}

/** What JSON output holds; throws when the command failed. */
export async function json(line: readonly string[]): Promise<unknown> {
  const { code, out, said } = await cli(line);
  if (code !== 0) throw new Error(said);
  const parsed: unknown = JSON.parse(out);
  return parsed;
}

/** An archive and a data folder of its own. */
export interface CliPlace {
  readonly folder: string;
  /** The words and the data folder of this test. */
  readonly at: (...line: readonly string[]) => readonly string[];
}

/** A new place with these files, not indexed yet. */
export function placeOf(files: Readonly<Record<string, string>>): CliPlace {
  const [folder, home] = [temporaryFolder(), temporaryFolder()];
  writeFiles(folder, files);
  return { folder, at: (...line) => [...line, '--data-dir', join(home, 'data')] };
}

/** What was said but for progress, which only slow machines come to tell of. */
export function withoutProgress(said: string): string {
  return said.replaceAll(/^Writing: .*\n/gmu, '');
}
