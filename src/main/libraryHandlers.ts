import { join } from 'node:path';
import { app, shell } from 'electron';
import type { OpenDialogOptions, SaveDialogOptions } from 'electron';
import type { Handlers, Input, ShellChannel } from '../shared/contract.ts';
import type { HighlightsExport } from '../shared/annotations.ts';
import { asArchiveId } from '../shared/ids.ts';
import type { LibraryExport, LibraryImport } from '../shared/libraryModel.ts';
import type { ArchiveId } from '../shared/model.ts';
import { AppError } from '../shared/result.ts';
import type { ShellText } from './i18n/en.ts';
import { askWhatToOpen, askWhereToSave } from './fileDialogs.ts';
import { shellText } from './i18n/shellText.ts';
import type { ShellTools } from './shellTools.ts';

type LibraryChannel = Extract<ShellChannel, `library.${string}` | `highlights.${string}`>;
type Format = Input<'library.export'>['format'];

const EXTENSIONS: Readonly<Record<Format, string>> = { json: 'json', html: 'html', markdown: 'md' };

/** Answers the calls that write the library to a file, read one, or show what was set aside. */
export function libraryHandlers(tools: ShellTools): Handlers<LibraryChannel> {
  return {
    'library.export': ({ format }) => exportLibrary(tools, format),
    'highlights.export': (input) => exportHighlights(tools, input),
    'library.import': () => importLibrary(tools),
    'library.bringBack': async ({ madeAt }) => {
      const archives = await tools.core.ask('library.bringBackFrom', { madeAt });
      await tellOfMerge(tools, archives.map(asArchiveId));
      return undefined;
    },
    'library.openDataFolder': async () => {
      const { dataFolder } = tools.facts;
      const failure = await shell.openPath(dataFolder);
      if (failure !== '') throw new AppError('internal', failure, { path: dataFolder });
      return undefined;
    },
    'library.showSetAside': async () => {
      const recovery = await tools.core.ask('library.recovery', undefined);
      const folder = recovery?.setAside ?? null;
      if (folder === null) throw new AppError('not-found', 'Nothing was set aside.');
      shell.showItemInFolder(join(folder, 'library.sqlite'));
      return undefined;
    },
  };
}

async function exportLibrary(tools: ShellTools, format: Format): Promise<LibraryExport | null> {
  const text = shellText(tools.language()).dialogs;
  const options: SaveDialogOptions = {
    title: format === 'json' ? text.exportLibraryTitle : text.exportBookmarksTitle,
    buttonLabel: text.exportButton,
    defaultPath: join(app.getPath('documents'), fileName(format, text)),
    filters: [{ name: typeName(format, text), extensions: [EXTENSIONS[format]] }],
  };
  const filePath = await askWhereToSave(tools.window(), options);
  if (filePath === null) return null;
  return tools.core.ask('library.exportTo', { file: filePath, format });
}

async function exportHighlights(
  tools: ShellTools,
  wanted: Input<'highlights.export'>,
): Promise<HighlightsExport | null> {
  const { dialogs: text, highlights: words } = shellText(tools.language());
  const day = new Date().toISOString().slice(0, 10);
  const file = await askWhereToSave(tools.window(), {
    title: text.exportHighlightsTitle,
    buttonLabel: text.exportButton,
    defaultPath: join(app.getPath('documents'), `${text.highlightsFileName} ${day}.md`),
    filters: [{ name: text.markdownFile, extensions: ['md'] }],
  });
  if (file === null) return null;
  return tools.core.ask('highlights.exportTo', { ...wanted, file, words });
}

async function importLibrary(tools: ShellTools): Promise<LibraryImport | null> {
  const text = shellText(tools.language()).dialogs;
  const options: OpenDialogOptions = {
    title: text.importLibraryTitle,
    buttonLabel: text.importButton,
    filters: [{ name: text.libraryFile, extensions: ['json'] }],
    properties: ['openFile'],
  };
  const file = await askWhatToOpen(tools.window(), options);
  if (file === null) return null;
  const imported = await tools.core.ask('library.importFrom', { file });
  await tellOfMerge(
    tools,
    imported.archives.map(({ archiveId }) => archiveId),
  );
  return imported;
}

/** Everything that readers marked and wrote in these archives may be another now. */
async function tellOfMerge(tools: ShellTools, archiveIds: readonly ArchiveId[]): Promise<void> {
  tools.send('archives.changed', { archives: await tools.folders.refresh() });
  for (const archiveId of archiveIds) {
    tools.send('index.changed', { archiveId, wasRebuilt: false });
    tools.send('annotations.changed', { archiveId, paths: null });
    tools.send('searches.changed', { archiveId });
  }
}

function fileName(format: Format, text: ShellText['dialogs']): string {
  const day = new Date().toISOString().slice(0, 10);
  const name = format === 'json' ? text.libraryFileName : text.bookmarksFileName;
  return `${name} ${day}.${EXTENSIONS[format]}`;
}

function typeName(format: Format, text: ShellText['dialogs']): string {
  const names = { json: text.libraryFile, html: text.htmlFile, markdown: text.markdownFile };
  return names[format];
}
