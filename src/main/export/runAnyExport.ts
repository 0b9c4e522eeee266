import type { ExportSummary } from '../../shared/exportModel.ts';
import type { CoreProcess } from '../coreProcess.ts';
import type { PrintRoom } from './printRoom.ts';
import { runExport } from './runExport.ts';
import type { ExportJob, ExportTools } from './runExport.ts';
import { runFormatJob } from './runFormatJob.ts';

/** Where exports are made: PDFs by windows of the print room, all others by threads. */
export interface ExportRooms {
  readonly printRoom: PrintRoom;
  readonly dataFolder: string;
  /** Absolute path of the built `formatWorker`. */
  readonly workerScript: string;
}

/** What an export of any format needs of the app. */
export interface AnyExportTools extends ExportRooms, Pick<ExportTools, 'signal' | 'onProgress'> {
  readonly core: CoreProcess;
}

/** The one place where PDFs and all other formats part. Never rejects: the summary says how it ended. */
export function runAnyExport(job: ExportJob, tools: AnyExportTools): Promise<ExportSummary> {
  const { jobId, archive, ids, options, target, language, query, foldsVariants } = job;
  const { format } = options;
  if (format === 'pdf') return runExport(job, tools);
  const text = query?.trim() ?? '';
  const sought = text === '' ? null : { text, foldsVariants: foldsVariants !== false };
  const order = { format, ids, options, language, sought };
  return runFormatJob({ jobId, archiveId: archive.id, order, target }, tools);
}
