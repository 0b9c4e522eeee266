import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { defaultExportOptions } from '../shared/defaults.ts';
import { AppError } from '../shared/result.ts';
import { findElectron, stopElectron } from './electron.ts';
import type { StartCommand } from './electron.ts';
import { readExportLine } from './exportLine.ts';
import type { ExportEnd } from './exportLine.ts';
import type { Invocation } from './invocation.ts';
import { languageOf } from './language.ts';
import { countOf, printable } from './printable.ts';
import { dataFolderOf, withReading } from './reading.ts';
import type { Place } from './reading.ts';
import type { CommandTools } from './commandTools.ts';
import { findPost } from './showCommand.ts';
import { createStatusLine } from './statusLine.ts';

type ExportInvocation = Extract<Invocation, { command: 'export' }>;

/** `export`: starts the app without a window on a job file and relays what it says. Answers the exit code. */
export async function exportCommand(
  invocation: ExportInvocation,
  place: Place,
  tools: CommandTools,
): Promise<number> {
  const { io, appFolder } = tools;
  const job = await describeJob(invocation, place, tools);
  const workFolder = await mkdtemp(join(tmpdir(), 'broadsheet-job-'));
  try {
    const jobFile = join(workFolder, 'job.json');
    await writeFile(jobFile, JSON.stringify(job), { mode: 0o600 });
    const jobArguments = ['--data-dir', dataFolderOf(place, io), '--export-job', jobFile];
    const command = await findElectron(appFolder, jobArguments, io);
    return await reportEnd(await runApp(command, tools), tools);
  } finally {
    // The app's session lies in it too, and its last processes may still be ending.
    await rm(workFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

/** What the app reads; checked there by its own schema. Paths named wrongly are told before anything starts. */
async function describeJob(
  { choice, target, isSeparate }: ExportInvocation,
  place: Place,
  { io }: CommandTools,
): Promise<object> {
  return withReading(place, io, ({ archive: { folder }, reader }) => {
    const from = io.folder;
    const paths = choice.kind === 'posts' ? choice.paths : [];
    const named = paths.map((path) => findPost(path, { reader, folder, from }).path);
    const found = [...new Set(named)];
    return Promise.resolve({
      folder,
      choice: choice.kind === 'posts' ? { kind: 'posts', paths: found } : choice,
      options: { ...defaultExportOptions, layout: isSeparate ? 'separate' : 'merged' },
      target: resolve(from, target),
      language: languageOf(io.environment),
    });
  });
}

/** Ends of the app's messages on standard error that are worth showing when it fails without a word. */
const KEPT_CHARACTERS = 2_000;

async function runApp(command: StartCommand, { io }: CommandTools): Promise<ExportEnd> {
  const status = createStatusLine(io);
  const child = spawn(command.command, command.args, {
    env: command.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C must reach the app alone, not the stand-in display under its feet.
    detached: process.platform !== 'win32',
  });
  let end: ExportEnd | null = null;
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-KEPT_CHARACTERS);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = readExportLine(line);
    if (said?.kind === 'progress') status.show(said.text);
    else if (said !== null) end = said;
  });
  const stop = (): void => stopElectron(child);
  io.signal.addEventListener('abort', stop, { once: true });
  const code = await ending(child);
  io.signal.removeEventListener('abort', stop);
  status.end();
  return end ?? { kind: 'failed', message: silentEnd(code, complaints) };
}

function ending(child: ChildProcess): Promise<number | null> {
  return new Promise((done, fail) => {
    child.on('close', done);
    child.on('error', (error) => {
      fail(new AppError('export-failed', `Electron could not be started: ${error.message}.`));
    });
  });
}

function silentEnd(code: number | null, complaints: string): string {
  const last = complaints.trim().split('\n').at(-1) ?? '';
  return `The export stopped without a result (exit code ${code ?? 'none'})${last === '' ? '' : `: ${last}`}`;
}

async function reportEnd(end: ExportEnd, { io }: CommandTools): Promise<number> {
  const isDone = end.kind === 'finished' && end.summary.outcome === 'done';
  if (io.signal.aborted && !isDone) {
    // However the app words its end then: it was asked to stop.
    io.say('Stopped; nothing was written.\n');
    return 1;
  }
  if (end.kind === 'failed') {
    io.say(`${printable(end.message)}\n`);
    return 1;
  }
  const { outcome, target, postCount, pageCount, failures, message } = end.summary;
  for (const failure of failures) io.say(`${printable(`${failure.path}: ${failure.message}`)}\n`);
  if (outcome === 'done') {
    const pages = pageCount === null ? '' : ` on ${countOf(pageCount, 'page')}`;
    await io.write(`${countOf(postCount, 'post')}${pages}: ${printable(target ?? '')}\n`);
    return 0;
  }
  io.say(`${printable(message ?? 'The export failed; nothing was written.')}\n`);
  return 1;
}
