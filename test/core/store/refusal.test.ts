import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { answerRequest } from '../../../src/core/store/answerRequest.ts';
import type { ParsedPost } from '../../../src/core/post/parsedPost.ts';
import { createColumnReader } from '../../../src/core/store/columnReader.ts';
import { indexFile } from '../../../src/core/store/indexFiles.ts';
import { openIndexWriter } from '../../../src/core/store/openIndex.ts';
import { keepScans } from '../../../src/core/store/keptScans.ts';
import { createPathOrder } from '../../../src/core/store/pathOrder.ts';
import { createPostRows } from '../../../src/core/store/postRows.ts';
import { createTermIndex } from '../../../src/core/store/termIndex.ts';
import { ARCHIVE, parsedPost, record, request, temporaryFolder } from './archiveFixture.ts';

/** Answers queries on one post, each within so many milliseconds. */
function answering(post: Partial<ParsedPost>) {
  const folder = temporaryFolder();
  const writer = openIndexWriter(folder, ARCHIVE);
  writer.put([record('a.md', parsedPost(post))]);
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
    marks: { bits: new Uint8Array(columns.size), labels: new Map(), ofPath: () => null },
    today: 20_220_518,
  };
  return (typed: string, limitMs: number) => {
    const { filtered, query } = answerRequest(request(typed), { ...context, limitMs });
    return { total: filtered.total, hints: query.hints };
  };
}

const tooSlow = { total: 0, hints: [{ code: 'too-slow', part: '' }] };

test('a query whose time is up is refused with a hint, and finds nothing', () => {
  const answer = answering({ title: '潮水', text: '码头' });
  expect(answer('潮水 -渡轮', 60_000)).toEqual({ total: 1, hints: [] });
  expect(answer('潮水 -渡轮', -1)).toEqual(tooSlow);
});

test('a pattern that would backtrack for ever is ended and refused; others are answered on', () => {
  const answer = answering({ title: '潮水', text: `${'a'.repeat(60)}!` });
  for (const pattern of ['/(a+)+$/', '/^(a|aa)+$/', '/(.*)*b\\1/']) {
    expect(answer(pattern, 200), pattern).toEqual(tooSlow);
  }
  expect(answer('潮水 /a!$/', 60_000)).toEqual({ total: 1, hints: [] });
});
