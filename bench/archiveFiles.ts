import { readdirSync } from 'node:fs';

/** Paths of an archive's posts relative to its folder, in a fixed order; the site's own pages are left out. */
export function listPosts(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:md|html)$/u.test(path) && path.includes('/'))
    .toSorted();
}

/** Up to `count` of the list, evenly spread over it. */
export function spread<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return list;
  const step = list.length / count;
  return Array.from({ length: count }, (_, at) => Math.floor(at * step)).flatMap((at) => {
    const one = list[at];
    return one === undefined ? [] : [one];
  });
}
