import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { formatRow } from '../../core/export/formats/writers.ts';
import { proposedName } from '../../core/export/proposedName.ts';
import type { Input } from '../../shared/contract.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';
import type { Archive } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { localDay } from '../../shared/text/localDay.ts';
import { askWhereToSave } from '../fileDialogs.ts';
import { shellText } from '../i18n/shellText.ts';
import type { ShellTools } from '../shellTools.ts';
import { freeName, withEnding } from './freeName.ts';

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
  const filePath = await askWhereToSave(tools.window(), {
    title: extension === null ? text.exportFolderTitle(format) : text.exportFileTitle(format),
    buttonLabel: text.exportButton,
    defaultPath: await proposedPath(tools, archive, { input, extension }),
    filters: extension === null ? [] : [{ name: format, extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (filePath === null || extension === null) return filePath;
  return withEnding(filePath, extension);
}

/** The proposal: where the last export was put, under a name that no folder there has. */
async function proposedPath(
  tools: ShellTools,
  archive: Archive,
  {
    input,
    extension,
  }: { readonly input: Input<'export.start'>; readonly extension: string | null },
): Promise<string> {
  const { ids, options, query } = input;
  const name = proposedName({
    title: options.title,
    postTitle: ids.length === 1 ? await titleOf(tools, archive, ids) : null,
    query: query ?? null,
    archive: archive.name,
    today: localDay(new Date()),
  });
  const { exportFolder } = await tools.core.ask('settings.get', undefined);
  const isThere = exportFolder !== null && (await isFolder(exportFolder));
  const folder = isThere ? exportFolder : app.getPath('documents');
  if (extension !== null) return join(folder, `${name}.${extension}`);
  // An export that is a folder is put in none that holds something.
  return join(folder, await freeName(folder, name));
}

async function titleOf(
  tools: ShellTools,
  archive: Archive,
  ids: Input<'export.start'>['ids'],
): Promise<string | null> {
  const request = { archiveId: archive.id, ids, isPreview: true };
  const [only] = await tools.core.ask('posts.getMany', request);
  return only?.outcome === 'post' ? only.post.title : null;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
