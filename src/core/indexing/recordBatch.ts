import type { FileRecord, FileStamp, IndexWriter } from '../store/storeTypes.ts';
import { markWithoutPost } from './diffFiles.ts';

/** Collects what a run found and writes it in few transactions. */
export interface RecordBatch {
  readonly put: (record: FileRecord) => void;
  readonly touch: (stamp: FileStamp) => void;
  readonly remove: (path: string) => void;
  /** Whether it is time to write. */
  readonly isDue: () => boolean;
  /** Writes everything collected; readers find it when this returns. */
  readonly flush: () => void;
}

/**
 * Every batch becomes a segment of the search index, and segments have to be merged: the larger, the less work. Seldom
 * reached but by a first run, as batches are written every second.
 */
const MAX_RECORDS = 4_000;
/** In UTF-16 units of text; bounds memory when posts are long. */
const MAX_TEXT = 8_000_000;
/** Posts appear in the list at least so often while a slow disk is read, in milliseconds. */
const MAX_AGE_MS = 1_000;
/** The first posts appear sooner: someone is waiting for them. Each further batch waits twice as long; in milliseconds. */
const FIRST_AGE_MS = 200;

/** An empty batch for a writer. */
export function createRecordBatch(writer: IndexWriter): RecordBatch {
  let records: FileRecord[] = [];
  let touched: FileStamp[] = [];
  let removed: string[] = [];
  let textLength = 0;
  let begunAt = Number.POSITIVE_INFINITY;
  let maxAgeMs = FIRST_AGE_MS;
  /** The age of a batch is that of what came first: until then nobody waits for it. */
  const begin = (): void => {
    if (records.length + touched.length + removed.length === 0) begunAt = performance.now();
  };
  return {
    put: (record) => {
      begin();
      records.push(record);
      textLength += record.post?.text.length ?? 0;
    },
    touch: (stamp) => {
      begin();
      touched.push(stamp);
    },
    remove: (path) => {
      begin();
      removed.push(path);
    },
    isDue: () => {
      const count = records.length + touched.length + removed.length;
      if (count >= MAX_RECORDS || textLength >= MAX_TEXT) return true;
      return count > 0 && performance.now() - begunAt >= maxAgeMs;
    },
    flush: () => {
      const [put, touch, remove] = [records, touched, removed];
      [records, touched, removed, textLength] = [[], [], [], 0];
      if (put.length > 0) {
        putAll(writer, put);
        maxAgeMs = Math.min(MAX_AGE_MS, 2 * maxAgeMs);
      }
      if (touch.length > 0) writer.touch(touch);
      if (remove.length > 0) writer.remove(remove);
    },
  };
}

/**
 * A post that the database refuses must not keep the other posts of its batch out: they are written one by one then,
 * and the one becomes a problem. When even that fails, the database itself is in trouble and the error goes up.
 */
function putAll(writer: IndexWriter, records: readonly FileRecord[]): void {
  try {
    writer.put(records);
  } catch (error) {
    if (records.length === 1 && records[0]?.post === null) throw error;
    for (const record of records) putOne(writer, record);
  }
}

function putOne(writer: IndexWriter, record: FileRecord): void {
  try {
    writer.put([record]);
  } catch (error) {
    if (record.post === null) throw error;
    const { stamp, pathHex } = record;
    const reason = error instanceof Error ? error.message : String(error);
    const named = pathHex === undefined ? { path: stamp.path } : { path: stamp.path, pathHex };
    writer.put([
      {
        ...(pathHex === undefined ? {} : { pathHex }),
        stamp: { ...stamp, contentHash: markWithoutPost(stamp.contentHash) },
        post: null,
        problems: [
          {
            ...named,
            code: 'unreadable',
            severity: 'error',
            message: `It could not be put into the index (${reason}); report it with the file.`,
            sizeBytes: stamp.sizeBytes,
          },
        ],
      },
    ]);
  }
}
