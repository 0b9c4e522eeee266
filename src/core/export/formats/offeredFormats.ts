import { exportFormats } from '../../../shared/exportModel.ts';
import type { ExportFormat } from '../../../shared/exportModel.ts';
import { formatRow } from './writers.ts';

/** The formats that can be made, in the order in which they are offered. */
export function offeredFormats(): readonly ExportFormat[] {
  return exportFormats.filter((format) => format === 'pdf' || formatRow(format) !== null);
}
