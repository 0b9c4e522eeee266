import { setImmediate as nextTurn } from 'node:timers/promises';
import { MAX_POST_BYTES, failureOf, isInside, realPathOf, systemCode } from '../archiveFiles.ts';
import { displayPath, indexedPath, joinRaw, nameOf, parentOf, pathKey } from '../rawPath.ts';
import type { RawPath } from '../rawPath.ts';
import { realRoot, unreadableRoot } from './archiveRoot.ts';
import { listFolder, measure } from './listFolder.ts';
import type { FolderEntry, Measured } from './listFolder.ts';
import type { KnownFiles } from './knownFiles.ts';
import type { MeasureThread } from './measureThread.ts';
import { isPageFileName } from '../post/conventions.ts';
import { fileProblem } from './scanProblems.ts';
import type { FileProblemCode, Named } from './scanProblems.ts';
import { isPostName, isSkippedFolder } from './scanRules.ts';
import { isSiteFolder } from './readSite.ts';
import type { Problem } from '../../shared/model.ts';

/** A file with a post's name as the scan saw it. */
export interface SeenFile extends Named {
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  /** Null for a file to be read; else why it cannot be. */
  readonly problem: Problem | null;
  /** True for a folder that could not be listed: what is known of files below it stays. */
  readonly isFolder: boolean;
  /** True for README.md and the like where a generator's configuration stands beside it. */
  readonly isSitePage?: boolean;
}

/** A folder and what lies in it. */
export interface ListedFolder {
  /** Relative to the archive. */
  readonly path: string;
  readonly entries: readonly FolderEntry[];
  /** Whether a generator's configuration stands in it. */
  readonly isSite: boolean;
}

/** What to scan, and how. */
export interface ScanRequest {
  /** Absolute path of the archive's folder. */
  readonly folder: string;
  readonly signal?: AbortSignal;
  /** What is known already: files that are the same are noted there, and not among what is found. */
  readonly known?: KnownFiles;
  /** Helps with asking about known files. */
  readonly measurer?: MeasureThread;
  /** Folders nested deeper than this are reported, not entered. */
  readonly maxDepth?: number;
  /** Called for every folder whose entries were read, before its files are looked at. */
  readonly onFolder?: ((listed: ListedFolder) => void) | undefined;
  /** Called for every link that decides what is listed: one named as a post, or one to a folder. */
  readonly onLink?: () => void;
}

/** Deep enough for anything made by people; a path of the system's greatest length ends earlier. */
const MAX_DEPTH = 1_000;
/** How long the scan works before it lets other things of its thread happen, in milliseconds. */
const SLICE_MS = 25;
const CHUNK_FILES = 500;

/** A folder to be walked. */
export interface WalkedFolder {
  readonly relative: RawPath;
  readonly real: RawPath;
  readonly depth: number;
}

/** A walk through folders under way. */
export interface Walk {
  readonly request: ScanRequest;
  readonly root: RawPath;
  readonly folders: WalkedFolder[];
  readonly links: RawPath[];
  readonly visited: Set<string>;
  readonly linked: Set<string>;
}

/**
 * Finds every file of an archive that is to become a post, in chunks, names of one folder from last to first (dated
 * names: newest first). Links are looked at last, so that a file is known by its own place. Never writes, never
 * enters a folder outside. Throws `AppError` (`archive-missing`, `archive-unreadable`) when the folder itself
 * cannot be listed; every other trouble is a finding with a problem. Ends early when the signal aborts.
 */
export async function* scanFolder(request: ScanRequest): AsyncGenerator<readonly SeenFile[], void> {
  const root = await realRoot(request.folder);
  const walk = startWalk(request, root, [{ relative: '', real: root, depth: 0 }]);
  yield* walkFolders(walk);
  while (walk.links.length > 0) {
    const links = walk.links.splice(0);
    for (const link of links) {
      if (request.signal?.aborted === true) return;
      // A link's folder is walked before the next link is judged.
      const found = await followLink(walk, link);
      if (found !== null) yield [found];
      yield* walkFolders(walk);
    }
  }
}

