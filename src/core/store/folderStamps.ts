import type Database from 'better-sqlite3';
import type { FolderStamps } from './storeTypes.ts';

/** Files taken out of the database together: a text of a few hundred kilobytes instead of thousands of rows. */
const PART_FILES = 10_000;
/** Stands in no path. */
const SEPARATOR = '//';
/** Stands for an empty hash, so that there is one letter a file. */
const NO_HASH = '-';

/**
 * SQLite writes a time as text with 15 digits only, so it is multiplied by a power of two that leaves nothing behind the
 * point for times since 2004 (their fraction has 12 bits). Others count as changed until their stamp is looked at.
 */
const TIME_SCALE = 4_096;

interface Part {
  readonly last: string | null;
  readonly paths: string;
  readonly numbers: string;
  readonly marks: string;
}

interface Collected {
  readonly names: string[];
  readonly numbers: number[];
  readonly marks: string[];
}

/** Prepares the question for `IndexWriter.folderStamps`. */
export function prepareFolderStamps(
  database: Database.Database,
): () => ReadonlyMap<string, FolderStamps> {
  const part = database.prepare<[string], Part>(
    `SELECT max(path) AS last, group_concat(path, '${SEPARATOR}') AS paths,
       group_concat(CAST(size_bytes AS INTEGER) || ' ' || CAST(mtime_ms * ${TIME_SCALE} AS INTEGER), ' ') AS numbers,
       group_concat(CASE content_hash WHEN '' THEN '${NO_HASH}' ELSE substr(content_hash, 1, 1) END, '') AS marks
     FROM (SELECT * FROM files WHERE path > ? ORDER BY path LIMIT ${PART_FILES})`,
  );
  return () => {
    const folders = new Map<string, Collected>();
    let row = part.get('');
    while (row !== undefined && row.last !== null) {
      collect(folders, row);
      row = part.get(row.last);
    }
    return new Map(
      [...folders].map(([path, { names, numbers, marks }]) => {
        return [path, { names, numbers: Float64Array.from(numbers), marks }];
      }),
    );
  };
}

function collect(folders: Map<string, Collected>, { paths, numbers, marks }: Part): void {
  const values = numbers.split(' ');
  let folderPath = '';
  let folder = folderAt(folders, folderPath);
  paths.split(SEPARATOR).forEach((path, at) => {
    const cut = path.lastIndexOf('/');
    if (cut !== folderPath.length || !path.startsWith(folderPath)) {
      folderPath = path.slice(0, Math.max(0, cut));
      folder = folderAt(folders, folderPath);
    }
    const mark = marks[at] ?? NO_HASH;
    folder.names.push(path.slice(cut + 1));
    folder.numbers.push(Number(values[2 * at]), Number(values[2 * at + 1]) / TIME_SCALE);
    folder.marks.push(mark === NO_HASH ? '' : mark);
  });
}

function folderAt(folders: Map<string, Collected>, path: string): Collected {
  const known = folders.get(path);
  if (known !== undefined) return known;
  const fresh: Collected = { names: [], numbers: [], marks: [] };
  folders.set(path, fresh);
  return fresh;
}
