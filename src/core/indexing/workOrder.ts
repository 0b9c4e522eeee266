import type { SeenFile } from './scanFolder.ts';

/** PURE. Files in the order they are to be indexed: newest date in the path first, so that the list fills from the top. */
export function newestFirst(files: readonly SeenFile[]): SeenFile[] {
  const keyed = files.map((file) => ({ file, key: dateKey(file.path) }));
  keyed.sort((a, b) => compare(b.key, a.key) || compare(b.file.path, a.file.path));
  return keyed.map(({ file }) => file);
}

const DATE = /(?<![0-9])((?:19|20)\d{2})[-_/.]?([01]\d)(?:[-_/.]?([0-3]\d))?/;

/** Year, month and day as the path writes them (`2022-05-18-x.md`, `2022/05/x.md`, `20220518.html`), else empty. */
function dateKey(path: string): string {
  const found = DATE.exec(path);
  return found === null ? '' : found.slice(1).join('');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