/** A walk that has not begun. `root` is the archive's real path. */
export function startWalk(request: ScanRequest, root: RawPath, folders: WalkedFolder[]): Walk {
  return { request, root, folders, links: [], visited: new Set(), linked: new Set() };
}

/** Lists the files of the walk's folders and of those below; links are put down in `links`, not followed. */
export async function* walkFolders(walk: Walk): AsyncGenerator<readonly SeenFile[], void> {
  let sliceEnd = performance.now() + SLICE_MS;
  for (let folder = walk.folders.pop(); folder !== undefined; folder = walk.folders.pop()) {
    const key = pathKey(folder.real);
    if (walk.visited.has(key)) continue;
    walk.visited.add(key);
    for await (const chunk of readFolder(walk, folder)) {
      if (walk.request.signal?.aborted === true) return;
      yield chunk;
      if (performance.now() < sliceEnd) continue;
      await nextTurn();
      sliceEnd = performance.now() + SLICE_MS;
    }
  }
}

async function* readFolder(walk: Walk, folder: WalkedFolder): AsyncGenerator<SeenFile[], void> {
  const entries = await entriesOf(walk, folder);
  if (!Array.isArray(entries)) {
    if (entries !== null) yield [entries];
    return;
  }
  const isSite = await isSiteFolder(folder.real, entries);
  if (typeof folder.relative === 'string') {
    walk.request.onFolder?.({ path: folder.relative, entries, isSite });
  }
  const subfolders: WalkedFolder[] = [];
  const names: RawPath[] = [];
  for (const { name, kind } of entries) {
    const shown = displayPath(name);
    if (kind === 'folder' || kind === 'link') {
      if (isSkippedFolder(shown, isSite)) continue;
      const relative = joinRaw(folder.relative, name);
      if (kind === 'link') walk.links.push(relative);
      else subfolders.push({ relative, real: joinRaw(folder.real, name), depth: folder.depth + 1 });
    } else if (isPostName(shown)) names.push(name);
  }
  // The last one is walked first, and names come from last to first.
  walk.folders.push(...subfolders.toReversed());
  const changed = changedNames(walk, folder, names);
  for await (const chunk of changed) {
    yield chunk.flatMap((name) => {
      const seen = lookAt(joinRaw(folder.real, name), joinRaw(folder.relative, name));
      return seen === null ? [] : [marked(seen, isSite)];
    });
  }
}

/** The names in chunks, without those of files that are known and were found the same. */
async function* changedNames(
  { request }: Walk,
  { relative, real }: WalkedFolder,
  names: readonly RawPath[],
): AsyncGenerator<readonly RawPath[], void> {
  const known = request.known?.folder(displayPath(relative));
  const texts = known === undefined || typeof real !== 'string' ? [] : names.filter(isText);
  // Names that are not text are few, and found under others than they are known by.
  const isPlain = texts.length === names.length && typeof real === 'string';
  const measuring = isPlain ? request.measurer?.begin({ folder: real, names: texts }) : undefined;
  for (let start = 0; start < names.length; start += CHUNK_FILES) {
    const end = Math.min(names.length, start + CHUNK_FILES);
    if (known === undefined || measuring === undefined) {
      yield names.slice(start, end);
      continue;
    }
    await measuring.whenMeasured({ start, end });
    const { numbers } = measuring;
    yield texts.slice(start, end).filter((name, at) => {
      const place = 2 * (start + at);
      const sizeBytes = numbers[place] ?? Number.NaN;
      const mtimeMs = numbers[place + 1] ?? Number.NaN;
      return !known.isSame(name, { sizeBytes, mtimeMs });
    });
  }
}

function isText(name: RawPath): name is string {
  return typeof name === 'string';
}

/** PURE. The file, marked where it is a page of the site whose configuration stands beside it. */
export function marked(seen: SeenFile, isSite: boolean): SeenFile {
  if (!isSite) return seen;
  const isSitePage = isPageFileName(seen.path.slice(seen.path.lastIndexOf('/') + 1));
  return isSitePage ? { ...seen, isSitePage } : seen;
}

