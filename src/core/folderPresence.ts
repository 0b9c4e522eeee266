import { stat } from 'node:fs/promises';

/** Tells whether folders can be reached now. */
export type FolderPresence = (folder: string) => Promise<boolean>;

/** A local disk answers within microseconds, one that wakes up or a network within this, in milliseconds. */
const LIMIT_MS = 1_000;

/**
 * Looks at folders without ever waiting long: a network disk that gives no answer counts as not there. Each folder is
 * asked once at a time, for every question without an answer keeps one of the few threads that read files.
 */
export function createFolderPresence(
  isFolder: FolderPresence = isFolderOnDisk,
  limitMs = LIMIT_MS,
): FolderPresence {
  const asked = new Map<string, Promise<boolean>>();
  const ask = (folder: string): Promise<boolean> => {
    const known = asked.get(folder);
    if (known !== undefined) return known;
    const answer = isFolder(folder).finally(() => asked.delete(folder));
    asked.set(folder, answer);
    return answer;
  };
  return (folder) => withinLimit(ask(folder), limitMs);
}

async function isFolderOnDisk(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch {
    // Not there, no permission, or a disk that answers with an error: it cannot be reached now.
    return false;
  }
}

async function withinLimit(answer: Promise<boolean>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, limitMs);
  });
  try {
    return await Promise.race([answer, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
