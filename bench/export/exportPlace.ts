import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasProgram } from '../rivals/programs.ts';
import { writeExportArchive, type ExportPost } from './exportArchive.ts';

/** An indexed archive to export from. */
export interface ExportPlace {
  readonly folder: string;
  readonly dataFolder: string;
  /** For what is made; empty. */
  readonly outFolder: string;
  readonly posts: readonly ExportPost[];
}

/** How the built programs are started. */
export interface Programs {
  /** The built command line. */
  readonly cli: string;
  /** The built program that prints by plain `printToPDF`. */
  readonly plainPrint: string;
  readonly electron: string;
}

/** The programs beside the built benchmark. Throws when there is no Electron. */
export function programsBeside(entryFolder: string): Programs {
  const project = join(entryFolder, '..', '..');
  const script = join(project, 'scripts', 'electron-path.mjs');
  return {
    cli: join(entryFolder, 'cli.js'),
    plainPrint: join(entryFolder, 'plainPrint.js'),
    electron: execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim(),
  };
}

/** Writes and indexes an archive below `parent`. Throws when it cannot be indexed. */
export function makeExportPlace(
  parent: string,
  { posts, seed, cli }: { readonly posts: number; readonly seed: number; readonly cli: string },
): ExportPlace {
  const home = join(parent, String(posts));
  const [folder, dataFolder, outFolder] = [
    join(home, 'archive'),
    join(home, 'data'),
    join(home, 'out'),
  ];
  mkdirSync(outFolder, { recursive: true });
  const written = writeExportArchive(folder, { posts, seed });
  execFileSync(process.execPath, [cli, 'index', folder, '--data-dir', dataFolder]);
  return { folder, dataFolder, outFolder, posts: written };
}

/** Bytes of a file, or of all files of a folder; 0 when it is not there. */
export function bytesOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

/** Pages of a PDF, or of all PDFs of a folder, as Poppler counts them; null where there is no `pdfinfo`. */
export function pagesOf(path: string): number | null {
  if (!hasProgram('pdfinfo')) return null;
  const files = statSync(path).isDirectory()
    ? readdirSync(path).map((name) => join(path, name))
    : [path];
  return files.reduce((sum, file) => {
    const { stdout } = spawnSync('pdfinfo', [file], { encoding: 'utf8' });
    return sum + Number(/^Pages:\s+(\d+)/mu.exec(stdout)?.[1] ?? 0);
  }, 0);
}

/** Writes a file that a rival reads and answers its path. */
export function writeInput(place: ExportPlace, name: string, text: string): string {
  const file = join(place.outFolder, name);
  writeFileSync(file, text);
  return file;
}
