import { readSite } from '../core/indexing/readSite.ts';
import type { StoredPost } from '../core/store/storeTypes.ts';
import { noFilters } from '../shared/defaults.ts';
import { isRefused } from '../shared/query/refusal.ts';
import type { CliIo } from './io.ts';
import type { Invocation } from './invocation.ts';
import { postJson } from './postJson.ts';
import { jsonText } from './printable.ts';
import type { Reading } from './reading.ts';
import { sayHints } from './searchCommand.ts';

/** `dump`: one post a line as JSON; the matches newest first, everything by path. */
export async function dumpCommand(
  { query }: Extract<Invocation, { command: 'dump' }>,
  reading: Reading,
  io: CliIo,
): Promise<number> {
  const { archive, reader, marks, choices } = reading;
  if (query !== null) {
    const { hints } = reader.search({ ...wholeResult(query), offset: 0, limit: 0 }, marks);
    sayHints(hints, io);
    if (isRefused(hints)) return 1;
  }
  const { folder } = archive;
  const place = { folder, site: await readSite(folder), choices, absentMedia: 'address' } as const;
  for (const stored of postsOf(query, reading)) {
    if (io.signal.aborted) return 1;
    // One post in memory at a time, at the pace of whoever reads the output.
    await io.write(`${jsonText(await postJson(stored, reader, place))}\n`);
  }
  return 0;
}

const wholeResult = (text: string) => ({ text, filters: noFilters, sort: 'newest' }) as const;

/** A post that a run under way removed meanwhile is left out. */
function* postsOf(query: string | null, { reader, marks }: Reading): Generator<StoredPost, void> {
  if (query === null) {
    const paths = Array.from(reader.identities(), ({ path }) => path);
    for (const path of paths.toSorted(byCodeUnit)) {
      const stored = reader.get(path);
      if (stored !== null) yield stored;
    }
    return;
  }
  for (const id of reader.ids(wholeResult(query), marks)) {
    const stored = reader.getById(id);
    if (stored !== null) yield stored;
  }
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
