import { join } from 'node:path';
import { app } from 'electron';
import { safeFileName } from '../../core/export/fileNames.ts';
import { formatRow } from '../../core/export/formats/writers.ts';
import type { Input } from '../../shared/contract.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';
import type { Archive } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { askWhereToSave } from '../fileDialogs.ts';
import { shellText } from '../i18n/shellText.ts';
import type { ShellTools } from '../shellTools.ts';

/** The extension of the one file that an export gives; null when it gives a folder. Throws `bad-input`. */
function extensionOf({ format, layout }: ExportOptions): string | null {
  if (format === 'pdf') return layout === 'merged' ? 'pdf' : null;
  const row = formatRow(format);
  if (row === null) throw new AppError('bad-input', `There is no export to ${format}.`);
  return row.shape === 'file' ? row.extension : null;
}

/** Asks where to save: a file, or the name of a new folder; null when the reader cancels. */
export async function askTarget(
  tools: ShellTools,
  archive: Archive,
  input: Input<'export.start'>,
): Promise<string | null> {
  const text = shellText(tools.language()).dialogs;
  const { options } = input;
  const extension = extensionOf(options);
  const format = text.exportFormats[options.format];
  const name = safeFileName(await suggestName(tools, archive, input));
  const filePath = await askWhereToSave(tools.window(), {
    title: extension === null ? text.exportFolderTitle(format) : text.exportFileTitle(format),
    buttonLabel: text.exportButton,
    defaultPath: join(app.getPath('documents'), extension === null ? name : `${name}.${extension}`),
    filters: extension === null ? [] : [{ name: format, extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (filePath === null || extension === null) return filePath;
  return filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`;
}

/** One post goes under its title, several under the archive's name. */
async function suggestName(
  tools: ShellTools,
  archive: Archive,
  { ids, options }: Input<'export.start'>,
): Promise<string> {
  if (options.title.trim() !== '') return options.title;
  if (ids.length > 1) return `${archive.name} ${ids.length}`;
  const request = { archiveId: archive.id, ids, isPreview: true };
  const [only] = await tools.core.ask('posts.getMany', request);
  return only?.outcome === 'post' ? only.post.title : archive.name;
}
