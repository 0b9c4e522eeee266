import type { ExportOptions } from '../../shared/exportModel.ts';

/** What every row of the form works with. */
export interface RowsProps {
  readonly options: ExportOptions;
  readonly change: (part: Partial<ExportOptions>) => void;
}
