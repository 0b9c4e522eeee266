import type { FileStamp, FolderStamps } from '../store/storeTypes.ts';
import { coverage } from './coveredPaths.ts';
import { isPostMark } from './diffFiles.ts';

/** Size in bytes and modification time in milliseconds of a file as it is now. */
type Numbers = Pick<FileStamp, 'sizeBytes' | 'mtimeMs'>;

/** What the index knows of the files of one folder, for a scan to compare with. */
export class KnownFolder {
  readonly #stamps: FolderStamps;
  readonly #seen: Uint8Array;
  /** Where the next name is looked for first: a scan goes through them from last to first. */
  #next: number;
  readonly #onSame: () => void;
  /** Names of files that are to be read anew whatever they look like. */
  readonly #spoilt = new Set<string>();

  /** @param onSame called for every file of which `isSame` says yes */
  constructor(stamps: FolderStamps, onSame: () => void) {
    this.#stamps = sorted(stamps);
    this.#onSame = onSame;
    this.#seen = new Uint8Array(stamps.names.length);
    this.#next = stamps.names.length - 1;
  }

  get size(): number {
    return this.#stamps.names.length;
  }

  /** Whether one of its files has such a name. */
  some(is: (name: string) => boolean): boolean {
    return this.#stamps.names.some(is);
  }

  /** Has files of such names read anew; gives their names. */
  spoil(is: (name: string) => boolean): readonly string[] {
    const names = this.#stamps.names.filter(is);
    for (const name of names) this.#spoilt.add(name);
    return names;
  }

  /** Has one file read anew, if it is known. */
  spoilOne(name: string): void {
    if (this.has(name)) this.#spoilt.add(name);
  }

  has(name: string): boolean {
    return search(this.#stamps.names, name) !== -1;
  }

  /** Notes that a file is there; false when it was not known. */
  see(name: string): boolean {
    return this.#find(name) !== -1;
  }

  /** Takes back that a file is there. */
  unsee(name: string): void {
    const at = search(this.#stamps.names, name);
    if (at !== -1) this.#seen[at] = 0;
  }

  /** Notes a file that is there; true when it has a post and is as it was: then there is nothing more to do about it. */
  isSame(name: string, { sizeBytes, mtimeMs }: Numbers): boolean {
    const at = this.#find(name);
    if (at === -1) return false;
    const { numbers, marks } = this.#stamps;
    if (numbers[2 * at] !== sizeBytes || numbers[2 * at + 1] !== mtimeMs) return false;
    if (!isPostMark(marks[at] ?? '') || this.#spoilt.has(name)) return false;
    this.#onSame();
    return true;
  }

  /** Names of the files that were not noted. */
  missing(): string[] {
    return this.#stamps.names.filter((_name, at) => this.#seen[at] === 0);
  }

  #find(name: string): number {
    const { names } = this.#stamps;
    const at = names[this.#next] === name ? this.#next : search(names, name);
    if (at === -1) return -1;
    this.#next = at - 1;
    this.#seen[at] = 1;
    return at;
  }
}

/** What the index knows of an archive's files, and what a scan found of it. */
export class KnownFiles {
  readonly #folders: ReadonlyMap<string, KnownFolder>;
  #sameCount = 0;

  /** @param folders see `IndexWriter.folderStamps` */
  constructor(folders: ReadonlyMap<string, FolderStamps>) {
    const onSame = (): void => {
      this.#sameCount += 1;
    };
    this.#folders = new Map(
      [...folders].map(([folder, stamps]) => [folder, new KnownFolder(stamps, onSame)]),
    );
  }

  /** The folder at a path relative to the archive; undefined when nothing in it is known. */
  folder(path: string): KnownFolder | undefined {
    return this.#folders.get(path);
  }

  /** Has the files of a folder that have such names read anew; gives their paths. */
  spoilIn(folder: string, is: (name: string) => boolean): readonly string[] {
    const names = this.#folders.get(folder)?.spoil(is) ?? [];
    return names.map((name) => (folder === '' ? name : `${folder}/${name}`));
  }

  /** Has all files of a folder and of those below it read anew; gives their paths. */
  spoilBelow(folder: string): readonly string[] {
    return [...this.#folders.keys()]
      .filter((path) => path === folder || path.startsWith(`${folder}/`))
      .flatMap((path) => this.spoilIn(path, () => true));
  }

  /** Has files read anew that stand at some paths or below them. */
  spoilAt(paths: readonly string[]): void {
    const covers = coverage(paths);
    for (const [folder, known] of this.#folders) {
      if (folder !== '' && covers(folder)) known.spoil(() => true);
    }
    for (const path of paths) this.#folderOf(path)?.spoilOne(nameIn(path));
  }

  /** How many files are known. */
  get size(): number {
    let size = 0;
    for (const folder of this.#folders.values()) size += folder.size;
    return size;
  }

  has(path: string): boolean {
    return this.#folderOf(path)?.has(nameIn(path)) === true;
  }

  /** Notes that a file is there; false when it was not known. */
  see(path: string): boolean {
    return this.#folderOf(path)?.see(nameIn(path)) === true;
  }

  /** Takes back that a file is there: it went away meanwhile. */
  unsee(path: string): void {
    this.#folderOf(path)?.unsee(nameIn(path));
  }

  /** How many files were found the same (`KnownFolder.isSame`) since this was asked last. */
  takeSameCount(): number {
    const count = this.#sameCount;
    this.#sameCount = 0;
    return count;
  }

  /**
   * Paths that are known and were not seen; what lies in a folder that could not be listed is kept, for nobody knows
   * whether it is still there.
   */
  missing(unlistedFolders: readonly string[]): string[] {
    const prefixes = unlistedFolders.map((folder) => `${folder}/`);
    const isUnlisted = (path: string): boolean => prefixes.some((each) => path.startsWith(each));
    return [...this.#folders].flatMap(([folder, known]) =>
      known
        .missing()
        .map((name) => (folder === '' ? name : `${folder}/${name}`))
        .filter((path) => !isUnlisted(path)),
    );
  }

  #folderOf(path: string): KnownFolder | undefined {
    return this.#folders.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  }
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The database sorts by bytes, which for some rare characters is another order than that of their UTF-16 units. */
function sorted(stamps: FolderStamps): FolderStamps {
  const { names, numbers, marks } = stamps;
  const isSorted = names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name);
  if (isSorted) return stamps;
  const order = [...names.keys()].toSorted((a, b) =>
    (names[a] ?? '') < (names[b] ?? '') ? -1 : 1,
  );
  return {
    names: order.map((at) => names[at] ?? ''),
    numbers: Float64Array.from(order.flatMap((at) => [...numbers.subarray(2 * at, 2 * at + 2)])),
    marks: order.map((at) => marks[at] ?? ''),
  };
}

/** Where a name stands in a sorted list; -1 when it does not. */
function search(names: readonly string[], name: string): number {
  let low = 0;
  let high = names.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = names[middle] ?? '';
    if (found === name) return middle;
    if (found < name) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