/** The folder's entries; a finding when it cannot be listed; null when it is gone by now. */
async function entriesOf(
  walk: Walk,
  folder: WalkedFolder,
): Promise<FolderEntry[] | SeenFile | null> {
  if (folder.depth > (walk.request.maxDepth ?? MAX_DEPTH)) return folderTrouble('too-deep', folder);
  try {
    return await listFolder(folder.real);
  } catch (error) {
    const code = systemCode(error);
    if (folder.relative === '') throw unreadableRoot(walk.request.folder, error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    return folderTrouble(code === 'ENAMETOOLONG' ? 'too-deep' : 'unreadable', folder);
  }
}

function folderTrouble(code: FileProblemCode, folder: WalkedFolder): SeenFile {
  return { ...trouble(code, folder.relative, null), isFolder: true };
}

/** What an entry with a post's name is; null when it is gone by now. */
export function lookAt(real: RawPath, relative: RawPath): SeenFile | null {
  try {
    return seenFile(measure(real), relative);
  } catch (error) {
    const { reason } = failureOf(error);
    if (reason === 'vanished') return null;
    return trouble(systemCode(error) === 'ENAMETOOLONG' ? 'too-deep' : reason, relative, null);
  }
}

function seenFile(measured: Measured, relative: RawPath): SeenFile {
  if (!measured.isFile) return trouble('not-a-file', relative, measured);
  if (measured.sizeBytes > MAX_POST_BYTES) return trouble('too-large', relative, measured);
  const { sizeBytes, mtimeMs } = measured;
  // A hundred thousand times in a row, so the usual path is not copied from object to object.
  return typeof relative === 'string'
    ? { path: relative, sizeBytes, mtimeMs, problem: null, isFolder: false }
    : { ...indexedPath(relative), sizeBytes, mtimeMs, problem: null, isFolder: false };
}

/**
 * A link counts when it leads to something inside that the walk did not come across by itself (a file kept in a
 * dot-folder, as git-annex does). Null when there is nothing to say about it.
 */
async function followLink(walk: Walk, relative: RawPath): Promise<SeenFile | null> {
  const isNamedAsPost = isPostName(displayPath(nameOf(relative)));
  try {
    const real = await realPathOf(joinRaw(walk.root, relative));
    const measured = measure(real);
    const matters = isNamedAsPost || measured.isFolder;
    noteLink(walk, matters);
    if (!isInside(walk.root, real)) return matters ? trouble('link-outside', relative, null) : null;
    if (measured.isFolder) {
      walk.folders.push({ relative, real, depth: depthOf(relative) });
      return null;
    }
    if (!isNamedAsPost || isKnownFile(walk, real)) return null;
    walk.linked.add(pathKey(real));
    return seenFile(measured, relative);
  } catch {
    // Nobody knows what it would lead to.
    noteLink(walk, true);
    return isNamedAsPost ? danglingLink(relative) : null;
  }
}

function noteLink({ request }: Walk, matters: boolean): void {
  if (matters) request.onLink?.();
}

function danglingLink(relative: RawPath): SeenFile {
  const seen = trouble('unreadable', relative, null);
  const message = 'It is a link to something that is not there; remove it or put the file back.';
  return {
    ...seen,
    problem: { ...fileProblem('unreadable', indexedPath(relative), null), message },
  };
}

/** Whether a file is listed under its own path, or was reached by an earlier link. */
function isKnownFile(walk: Walk, real: RawPath): boolean {
  if (walk.linked.has(pathKey(real))) return true;
  return walk.visited.has(pathKey(parentOf(real))) && isPostName(displayPath(nameOf(real)));
}

function depthOf(relative: RawPath): number {
  return displayPath(relative).split('/').length;
}

function trouble(code: FileProblemCode, relative: RawPath, measured: Measured | null): SeenFile {
  const named = indexedPath(relative);
  const sizeBytes = measured?.sizeBytes ?? null;
  return {
    ...named,
    sizeBytes: sizeBytes ?? 0,
    mtimeMs: measured?.mtimeMs ?? 0,
    problem: fileProblem(code, named, sizeBytes),
    isFolder: false,
  };
}
