import { existsSync } from 'node:fs';
import { writeArchive, type ArchiveOptions } from './generateArchive.ts';
import type { Phase, RunPhase } from './phase.ts';

/** Above this an archive is written in monthly folders. */
const FLAT_POSTS = 200_000;
/** Worth a second process. */
const SHARED_POSTS = 10_000;

/** Writes a part of an archive. */
export const generatePhase: Phase<ArchiveOptions & { readonly folder: string }, number> = {
  name: 'generate',
  run: ({ folder, ...options }) => writeArchive(folder, options).posts,
};

/** Writes an archive into a folder that is not there yet, in two processes; gives posts a second, null when it was there. */
export async function ensureArchive(
  run: RunPhase,
  { folder, posts, seed }: { folder: string; posts: number; seed: number },
): Promise<number | null> {
  if (existsSync(folder)) return null;
  const startedAt = performance.now();
  const layout = posts > FLAT_POSTS ? 'monthly' : 'flat';
  const half = posts >= SHARED_POSTS ? Math.floor(posts / 2) : 0;
  const shares = [
    { first: 0, count: half },
    { first: half, count: posts - half },
  ].filter(({ count }) => count > 0);
  await Promise.all(shares.map((share) => run(generatePhase, { folder, seed, layout, ...share })));
  return (posts * 1000) / (performance.now() - startedAt);
}
