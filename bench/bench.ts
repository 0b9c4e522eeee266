import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeArchive } from './generateArchive.ts';
import { measureIndexing } from './indexingBench.ts';
import { table, type Row } from './measure.ts';
import { measureSearch } from './searchBench.ts';

/*
 * npm run bench -- [--posts 20000] [--seed 1] [--json FILE]
 * Generates an archive in a temporary folder and measures indexing and search on it. Every figure that a machine's
 * speed could change stands beside a baseline of the same run.
 */

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const posts = Number(values.posts);
const seed = Number(values.seed);
if (!Number.isInteger(posts) || posts < 1 || !Number.isInteger(seed)) {
  console.error('usage: npm run bench -- [--posts 20000] [--seed 1] [--json FILE]');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
try {
  const archiveFolder = join(folder, 'archive');
  const dataFolder = join(folder, 'data');
  console.error(`Writing ${posts} posts…`);
  writeArchive(archiveFolder, { count: posts, seed });
  console.error('Indexing…');
  const indexing = await measureIndexing({ archiveFolder, dataFolder, posts });
  console.error('Searching…');
  const rows: Row[] = [
    ...indexing.rows,
    ...measureSearch({ ...indexing, dataFolder, posts, seed }),
  ];
  console.log(table(rows));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
