import { readFile, realpath } from 'node:fs/promises';
import * as v from 'valibot';
import type { Archive, PostId } from '../../shared/model.ts';
import { AppError, toFailure } from '../../shared/result.ts';
import { EXPORT_LINE } from '../../shared/exportModel.ts';
import { exportOptionsSchema } from '../../shared/exportSchemas.ts';
import { filtersSchema, sortSchema } from '../../shared/schemas.ts';
import type { CoreProcess } from '../coreProcess.ts';
import type { PrintRoom } from './printRoom.ts';
import { runExport } from './runExport.ts';

/** One export as the command line describes it to the app, in a JSON file. All paths are absolute. */
const exportJobSchema = v.object({
  folder: v.pipe(v.string(), v.minLength(1)),
  choice: v.variant('kind', [
    v.object({
      kind: v.literal('result'),
      text: v.string(),
      filters: filtersSchema,
      sort: sortSchema,
      foldsVariants: v.boolean(),
      /** Most posts; null = all of them. */
      limit: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
    v.object({ kind: v.literal('posts'), paths: v.pipe(v.array(v.string()), v.minLength(1)) }),
  ]),
  options: exportOptionsSchema,
  target: v.pipe(v.string(), v.minLength(1)),
  language: v.picklist(['en', 'zh']),
});

/** One export as the command line describes it. */
type ExportJobFile = v.InferOutput<typeof exportJobSchema>;

/**
 * Makes the export a job file describes, without a window. Prints one JSON line for each progress and, last,
 * `{"finished": ExportSummary}` or `{"failed": sentence}`. Answers the exit code: 0 done, 1 not.
 */
export async function runExportJobFile(
  file: string,
  tools: {
    readonly core: CoreProcess;
    readonly dataFolder: string;
    readonly printRoom: PrintRoom;
    readonly signal: AbortSignal;
  },
): Promise<0 | 1> {
  try {
    const job = v.parse(exportJobSchema, JSON.parse(await readFile(file, 'utf8')));
    const archive = await findArchive(tools.core, job.folder);
    const ids = await chooseIds(tools.core, archive, job);
    const summary = await runExport(
      {
        jobId: 'command-line',
        archive,
        ids,
        options: job.options,
        target: job.target,
        language: job.language,
        query: job.choice.kind === 'result' ? job.choice.text : null,
        foldsVariants: job.choice.kind !== 'result' || job.choice.foldsVariants,
      },
      {
        dataFolder: tools.dataFolder,
        printRoom: tools.printRoom,
        signal: tools.signal,
        onProgress: (progress) => print({ progress }),
      },
    );
    print({ finished: summary });
    return summary.outcome === 'done' ? 0 : 1;
  } catch (thrown) {
    print({ failed: toFailure(thrown).message });
    return 1;
  }
}

function print(line: object): void {
  process.stdout.write(`${EXPORT_LINE}${JSON.stringify(line)}\n`);
}

async function findArchive(core: CoreProcess, folder: string): Promise<Archive> {
  const real = await realpath(folder).catch(() => folder);
  const archives = await core.ask('archives.list', undefined);
  const archive = archives.find((each) => each.folder === real || each.folder === folder);
  if (archive === undefined)
    throw new AppError('not-found', `${folder} has no index: run index first.`, { path: folder });
  return archive;
}

async function chooseIds(
  core: CoreProcess,
  archive: Archive,
  job: ExportJobFile,
): Promise<readonly PostId[]> {
  const archiveId = archive.id;
  const { choice } = job;
  if (choice.kind === 'posts') {
    const found = await core.ask('posts.idsAt', { archiveId, paths: choice.paths });
    return found.filter((id) => id !== null);
  }
  const { limit, text, filters, sort, foldsVariants } = choice;
  const question = { archiveId, text, filters, sort, foldsVariants };
  const ids = await core.ask('posts.ids', question);
  return ids.slice(0, limit ?? undefined);
}
