/**
 * Starting other programs: with a time limit, a stall limit and a sign of life, and so that nothing is left
 * running when the person presses Ctrl-C.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A failure with a sentence for a person: what failed and what to do. Its stack is never shown. */
export class SetupFailure extends Error {}

const running = new Set();
let isListening = false;

/**
 * Runs a program to its end and collects what it prints (stdout and stderr together).
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, everyMs?: number,
 *   onTick?: (seconds: number) => void, isStalled?: () => boolean }} [options]
 *   `onTick` is called every `everyMs` (10 s); `isStalled` is asked every second and ends the program when true.
 * @returns {Promise<{ code: number | null, output: string, ended: "itself" | "timeout" | "stall" | "missing" }>}
 *   never rejects; `code` is null when a signal ended it or it could not be started (`missing`).
 */
export function run(command, args, options = {}) {
  const startedAt = Date.now();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  track(child);
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    let ended = 'itself';
    const stop = (reason) => {
      ended = reason;
      endTree(child, 'SIGKILL');
    };
    const timers = [
      setInterval(
        () => options.onTick?.(Math.round((Date.now() - startedAt) / 1000)),
        options.everyMs ?? 10_000,
      ),
      setInterval(() => options.isStalled?.() === true && stop('stall'), 1000),
    ];
    if (options.timeoutMs !== undefined) {
      timers.push(setTimeout(() => stop('timeout'), options.timeoutMs));
    }
    const finish = (code) => {
      for (const timer of timers) clearInterval(timer);
      running.delete(child);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8'), ended });
    };
    child.on('error', () => {
      ended = 'missing';
      finish(null);
    });
    child.on('close', finish);
  });
}

/**
 * Runs a program that talks to the terminal itself and gives its exit code (128 + signal number is folded to 1;
 * 127 when it could not be started). Signals sent to this process are passed on to it and its children.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import("node:child_process").StdioOptions }} [options]
 * @returns {Promise<number>}
 */
export function runInForeground(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: options.stdio ?? ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
  track(child);
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** How to call npm from here: the very npm that runs this script, else the one on the PATH. */
export function npmCommand(args, environment = process.env) {
  const npmScript = environment['npm_execpath'];
  if (npmScript !== undefined && basename(npmScript) === 'npm-cli.js') {
    return { command: process.execPath, args: [npmScript, ...args] };
  }
  return process.platform === 'win32'
    ? { command: 'cmd.exe', args: ['/d', '/c', 'npm', ...args] }
    : { command: 'npm', args: [...args] };
}

/** What to show of a failed program's output: all of it when short, else its beginning and its end. */
export function excerpt(output, lines = 20) {
  const all = output.trimEnd().split('\n');
  if (all.length <= lines) return all.join('\n');
  const half = Math.floor(lines / 2);
  return [...all.slice(0, half), '…', ...all.slice(-half)].join('\n');
}

function track(child) {
  running.add(child);
  if (isListening) return;
  isListening = true;
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ]) {
    process.on(signal, () => {
      for (const each of running) endTree(each, signal);
      setTimeout(() => {
        for (const each of running) endTree(each, 'SIGKILL');
        process.exit(128 + number);
      }, 5000).unref();
      if (running.size === 0) process.exit(128 + number);
    });
  }
}

/** Ends a program and what it started: on POSIX every child leads a process group of its own. */
function endTree(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else if (signal === 'SIGKILL') process.kill(-child.pid, signal);
    else for (const pid of politeTargets(child.pid)) process.kill(pid, signal);
  } catch {
    // It ended in the meantime, which is what was wanted.
  }
}

/**
 * Who is asked to end: the whole group, but below xvfb-run only the program it runs. A display that goes first would
 * take the app down in a crash; xvfb-run ends it after the app.
 */
function politeTargets(leader) {
  const children = nameOf(leader) === 'xvfb-run' ? childrenOf(leader) : [];
  const programs = children.filter((pid) => nameOf(pid) !== 'Xvfb');
  return programs.length > 0 ? programs : [-leader];
}

function nameOf(pid) {
  return readProc(`/proc/${pid}/comm`);
}

function childrenOf(pid) {
  return readProc(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

function readProc(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
