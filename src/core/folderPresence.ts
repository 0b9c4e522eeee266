import { stat } from 'node:fs/promises';
import { isEmptyFolder } from './indexing/rootGuard.ts';

/**
 * Tells whether folders can be reached now. One that `holdsPosts` is away when there is nothing in it: its disk is not
 * plugged in where it was.
 */
export type FolderPresence = (folder: string, holdsPosts?: boolean) => Promise<boolean>;

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
  const ask: FolderPresence = (folder, holdsPosts = false) => {
    const question = `${holdsPosts ? 'posts' : ''} ${folder}`;
    const known = asked.get(question);
    if (known !== undefined) return known;
    const answer = isFolder(folder, holdsPosts).finally(() => asked.delete(question));
    asked.set(question, answer);
    return answer;
  };
  return (folder, holdsPosts) => withinLimit(ask(folder, holdsPosts), limitMs);
}

async function isFolderOnDisk(folder: string, holdsPosts = false): Promise<boolean> {
  try {
    if (!(await stat(folder)).isDirectory()) return false;
    return !holdsPosts || !(await isEmptyFolder(folder));
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
