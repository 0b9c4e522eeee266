import { isBundleIndexName, isPageFileName } from '../post/conventions.ts';
import { displayPath } from '../rawPath.ts';
import type { IndexWriter } from '../store/storeTypes.ts';
import { staleStamp } from './diffFiles.ts';
import type { KnownFiles } from './knownFiles.ts';
import type { FolderEntry } from './listFolder.ts';
import type { ListedFolder } from './scanFolder.ts';
import { isPostName } from './scanRules.ts';

/** Under this key the index keeps the folders that a generator's configuration stood in at the last look. */
const SITE_FOLDERS = 'siteFolders';

/** What a run knows and writes. */
interface Ground {
  readonly known: KnownFiles;
  readonly writer: Pick<IndexWriter, 'getMeta' | 'setMeta' | 'stampOf' | 'touch'>;
  /** Whether the site has page bundles. */
  readonly hasBundles: boolean;
}

/**
 * Tells of each folder that is listed whether its known files are to be read anew although they are the same: what a
 * file means depends on what lies beside and above it too. A bundle's `index.md` makes everything below its folder a
 * resource; a configuration makes a README a page. Marks such files, in the index first: a run that is cut short goes
 * on from there. Call it before the folder's own files are compared.
 */
export function folderRules({ known, writer, hasBundles }: Ground): (listed: ListedFolder) => void {
  const sites = new Set(readFolders(writer.getMeta(SITE_FOLDERS)));
  const spoil = (paths: readonly string[]): void => {
    // Nothing is known yet of most folders that a rule begins to hold for.
    if (paths.length === 0) return;
    writer.touch(paths.flatMap((path) => writer.stampOf(path) ?? []).map(staleStamp));
  };
  return ({ path, entries, isSite }) => {
    if (sites.has(path) !== isSite) {
      spoil(known.spoilIn(path, isPageFileName));
      if (isSite) sites.add(path);
      else sites.delete(path);
      writer.setMeta(SITE_FOLDERS, JSON.stringify([...sites]));
    }
    // The first folder is the content; an index in it is the home page, see `bundleFinder`.
    if (!hasBundles || !path.includes('/')) return;
    const wasBundle = known.folder(path)?.some(isIndexName) === true;
    if (wasBundle !== isBundle(entries)) spoil(known.spoilBelow(path));
  };
}

/** PURE. Whether one of a folder's entries makes it a leaf bundle. */
function isBundle(entries: readonly FolderEntry[]): boolean {
  return entries.some(({ name, kind }) => kind !== 'folder' && isIndexName(displayPath(name)));
}

/** PURE. Whether an entry of this name makes its folder a leaf bundle, if it is no folder itself. */
export function isIndexName(name: string): boolean {
  return isBundleIndexName(name) && isPostName(name);
}

function readFolders(kept: string | null): readonly string[] {
  if (kept === null) return [];
  // Written by `folderRules` only.
  const folders: readonly string[] = JSON.parse(kept);
  return folders;
}
