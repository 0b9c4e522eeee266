import type { Settings } from '../../shared/appModel.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';

type Kept = Pick<Settings, 'exportOptions' | 'otherExportOptions'>;

/**
 * PURE. Settings with options of an export changed. Another format has what was chosen for it last; the first time, what
 * is chosen now. A title is of one book and is not kept.
 */
export function changedOptions(
  { exportOptions: now, otherExportOptions: others }: Kept,
  part: Partial<ExportOptions>,
): Kept {
  const format = part.format ?? now.format;
  const before = format === now.format ? now : others.find((one) => one.format === format);
  const left = format === now.format ? [] : [now];
  return {
    exportOptions: { ...(before ?? now), ...part, title: '', subtitle: '' },
    otherExportOptions: [
      ...others.filter((one) => one.format !== format && one.format !== now.format),
      ...left,
    ],
  };
}
