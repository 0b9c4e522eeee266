import { lstatSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { StoredArchive } from '../core/store/archives.ts';
import { listChoices, setChoice } from '../core/store/charsetChoices.ts';
import type { NewChoice } from '../core/store/charsetChoices.ts';
import { openLibrary } from '../core/store/openLibrary.ts';
import type { Library } from '../core/store/openLibrary.ts';
import type { CharsetChoice } from '../shared/charsetChoices.ts';
import { AppError } from '../shared/result.ts';
import type { CommandTools } from './commandTools.ts';
import { indexCommand, register } from './indexCommand.ts';
import type { Invocation } from './invocation.ts';
import type { CliIo } from './io.ts';
import { jsonText, printable } from './printable.ts';
import { dataFolderOf } from './reading.ts';
import type { Place } from './reading.ts';

/** `read-as`: keeps what files are read as and reads them again; without paths, lists what was chosen. */
export async function readAsCommand(
  { charset, paths, isJson }: Extract<Invocation, { command: 'read-as' }>,
  place: Place,
  tools: CommandTools,
): Promise<number> {
  const { io } = tools;
  const dataFolder = dataFolderOf(place, io);
  const archive = await register(resolve(io.folder, place.folder), dataFolder, io);
  const library = openLibrary(dataFolder);
  try {
    for (const typed of paths) {
      setChoice(library, archive.id, { ...targetOf(typed, archive, io), charset });
    }
    if (paths.length === 0 || isJson) await writeChoices(library, archive, { io, isJson });
  } finally {
    library.close();
  }
  if (paths.length === 0) return 0;
  const quiet = isJson ? { ...tools, io: { ...io, write: () => Promise.resolve() } } : tools;
  const { folder } = place;
  return indexCommand({ command: 'index', folder, isFull: false, isJson: false }, place, quiet);
}

/** The file or folder a typed path means: relative to the archive, else from where the person stands. */
function targetOf(
  typed: string,
  { folder }: StoredArchive,
  io: CliIo,
): Pick<NewChoice, 'path' | 'isFolder'> {
  for (const whole of [resolve(folder, typed), resolve(io.folder, typed)]) {
    const path = relative(folder, whole).split(sep).join('/');
    const stat = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (path === '..' || path.startsWith('../') || stat === undefined) continue;
    return { path, isFolder: stat.isDirectory() };
  }
  throw new AppError('not-found', `There is no file or folder ${typed} in ${folder}.`, {
    path: typed,
  });
}

async function writeChoices(
  library: Library,
  archive: StoredArchive,
  { io, isJson }: { readonly io: CliIo; readonly isJson: boolean },
): Promise<void> {
  const choices = listChoices(library, archive.id);
  if (isJson) await io.write(`${jsonText(choices)}\n`);
  else if (choices.length === 0) await io.write('Nothing was chosen; charsets are detected.\n');
  else await io.write(choices.map(lineOf).join(''));
}

function lineOf({ path, isFolder, charset }: CharsetChoice): string {
  const shown = path === '' ? '.' : `${path}${isFolder ? '/' : ''}`;
  return `${charset}  ${printable(shown)}\n`;
}
