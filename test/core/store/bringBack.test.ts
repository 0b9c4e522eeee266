import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bringBack } from '../../../src/core/store/bringBack.ts';
import { listBackups } from '../../../src/core/store/libraryBackups.ts';
import { readContents } from '../../../src/core/store/libraryContents.ts';
import type { ArchiveContents } from '../../../src/core/store/libraryContents.ts';
import { mergeContents } from '../../../src/core/store/mergeContents.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import type { Library } from '../../../src/core/store/openLibrary.ts';
import { temporaryFolder } from './archiveFixture.ts';

const archive = {
  id: '0123456789abcdef',
  name: '新闻',
  folder: '/posts',
  isSample: false,
  addedAt: '2024-01-01T00:00:00.000Z',
  lastOpenedAt: null,
  removedAt: null,
};
const identity = { contentHash: '', sourceId: null, title: '标题', day: null };
const moment = (at: string, removedAt: string | null = null) => ({
  createdAt: at,
  removedAt,
  changedAt: at,
});
const id = (digit: string): string => digit.repeat(32);
const highlight = (digit: string, at: string, note: string | null) => ({
  id: id(digit),
  path: 'a.md',
  ...identity,
  source: null,
  quote: '灯塔',
  prefix: '',
  suffix: '',
  start: 0,
  end: 2,
  rivals: null,
  pen: 'yellow',
  note,
  ...moment(at),
});
const bookmark = (path: string, at: string, removedAt: string | null = null) => ({
  path,
  ...identity,
  date: null,
  ...moment(at, removedAt),
});
const state = (path: string, at: string, isRead: boolean) => ({
  path,
  ...identity,
  isRead,
  readAt: isRead ? at : null,
  position: isRead ? 1 : 0.5,
  passage: isRead ? null : { ahead: '灯塔', behind: '' },
  changedAt: at,
});

const EARLY = '2024-02-01T00:00:00.000Z';
/** In the future: the clock was set back since. */
const LATE = '2090-03-01T00:00:00.000Z';

const early: ArchiveContents = {
  archive,
  bookmarks: [bookmark('a.md', EARLY), bookmark('b.md', EARLY)],
  readingState: [state('a.md', EARLY, true)],
  readAs: [],
  view: null,
  written: {
    highlights: [highlight('a', EARLY, '早先的批注')],
    notes: [{ path: 'a.md', ...identity, text: '一', ...moment(EARLY) }],
    labels: [{ path: 'a.md', label: '水运', ...moment(EARLY) }],
    savedSearches: [],
  },
};
const late: ArchiveContents = {
  ...early,
  bookmarks: [bookmark('a.md', LATE, LATE), bookmark('c.md', LATE)],
  readingState: [state('a.md', LATE, false), state('d.md', LATE, true)],
  written: {
    highlights: [{ ...highlight('a', LATE, '改过'), removedAt: LATE }, highlight('b', LATE, null)],
    notes: [{ path: 'a.md', ...identity, text: '二', ...moment(LATE) }],
    labels: [{ path: 'c.md', label: '其他', ...moment(LATE) }],
    savedSearches: [],
  },
};

/** What is there: without removed rows, and without when things changed. */
function shownOf(library: Library) {
  const [found] = readContents(library.database).archives;
  const there = <R extends { readonly removedAt: string | null }>(rows: readonly R[] = []) =>
    rows.filter(({ removedAt }) => removedAt === null);
  return {
    bookmarks: there(found?.bookmarks).map(({ path }) => path),
    read: found?.readingState.filter(({ isRead }) => isRead).map(({ path }) => path),
    highlights: there(found?.written.highlights).map((each) => [each.id, each.note]),
    notes: there(found?.written.notes).map((each) => each.text),
    labels: there(found?.written.labels).map(({ label, path }) => [path, label]),
  };
}

function makeLibrary() {
  const dataFolder = temporaryFolder();
  const library = openLibrary(dataFolder);
  const put = (contents: ArchiveContents) =>
    mergeContents(library, { archives: [contents], settings: new Map() });
  put(early);
  library.backUp();
  const before = shownOf(library);
  put(late);
  return { dataFolder, library, before };
}

test('the library is what it was, and can be made again what it is now', () => {
  const { dataFolder, library, before } = makeLibrary();
  const after = shownOf(library);
  expect(after).not.toEqual(before);
  const [backup] = listBackups(dataFolder);
  bringBack(library, { dataFolder, madeAt: backup?.madeAt ?? '' });
  expect(shownOf(library)).toEqual(before);
  expect(before.highlights).toEqual([[id('a'), '早先的批注']]);
  const [safety] = listBackups(dataFolder);
  bringBack(library, { dataFolder, madeAt: safety?.madeAt ?? '' });
  expect(shownOf(library)).toEqual(after);
  library.close();
});

test('a backup that is not as it was written is refused, and nothing changes', () => {
  const { dataFolder, library } = makeLibrary();
  const after = shownOf(library);
  const [backup] = listBackups(dataFolder);
  writeFileSync(backup?.file ?? '', 'nothing');
  expect(() => bringBack(library, { dataFolder, madeAt: backup?.madeAt ?? '' })).toThrow(/damaged/);
  expect(shownOf(library)).toEqual(after);
  library.close();
});
