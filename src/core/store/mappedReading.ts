import type Database from 'better-sqlite3';

/** Most of a file that SQLite maps into memory: its own limit (2 GB less a little). */
const MOST_MAPPED_BYTES = 2_147_418_112;

/** Reads after which the pages they touched are given back. */
const READS_PER_MAPPING = 32;

/** Runs something in one read transaction. */
export type ReadTransaction = <T>(act: () => T) => T;

/**
 * Lets a connection read the file as memory. A page of results needs some hundred places of the file, and a system call
 * for each costs several times a mapped page. What is mapped would pile up as memory of the process although it can be
 * read again at any time, so now and then it is let go, after the answer is out.
 */
export function mapForReading(database: Database.Database): ReadTransaction {
  const map = (): void => void database.pragma(`mmap_size = ${MOST_MAPPED_BYTES}`);
  let reads = 0;
  const renew = (): void => {
    if (!database.open || database.inTransaction) return;
    reads = 0;
    database.pragma('mmap_size = 0');
    map();
  };
  map();
  return (act) => {
    reads += 1;
    if (reads === READS_PER_MAPPING) setImmediate(renew);
    // A loop that asks and asks leaves no time between.
    else if (reads >= 2 * READS_PER_MAPPING) renew();
    return database.transaction(act)();
  };
}
