import { access, constants, mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { removeDeadParts } from '../../core/store/wholeFile.ts';
import { AppError } from '../../shared/result.ts';

/** What is said of a place an export cannot be written to. */
function unusable(path: string, reason: string, cause?: unknown): AppError {
  const message = `${path} ${reason}. Choose another place.`;
  return new AppError('export-failed', message, { path, cause });
}

/** What stands at a path: null for nothing. */
async function kindOf(path: string): Promise<'folder' | 'file' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

/**
 * Says before the work what would make it useless after. `target` is the PDF (merged) or the folder (separate), which
 * need not be there yet. Takes away what exports that were ended left unfinished there. Throws `export-failed`.
 */
export async function checkTarget(target: string, layout: 'merged' | 'separate'): Promise<void> {
  const found = await kindOf(target);
  if (layout === 'separate') {
    if (found === 'file') throw unusable(target, 'is a file, and one PDF per post needs a folder');
    if (found === 'folder') await checkWritable(target);
    return;
  }
  if (found === 'folder') throw unusable(target, 'is a folder; the PDF needs a file name');
  const folder = dirname(target);
  const around = await kindOf(folder);
  if (around === null) throw unusable(folder, 'is not there');
  if (around === 'file') throw unusable(folder, 'is a file, not a folder');
  await checkWritable(folder);
}

async function checkWritable(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK);
  } catch (thrown) {
    throw unusable(folder, 'cannot be written to', thrown);
  }
  removeDeadParts(folder);
}

/** Folders made for an export. */
export interface MadeFolder {
  /** Takes away again what was made and holds nothing. */
  readonly removeEmpty: () => Promise<void>;
}

/** Makes a folder and those above it. Throws `export-failed`. */
export async function makeFolder(folder: string): Promise<MadeFolder> {
  const first = await mkdir(folder, { recursive: true }).catch((thrown: unknown) => {
    throw unusable(folder, 'cannot be made', thrown);
  });
  return {
    removeEmpty: async () => {
      if (first === undefined) return;
      for (let at = folder; at.length >= first.length; at = dirname(at)) {
        // A folder that holds something stays, and so do those above it.
        if (
          !(await rmdir(at).then(
            () => true,
            () => false,
          ))
        )
          return;
      }
    },
  };
}
