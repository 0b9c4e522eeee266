import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { WrittenFormat } from '../export/formats/writers.ts';

/** Formats whose files are read as posts where they lie in an archive. */
const READ_AGAIN: ReadonlySet<WrittenFormat> = new Set(['html', 'markdown']);

const SENTENCES = {
  en: (target: string) =>
    `${target} lies inside the archive’s own folder, so its posts will be listed there a second time.`,
  zh: (target: string) => `${target}位于档案库自己的文件夹内，其中的文章会在列表中再次出现。`,
} as const;

/** What the reader should know of where an export was put, in the language of the export; empty when all is well. */
export async function placeWarnings(
  target: string,
  { archiveFolder, format }: { readonly archiveFolder: string; readonly format: WrittenFormat },
  language: 'en' | 'zh',
): Promise<readonly string[]> {
  if (!READ_AGAIN.has(format)) return [];
  const [top, folder] = await Promise.all([real(archiveFolder), real(dirname(target))]);
  const way = relative(top, folder);
  const isOutside = way === '..' || way.startsWith(`..${sep}`) || way === folder;
  return isOutside ? [] : [SENTENCES[language](target)];
}

/** A folder that is still to be made lies in the one above it. */
async function real(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = await realpath(dirname(path)).catch(() => dirname(path));
    return join(above, basename(path));
  }
}
