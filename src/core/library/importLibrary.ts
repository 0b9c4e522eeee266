import { readFileSync, statSync } from 'node:fs';
import { defaultSettings } from '../../shared/defaults.ts';
import { asArchiveId } from '../../shared/ids.ts';
import type { ArchiveImport, ArchiveMatch, LibraryImport } from '../../shared/libraryModel.ts';
import { AppError } from '../../shared/result.ts';
import { settingsSchema } from '../../shared/schemas.ts';
import { checkSomePlaces } from '../annotations/checkPlaces.ts';
import { countLibrary } from '../store/countLibrary.ts';
import { findArchiveByFolder, getArchive, listArchives } from '../store/archives.ts';
import type { ArchiveContents, LibraryContents } from '../store/libraryContents.ts';
import { type ArchiveMerge, mergeContents } from '../store/mergeContents.ts';
import { openIndexReader } from '../store/openIndex.ts';
import type { Library } from '../store/openLibrary.ts';
import { reconcile } from '../store/reconcile.ts';
import { getSettings, setSettings } from '../store/settings.ts';
import type { IndexReader } from '../store/storeTypes.ts';
import type { WrittenRows } from '../store/writtenRows.ts';
import { readLibraryFile } from './libraryFile.ts';
import * as v from 'valibot';

/** A larger file is no library. */
const LARGEST_FILE = 512 * 1024 * 1024;

/** Of an archive that is neither known by its id nor by its folder, at least this share of posts must be there. */
const SAME_SHARE = 0.5;

/** How long is looked for the words of highlights at once, in milliseconds; the next run does the rest. */
const CHECK_MS = 500;

/** What is imported where. */
export interface LibraryImportRequest {
  readonly dataFolder: string;
  /** Absolute path. */
  readonly file: string;
}

/**
 * Merges a library file (JSON) into the library: all of it or, when anything fails, nothing. An archive of the file is
 * the one here with the same id, else the same folder, else the one that holds most of its posts by content; else it
 * joins the list as it is. Marks whose post is not there are kept and wait for it. Importing the same file again
 * changes nothing.
 *
 * @throws {AppError} `library-file-invalid` with what is wrong and where
 */
export function importLibrary(library: Library, request: LibraryImportRequest): LibraryImport {
  const { contents, unknownFields } = readLibraryFile(readText(request.file), request.file);
  const imported = library.database
    .transaction(() => {
      const placed = contents.archives.map((each) => place(library, request.dataFolder, each));
      const target: LibraryContents = { archives: mergeSame(placed), settings: new Map() };
      const before = new Map(
        target.archives.map(({ archive: { id } }) => [id, countLibrary(library.database, id)]),
      );
      const merged = new Map(
        mergeContents(library, target).map((each) => [each.archiveId, each] as const),
      );
      const settingsTaken = takeSettings(library, contents);
      const archives = target.archives.map(({ archive }): ArchiveImport => {
        const { id: archiveId } = archive;
        const match = placed.find((each) => each.archive.id === archiveId)?.match ?? 'new';
        const waiting = settle(library, request.dataFolder, archiveId);
        return {
          archiveId: asArchiveId(archiveId),
          name: getArchive(library, asArchiveId(archiveId))?.name ?? archive.name,
          match,
          ...countsOf(merged.get(archiveId)),
          before: before.get(archiveId) ?? countLibrary(library.database, archiveId),
          after: countLibrary(library.database, archiveId),
          waiting,
        };
      });
      return { archives, settingsTaken };
    })
    .immediate();
  return { file: request.file, ...imported, unknownFields };
}

function countsOf(
  merge: ArchiveMerge | undefined,
): Omit<ArchiveImport, 'archiveId' | 'name' | 'match' | 'waiting' | 'before' | 'after'> {
  const none = { added: 0, updated: 0, kept: 0 };
  const { bookmarks = none, readingState = none, written } = merge ?? {};
  const nothing = { highlights: none, notes: none, labels: none, savedSearches: none };
  return { bookmarks, readingState, ...(written ?? nothing) };
}

type Placed = ArchiveContents & { readonly match: ArchiveMatch };

/** The same contents under the id of the archive they belong to here. */
function place(library: Library, dataFolder: string, contents: ArchiveContents): Placed {
  const { archive } = contents;
  if (getArchive(library, asArchiveId(archive.id)) !== null) return { ...contents, match: 'id' };
  const here = findArchiveByFolder(library, archive.folder);
  if (here !== null) return { ...contents, archive: { ...archive, id: here.id }, match: 'folder' };
  const same = findByContent(library, dataFolder, contents);
  if (same === null) return { ...contents, match: 'new' };
  return { ...contents, archive: { ...archive, id: same }, match: 'content' };
}

