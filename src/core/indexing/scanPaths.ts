import { lstatSync } from 'node:fs';
import { systemCode } from '../archiveFiles.ts';
import { isPageFileName } from '../post/conventions.ts';
import { isSiteConfigPath } from '../post/siteConfig.ts';
import { displayPath, joinRaw } from '../rawPath.ts';
import type { RawPath } from '../rawPath.ts';
import { realRoot } from './archiveRoot.ts';
import { coverage } from './coveredPaths.ts';
import { isIndexName } from './folderRules.ts';
import { listFolder } from './listFolder.ts';
import { isSiteFolder } from './readSite.ts';
import { lookAt, marked, startWalk, walkFolders } from './scanFolder.ts';
import type { ScanRequest, SeenFile, WalkedFolder } from './scanFolder.ts';
import { isGeneratorName, isPostName, isSkippedFolder } from './scanRules.ts';

/** What to look at again. */
export interface PathsRequest {
  /** Absolute path of the archive's folder. */
  readonly folder: string;
  /** Relative to the folder, with `/`; files or folders, there or gone. */
  readonly paths: readonly string[];
  /** Whether the index knows a path; a folder it knows is one that could not be listed. */
  readonly isKnown: (path: string) => boolean;
  /** Whether the site has page bundles. */
  readonly hasBundles?: boolean;
  readonly onFolder?: ScanRequest['onFolder'];
  readonly signal?: AbortSignal;
}

/** What was found at some paths of an archive, and below them. */
export interface PathsFound {
  readonly seen: readonly SeenFile[];
  /** Whether a path was looked at: what the index knows there and was not seen is gone. */
  readonly covers: (path: string) => boolean;
}

/**
 * Looks again at some paths of an archive, and finds there what `scanFolder` would find. Null when only a whole scan
 * can tell: a link is among them (what one link shows depends on all others), a generator's configuration, the index of a
 * page bundle that came or went beside other files, or a folder that may not be listed. Throws `AppError` as `scanFolder` does.
 */
export async function scanPaths(request: PathsRequest): Promise<PathsFound | null> {
  const root = await realRoot(request.folder);
  const look: Look = { request, root, seen: new Map(), folders: [], sites: new Map() };
  for (const path of request.paths) {
    if (request.signal?.aborted === true) break;
    // In order, so that what one path says of a folder serves the next.
    if (!(await lookAtPath(look, path))) return null;
  }
  const walk = startWalk(request, root, look.folders);
  for await (const chunk of walkFolders(walk)) {
    for (const file of chunk) look.seen.set(file.path, file);
  }
  if (walk.links.length > 0) return null;
  return { seen: [...look.seen.values()], covers: coverage(request.paths) };
}

interface Look {
  readonly request: PathsRequest;
  readonly root: RawPath;
  readonly seen: Map<string, SeenFile>;
  readonly folders: WalkedFolder[];
  /** Whether a generator's configuration stands in a folder, by its relative path. */
  readonly sites: Map<string, Promise<boolean>>;
}

/** Adds what is at one path; false when only a whole scan can tell. */
async function lookAtPath(look: Look, path: string): Promise<boolean> {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (path === '' || isSiteConfigPath(path)) return false;
  if (await isLeftOut(look, parts)) return true;
  if (await isBundleOtherwise(look, parts)) return false;
  const isUnlisted = parts.some(
    (_part, at) => at > 0 && look.request.isKnown(parts.slice(0, at).join('/')),
  );
  const kind = isUnlisted ? 'doubtful' : kindOf(look, path);
  if (kind === 'file') await lookAtFile(look, parts);
  if (kind === 'folder' && !isSkippedFolder(name, await isSite(look, parts))) {
    look.folders.push({ relative: path, real: joinRaw(look.root, path), depth: parts.length });
  }
  return kind !== 'doubtful';
}

/** Whether the index of a page bundle came or went, and with it what the files beside and below it are. */
async function isBundleOtherwise(
  { request, root }: Look,
  parts: readonly string[],
): Promise<boolean> {
  const name = parts.at(-1) ?? '';
  if (request.hasBundles !== true || parts.length < 3 || !isIndexName(name)) return false;
  const folder = parts.slice(0, -1).join('/');
  const entries = await listFolder(joinRaw(root, folder)).catch(() => []);
  const isThere = entries.some((entry) => entry.name === name && entry.kind !== 'folder');
  if (isThere === request.isKnown(parts.join('/'))) return false;
  // In the usual bundle there are but pictures.
  return entries.some(
    (entry) =>
      entry.name !== name && (entry.kind !== 'other' || isPostName(displayPath(entry.name))),
  );
}

/** Whether a folder above is one that is left out with everything in it. */
async function isLeftOut(look: Look, parts: readonly string[]): Promise<boolean> {
  for (let at = 0; at < parts.length - 1; at += 1) {
    const isGenerators = isGeneratorName(parts[at] ?? '');
    // From the top down: a folder that is left out is not looked into.
    const beside = isGenerators && (await isSite(look, parts.slice(0, at + 1)));
    if (isSkippedFolder(parts[at] ?? '', beside)) return true;
  }
  return false;
}

/** Whether a generator works in the folder that holds this entry. */
function isSite(look: Look, parts: readonly string[]): Promise<boolean> {
  const name = parts.at(-1) ?? '';
  // It matters to the names of its folders and pages only, and asking costs reading the folder.
  if (!isGeneratorName(name) && !isPageFileName(name)) return Promise.resolve(false);
  const folder = parts.slice(0, -1).join('/');
  const known = look.sites.get(folder);
  if (known !== undefined) return known;
  const real = folder === '' ? look.root : joinRaw(look.root, folder);
  const asked = listFolder(real).then(
    (entries) => isSiteFolder(real, entries),
    // Gone by now: its own event tells the rest.
    () => false,
  );
  look.sites.set(folder, asked);
  return asked;
}

function kindOf({ root }: Look, path: string): 'gone' | 'folder' | 'file' | 'doubtful' {
  try {
    const stat = lstatSync(joinRaw(root, path));
    if (stat.isDirectory()) return 'folder';
    return stat.isSymbolicLink() ? 'doubtful' : 'file';
  } catch (error) {
    const code = systemCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'gone' : 'doubtful';
  }
}

async function lookAtFile(look: Look, parts: readonly string[]): Promise<void> {
  if (!isPostName(parts.at(-1) ?? '')) return;
  const path = parts.join('/');
  const seen = lookAt(joinRaw(look.root, path), path);
  if (seen !== null) look.seen.set(path, marked(seen, await isSite(look, parts)));
}
