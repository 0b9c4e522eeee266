import type Database from 'better-sqlite3';
import type { LinkRecord, StoredLink } from '../links/linkRecord.ts';
import { LABEL_KINDS } from './indexSchema.ts';
import type { LabelKind } from './labelTable.ts';

/**
 * Links between posts. `post_names` finds posts by the numbers of their addresses' last parts, `link_names` the posts
 * whose links look for such a number: the two meet when somebody asks, so that it does not matter which file came
 * first. What a number stands for is checked then, with the posts' rows. `post_links` keeps each post's numbers (little
 * endian, 32 bits), so that they can be taken away with it, and its links as written.
 */
export const LINK_SCHEMA = `
CREATE TABLE post_names(
  name INTEGER NOT NULL, post INTEGER NOT NULL, PRIMARY KEY(name, post)
) WITHOUT ROWID;
CREATE TABLE link_names(
  name INTEGER NOT NULL, post INTEGER NOT NULL, PRIMARY KEY(name, post)
) WITHOUT ROWID;
CREATE TABLE post_links(post INTEGER PRIMARY KEY, names BLOB NOT NULL, targets BLOB, links TEXT);
CREATE TABLE home_hosts(host TEXT PRIMARY KEY) WITHOUT ROWID;
`;

/** Writes links within the transaction of the posts they belong to. */
export interface LinkWriter {
  /** For a post that has no links in the index. */
  readonly put: (post: number, record: LinkRecord) => void;
  readonly drop: (post: number) => void;
  /** Writes what was put; in the order of the numbers, which costs a tree the least. */
  readonly commit: () => void;
  readonly rollBack: () => void;
}

type Pair = readonly [name: number, post: number];

/** A link writer on the index's database. */
export function createLinkWriter(database: Database.Database): LinkWriter {
  const sql = {
    addName: database.prepare('INSERT OR IGNORE INTO post_names(name, post) VALUES (?, ?)'),
    addTarget: database.prepare('INSERT OR IGNORE INTO link_names(name, post) VALUES (?, ?)'),
    dropName: database.prepare('DELETE FROM post_names WHERE name = ? AND post = ?'),
    dropTarget: database.prepare('DELETE FROM link_names WHERE name = ? AND post = ?'),
    add: database.prepare(
      'INSERT OR REPLACE INTO post_links(post, names, targets, links) VALUES (?, ?, ?, ?)',
    ),
    find: database.prepare<[number], { names: Buffer; targets: Buffer | null }>(
      'SELECT names, targets FROM post_links WHERE post = ?',
    ),
    drop: database.prepare('DELETE FROM post_links WHERE post = ?'),
    addHost: database.prepare('INSERT OR IGNORE INTO home_hosts(host) VALUES (?)'),
  };
  let names: Pair[] = [];
  let targets: Pair[] = [];
  const hosts = new Set<string>();
  const forget = (): void => {
    names = [];
    targets = [];
  };
  const flush = (): void => {
    for (const [name, post] of names.toSorted(byName)) sql.addName.run(name, post);
    for (const [name, post] of targets.toSorted(byName)) sql.addTarget.run(name, post);
    forget();
  };
  return {
    put: (post, record) => {
      for (const name of record.numbers) names.push([name, post]);
      for (const name of record.targets) targets.push([name, post]);
      const links = record.links.length === 0 ? null : JSON.stringify(record.links);
      const wanted = record.targets.length === 0 ? null : pack(record.targets);
      sql.add.run(post, pack(record.numbers), wanted, links);
      for (const host of record.homes) {
        if (hosts.has(host) || hosts.size >= MAX_HOSTS) continue;
        hosts.add(host);
        sql.addHost.run(host);
      }
    },
    drop: (post) => {
      // What the same transaction put may be dropped in it, too.
      flush();
      const found = sql.find.get(post);
      if (found === undefined) return;
      for (const name of unpack(found.names)) sql.dropName.run(name, post);
      for (const name of unpack(found.targets)) sql.dropTarget.run(name, post);
      sql.drop.run(post);
    },
    commit: flush,
    rollBack: () => {
      forget();
      hosts.clear();
    },
  };
}

/** More hosts than this are no sites of one archive. */
const MAX_HOSTS = 100;

function byName(left: Pair, right: Pair): number {
  return left[0] - right[0] || left[1] - right[1];
}

function pack(numbers: readonly number[]): Buffer {
  return Buffer.from(Int32Array.from(numbers).buffer);
}

function unpack(bytes: Buffer | null): readonly number[] {
  if (bytes === null) return [];
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_unused, at) =>
    bytes.readInt32LE(at * 4),
  );
}

/** Reads links of an open index file. */
export interface LinkReader {
  /** Row numbers of posts that answer to one of these names, ascending; no more than a few hundred. */
  readonly named: (numbers: readonly number[]) => readonly number[];
  /** Row numbers of posts with a link that looks for one of these names, ascending. */
  readonly linking: (numbers: readonly number[]) => readonly number[];
  /** The links of a post that can name a post. */
  readonly linksOf: (post: number) => readonly StoredLink[];
  /** Hosts that closing lines call the home page. */
  readonly homeHosts: () => readonly string[];
  /** Every value of a facet. */
  readonly labels: (kind: LabelKind) => readonly string[];
}

/** Posts looked at for one link: more only share a common last word. */
const MAX_NAMED = 300;
/** Posts looked at for one list of those that mention a post. */
const MAX_LINKING = 2_000;

/** A link reader; its answers belong to whatever transaction is open. */
export function createLinkReader(database: Database.Database): LinkReader {
  const named = database
    .prepare<[number, number], number>(
      'SELECT post FROM post_names WHERE name = ? ORDER BY post LIMIT ?',
    )
    .pluck();
  const linking = database
    .prepare<[number, number], number>(
      'SELECT post FROM link_names WHERE name = ? ORDER BY post LIMIT ?',
    )
    .pluck();
  const linksOf = database
    .prepare<[number], string | null>('SELECT links FROM post_links WHERE post = ?')
    .pluck();
  const hosts = database.prepare<[], string>('SELECT host FROM home_hosts').pluck();
  const labels = database
    .prepare<[number], string>('SELECT value FROM labels WHERE kind = ?')
    .pluck();
  return {
    named: (numbers) => collect(numbers, (number) => named.all(number, MAX_NAMED)),
    linking: (numbers) => collect(numbers, (number) => linking.all(number, MAX_LINKING)),
    linksOf: (post) => parseLinks(linksOf.get(post) ?? null),
    homeHosts: () => hosts.all(),
    labels: (kind) => labels.all(LABEL_KINDS[kind]),
  };
}

function collect(
  numbers: readonly number[],
  find: (number: number) => readonly number[],
): readonly number[] {
  return [...new Set(numbers.flatMap(find))].toSorted((a, b) => a - b);
}

function parseLinks(json: string | null): readonly StoredLink[] {
  const parsed: unknown = json === null ? [] : JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter(isStoredLink) : [];
}

function isStoredLink(value: unknown): value is StoredLink {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [href, start, end]: unknown[] = value;
  return typeof href === 'string' && typeof start === 'number' && typeof end === 'number';
}