/** Two archives of the file may be one here. */
function mergeSame(placed: readonly ArchiveContents[]): readonly ArchiveContents[] {
  const byId = new Map<string, ArchiveContents>();
  for (const each of placed) {
    const known = byId.get(each.archive.id);
    byId.set(
      each.archive.id,
      known === undefined
        ? each
        : {
            ...known,
            bookmarks: [...known.bookmarks, ...each.bookmarks],
            readingState: [...known.readingState, ...each.readingState],
            readAs: [...known.readAs, ...each.readAs],
            written: bothWritten(known.written, each.written),
          },
    );
  }
  return [...byId.values()];
}

function bothWritten(one: WrittenRows, other: WrittenRows): WrittenRows {
  return {
    highlights: [...one.highlights, ...other.highlights],
    notes: [...one.notes, ...other.notes],
    labels: [...one.labels, ...other.labels],
    savedSearches: [...one.savedSearches, ...other.savedSearches],
  };
}

function findByContent(
  library: Library,
  dataFolder: string,
  { bookmarks, readingState, written }: ArchiveContents,
): string | null {
  const rows = [...bookmarks, ...readingState, ...written.highlights, ...written.notes];
  const marked = rows.flatMap(({ contentHash }) => contentHash || []);
  const hashes = new Set(marked);
  if (hashes.size === 0) return null;
  let best: { readonly id: string; readonly share: number } | null = null;
  for (const { id } of listArchives(library)) {
    const share = withIndex(dataFolder, id, (index) => shareOf(hashes, index)) ?? 0;
    if (share >= SAME_SHARE && share > (best?.share ?? 0)) best = { id, share };
  }
  return best?.id ?? null;
}

function shareOf(hashes: ReadonlySet<string>, index: IndexReader): number {
  const found = new Set<string>();
  for (const { contentHash } of index.identities()) {
    if (hashes.has(contentHash)) found.add(contentHash);
  }
  return found.size / hashes.size;
}

/** Leads marks to posts that stand elsewhere here; answers how many bookmarks wait for a post. */
function settle(library: Library, dataFolder: string, archiveId: string): number {
  const paths = library.database
    .prepare<[string], string>(
      'SELECT path FROM bookmarks WHERE archive_id = ? AND removed_at IS NULL',
    )
    .pluck();
  const missing = withIndex(dataFolder, archiveId, (index) => {
    reconcile(library, index, asArchiveId(archiveId));
    checkSomePlaces({ library, index, archiveId: asArchiveId(archiveId) }, CHECK_MS);
    return index.together(
      () => paths.all(archiveId).filter((path) => index.identityOf(path) === null).length,
    );
  });
  return missing ?? paths.all(archiveId).length;
}

function withIndex<T>(
  dataFolder: string,
  archiveId: string,
  act: (index: IndexReader) => T,
): T | null {
  const index = openIndexReader(dataFolder, asArchiveId(archiveId));
  if (index === null) return null;
  try {
    return act(index);
  } finally {
    index.close();
  }
}

/** What the reader chose here stays; what was never changed here is taken from the file. Answers the names taken. */
function takeSettings(library: Library, { settings }: LibraryContents): readonly string[] {
  const here = getSettings(library);
  let next = here;
  const taken: string[] = [];
  for (const [key, value] of settings) {
    const isDefault =
      JSON.stringify(pick(here, key)) === JSON.stringify(pick(defaultSettings, key));
    // Which archive was open last says nothing on another computer.
    if (!isDefault || key === 'lastArchiveId') continue;
    const parsed = v.safeParse(settingsSchema, { ...next, [key]: JSON.parse(value) });
    if (
      !parsed.success ||
      JSON.stringify(pick(parsed.output, key)) === JSON.stringify(pick(here, key))
    ) {
      continue;
    }
    next = parsed.output;
    taken.push(key);
  }
  if (taken.length > 0) setSettings(library, next);
  return taken;
}

function pick(settings: object, key: string): unknown {
  return Object.entries(settings).find(([name]) => name === key)?.[1];
}

function readText(file: string): string {
  try {
    const { size } = statSync(file);
    if (size > LARGEST_FILE) throw new Error('it is too large');
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    const reason = READ_REASONS.get(code) ?? (cause instanceof Error ? cause.message : '');
    throw new AppError('library-file-invalid', `${file} cannot be imported: ${reason}.`, {
      cause,
      path: file,
    });
  }
}

const READ_REASONS: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'it cannot be read'],
  ['EPERM', 'it cannot be read'],
]);
