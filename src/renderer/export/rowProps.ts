import type { ExportOptions } from '../../shared/exportModel.ts';

/** What every row of the form works with. */
export interface RowsProps {
  readonly options: ExportOptions;
  /** True where each file holds one post: no cover, contents or parts, and no order. */
  readonly isAlone: boolean;
  readonly change: (part: Partial<ExportOptions>) => void;
}
