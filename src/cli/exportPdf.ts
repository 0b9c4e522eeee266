import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { AppError } from '../shared/result.ts';
import type { CommandTools } from './commandTools.ts';
import { findElectron, stopElectron } from './electron.ts';
import type { StartCommand } from './electron.ts';
import type { ReadyExport } from './exportCommand.ts';
import { reportEnd } from './exportEnd.ts';
import { readExportLine } from './exportLine.ts';
import type { ExportEnd } from './exportLine.ts';
import type { CliIo } from './io.ts';
import { languageOf } from './language.ts';
import { dataFolderOf } from './reading.ts';
import type { Place } from './reading.ts';
import { createStatusLine } from './statusLine.ts';

/** Starts the app without a window on a job file and relays what it says. Answers the exit code. */
export async function exportPdf(
  ready: ReadyExport & { readonly target: string },
  place: Place,
  tools: CommandTools,
): Promise<number> {
  const { io, appFolder } = tools;
  const workFolder = await mkdtemp(join(tmpdir(), 'broadsheet-job-'));
  try {
    const isStream = ready.target === '-';
    const target = isStream ? join(workFolder, 'book.pdf') : resolve(io.folder, ready.target);
    const job = describeJob({ ...ready, target }, io);
    const jobFile = join(workFolder, 'job.json');
    await writeFile(jobFile, JSON.stringify(job), { mode: 0o600 });
    const jobArguments = ['--data-dir', dataFolderOf(place, io), '--export-job', jobFile];
    const command = await findElectron(appFolder, jobArguments, io);
    const end = await runApp(command, io);
    return await reportEnd(isStream ? await sendOn(end, io) : end, ready, io);
  } finally {
    // The app's session lies in it too, and its last processes may still be ending.
    await rm(workFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

const STOPPED: ExportEnd = { kind: 'failed', message: 'The export was cancelled.' };

/** Puts the finished file on standard output; it has no place of its own then. */
async function sendOn(end: ExportEnd, io: CliIo): Promise<ExportEnd> {
  if (end.kind === 'failed' || end.summary.target === null) return end;
  for await (const piece of createReadStream(end.summary.target)) {
    // Of what was sent only a part nobody is told that it is done.
    if (io.signal.aborted) return STOPPED;
    if (Buffer.isBuffer(piece)) await io.write(piece);
  }
  return { kind: 'finished', summary: { ...end.summary, target: null } };
}

/** What the app reads; checked there by its own schema. Result and posts are asked for anew there. */
function describeJob(
  { chosen, options, folder, target }: ReadyExport & { readonly target: string },
  io: CliIo,
): object {
  const { ids: _ids, ...choice } = chosen;
  return { folder, choice, options, target, language: languageOf(io.environment) };
}

/** Ends of the app's messages on standard error that are worth showing when it fails without a word. */
const KEPT_CHARACTERS = 2_000;

async function runApp(command: StartCommand, io: CliIo): Promise<ExportEnd> {
  // Finding posts and Electron takes a while, and a signal that came meanwhile tells nobody any more.
  if (io.signal.aborted) return STOPPED;
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
