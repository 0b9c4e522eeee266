import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { answerRequest } from '../../../src/core/store/answerRequest.ts';
import { createColumnReader } from '../../../src/core/store/columnReader.ts';
import { indexFile } from '../../../src/core/store/indexFiles.ts';
import { openIndexWriter } from '../../../src/core/store/openIndex.ts';
import { keepScans } from '../../../src/core/store/keptScans.ts';
import { createPathOrder } from '../../../src/core/store/pathOrder.ts';
import { createPostRows } from '../../../src/core/store/postRows.ts';
import { createTermIndex } from '../../../src/core/store/termIndex.ts';
import { ARCHIVE, parsedPost, record, request, temporaryFolder } from './archiveFixture.ts';

test('a query whose time is up is refused with a hint, and finds nothing', () => {
  const folder = temporaryFolder();
  const writer = openIndexWriter(folder, ARCHIVE);
  writer.put([record('a.md', parsedPost({ title: '潮水', text: '码头' }))]);
  writer.close();
  const database = new Database(indexFile(folder, ARCHIVE), { readonly: true });
  onTestFinished(() => void database.close());
  const columns = createColumnReader(database).at(1);
  const rows = createPostRows(database);
  const context = {
    database,
    columns,
    paths: createPathOrder(database),
    rows,
    terms: createTermIndex(database, rows),
    scans: keepScans(),
    remarks: () => [],
    marks: new Uint8Array(columns.size),
    today: 20_220_518,
  };
  const answerWithin = (limitMs: number) =>
    answerRequest(request('潮水 -渡轮'), { ...context, limitMs });
  expect(answerWithin(60_000).filtered.total).toBe(1);
  const refused = answerWithin(-1);
  expect(refused.filtered.total).toBe(0);
  expect(refused.query.hints).toEqual([{ code: 'too-slow', part: '' }]);
});
