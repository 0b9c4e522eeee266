import { execFile } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../shared/result.ts';
import type { CliIo } from './io.ts';

/** A program to start, ready for `spawn`. */
export interface StartCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * How the app itself is started here with arguments of its own. Without a display it runs below `xvfb-run`; root cannot
 * have Chromium's sandbox, everybody else keeps it. Throws `AppError` (`export-failed`) when there is no Electron.
 */
export async function findElectron(
  appFolder: string,
  appArguments: readonly string[],
  io: CliIo,
): Promise<StartCommand> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...environment } = io.environment;
  const switches = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Inside the packaged app the executable brings its own application.
  const application = appFolder.includes('.asar') ? [] : [appFolder];
  const args = [...switches, ...application, ...appArguments];
  const executable = await executableFor(appFolder);
  const hasDisplay =
    process.platform !== 'linux' ||
    Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
  return hasDisplay
    ? { command: executable, args, environment }
    : { command: 'xvfb-run', args: ['-a', executable, ...args], environment };
}

/**
 * Asks an export to stop. The signal goes to the app alone, which then takes its unfinished files away: below
 * `xvfb-run` it is looked for among the processes that were started. It is asked again until it ends, since an app that
 * is only starting does not listen yet. Whatever has not ended after ten seconds is ended.
 */
export function stopElectron(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  const isBelow = child.spawnfile === 'xvfb-run';
  const ask = (): void => {
    const app = isBelow ? findApp(pid) : pid;
    if (app !== null) kill(app, 'SIGINT');
  };
  ask();
  const again = setInterval(ask, ASK_MS);
  const timer = setTimeout(() => {
    kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  }, STOP_MS);
  child.on('close', () => {
    clearInterval(again);
    clearTimeout(timer);
  });
}

const ASK_MS = 250;
const STOP_MS = 10_000;

async function executableFor(appFolder: string): Promise<string> {
  if (process.versions['electron'] !== undefined) return process.execPath;
  const script = join(appFolder, 'scripts', 'electron-path.mjs');
  if (!existsSync(script)) throw noElectron('the app is not complete');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    return stdout.trim();
  } catch {
    throw noElectron('run npm run setup');
  }
}

function noElectron(advice: string): AppError {
  return new AppError('export-failed', `There is no Electron to make the PDF with; ${advice}.`);
}

/** The process below another one that was given the job; Chromium's own children carry `--type=`. */
function findApp(root: number): number | null {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(name));
  }
  for (const pid of parents.keys()) {
    const words = readQuietly(`/proc/${pid}/cmdline`).split('\0');
    const isApp =
      words.includes('--export-job') && !words.some((word) => word.startsWith('--type='));
    if (isApp && !words.includes('-a') && isDescendant(pid, root, parents)) return pid;
  }
  return null;
}

/** Fourth field of proc_pid_stat(5), counted from behind the name in parentheses. */
function parentOf(pid: string): number {
  const stat = readQuietly(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

function isDescendant(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at = pid; at > 1; at = parents.get(at) ?? 0) {
    if (at === root) return true;
  }
  return false;
}

function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime.
  }
}
