import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { shell } from 'electron';
import type { Handlers, Input } from '../../shared/contract.ts';
import type { Archive } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import type { ExportChannel } from '../shellHandlers.ts';
import type { ShellTools } from '../shellTools.ts';
import { askTarget } from './askTarget.ts';
import { createExportQueue } from './exportQueue.ts';
import type { ExportQueue } from './exportQueue.ts';
import { knownArchive } from './knownArchive.ts';
import { createPreviews } from './previewHandlers.ts';
import { printPosts } from './printPosts.ts';
import { runAnyExport } from './runAnyExport.ts';
import type { ExportRooms } from './runAnyExport.ts';

/** Exports under way and done. */
export interface ExportJobs {
  readonly handlers: Handlers<ExportChannel>;
  /** Ends what is under way; nothing half-written stays. */
  readonly cancelAll: () => Promise<void>;
  /** Exports that are under way or wait. */
  readonly count: () => number;
}

type StartInput = Input<'export.start'>;

/** Answers the calls that make and follow exports. */
export function createExportJobs(tools: ShellTools, rooms: ExportRooms): ExportJobs {
  const targets = new Map<string, string>();
  const queue = toldQueue(tools, targets);
  const previews = createPreviews(tools, rooms);
  return {
    handlers: {
      ...previews.handlers,
      'export.start': async (input) => {
        const archive = await knownArchive(tools, input);
        if (input.ids.length === 0)
          throw new AppError('bad-input', 'No post is chosen for export.');
        const target = await askTarget(tools, archive, input);
        if (target === null) return null;
        // None is shown while it runs, and what they keep is memory that a book may need.
        previews.close();
        const jobId = begin({ tools, rooms, queue }, archive, { input, target });
        return { jobId, folder: dirname(target) };
      },
      'export.print': async (input) => {
        const archive = await knownArchive(tools, input);
        return {
          isPrinted: await printPosts({ ...input, archive, language: tools.language() }, rooms),
        };
      },
      'export.cancel': async ({ jobId }) => {
        await queue.cancel(jobId);
        return undefined;
      },
      'export.show': ({ jobId }) => {
        shell.showItemInFolder(targetOf(targets, jobId));
        return undefined;
      },
      'export.open': async ({ jobId }) => {
        const target = targetOf(targets, jobId);
        const failure = await shell.openPath(target);
        if (failure !== '')
          throw new AppError('not-found', `${target} cannot be opened: ${failure}`);
        return undefined;
      },
    },
    cancelAll: async () => {
      previews.close();
      await queue.cancelAll();
    },
    count: queue.count,
  };
}

/** The queue; what finished jobs wrote is put down in `targets`. */
const toldQueue = (tools: ShellTools, targets: Map<string, string>): ExportQueue =>
  createExportQueue({
    onProgress: (progress) => tools.send('export.progress', progress),
    onEnded: (summary) => {
      if (summary.target !== null) targets.set(summary.jobId, summary.target);
      tools.send('export.finished', summary);
    },
  });

/** What a finished job wrote. Throws `not-found`. */
function targetOf(targets: ReadonlyMap<string, string>, jobId: string): string {
  const target = targets.get(jobId);
  if (target === undefined) throw new AppError('not-found', 'This export has no file to show.');
  return target;
}

interface JobPlaces {
  readonly tools: ShellTools;
  readonly rooms: ExportRooms;
  readonly queue: ExportQueue;
}

interface Order {
  readonly input: StartInput;
  readonly target: string;
}

/** Puts a job in the queue and answers its id; how it ends is told by the event. */
function begin(places: JobPlaces, archive: Archive, { input, target }: Order): string {
  const { tools, rooms, queue } = places;
  const jobId = randomUUID();
  const { ids, options, query, foldsVariants } = input;
  const language = tools.language();
  queue.add({
    jobId,
    format: options.format,
    totalPosts: ids.length,
    run: (watch) =>
      runAnyExport(
        { jobId, archive, ids, options, target, query, foldsVariants, language },
        { ...rooms, ...watch, core: tools.core },
      ),
  });
  return jobId;
}
