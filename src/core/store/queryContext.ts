import type Database from 'better-sqlite3';
import type { PostColumns } from './columns.ts';
import type { KeptScans } from './keptScans.ts';
import type { PostRows } from './postRows.ts';
import type { RowMarks } from './postMarks.ts';
import type { PathRemarks } from './storeTypes.ts';
import type { TermIndex } from './termIndex.ts';

/** What a query is answered from. */
export interface EvaluationContext {
  readonly database: Database.Database;
  readonly columns: PostColumns;
  readonly rows: Pick<PostRows, 'title' | 'text' | 'rowAt'>;
  readonly terms: TermIndex;
  readonly scans: KeptScans;
  readonly marks: RowMarks;
  /** The reader's notes and highlights. */
  readonly remarks: () => Iterable<PathRemarks>;
  /** This computer's day as a `yyyymmdd` number, for `date:7d`. */
  readonly today: number;
  /** When the query has used up its time, as `performance.now()` says it. */
  readonly endsMs: number;
}

/** Thrown where a query of very many costly parts has used up its time. */
export class TooMuchWork extends Error {
  constructor() {
    super('The query takes too long.');
    this.name = 'TooMuchWork';
  }
}

/** Throws `TooMuchWork` once the time of the query is used up. */
export function checkTime({ endsMs }: Pick<EvaluationContext, 'endsMs'>): void {
  if (performance.now() > endsMs) throw new TooMuchWork();
}
