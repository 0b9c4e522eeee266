import { expect, onTestFinished, test } from 'vitest';
import { checkPlaces, checkSomePlaces } from '../../../src/core/annotations/checkPlaces.ts';
import { attachHighlight } from '../../../src/core/store/highlights.ts';
import { openIndexReader } from '../../../src/core/store/openIndex.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import type { HighlightOrder, Pen } from '../../../src/shared/annotations.ts';
import { postText, writeFiles } from '../indexing/archiveFolder.ts';
import { anchorFor, openArchive, type TestArchive } from './testCore.ts';

const COUNT = 12;
const numbers = Array.from({ length: COUNT }, (_, at) => at + 10);
const pathOf = (number: number): string => `_posts/2022-01-${number}-post.md`;
const bodyOf = (number: number): string =>
  `渡轮在六点开出，码头上没有人。第${number}天，守夜人说，灯塔的灯已经三年没有亮过。大风来的那一夜，他记下了每一条船的名字。`;
const otherBody = (number: number): string => `第${number}篇已经删去，这里什么也没有留下。`;

const files = (body: (number: number) => string): Record<string, string> =>
  Object.fromEntries(
    numbers.map((number) => [pathOf(number), postText(`第${number}天`, body(number))]),
  );

/** An archive with a highlight in each post, and a second connection to its library and index, as the index thread has. */
async function openMarked() {
  const core = await openArchive(files(bodyOf));
  for (const number of numbers) {
    const anchor = anchorFor(bodyOf(number), '灯塔的灯');
    const pen: Pen = number % 2 === 0 ? 'green' : 'pink';
    await core.ask('highlights.add', {
      archiveId: core.archive.id,
      path: pathOf(number),
      pen,
      note: null,
      anchor,
    });
  }
  const library = openLibrary(core.dataFolder);
  onTestFinished(library.close);
  const index = openIndexReader(core.dataFolder, core.archive.id);
  if (index === null) throw new Error('There is no index.');
  onTestFinished(index.close);
  return { core, check: { library, index, archiveId: core.archive.id } };
}

const list = ({ ask, archive }: TestArchive, isOrphan: boolean, order: HighlightOrder = 'post') => {
  const filter = { archiveId: archive.id, text: '', pens: [], hasNote: false, isOrphan };
  return ask('highlights.list', { filter, order, offset: 0, limit: 100 });
};

const unchecked = ({ library }: Awaited<ReturnType<typeof openMarked>>['check']): unknown =>
  library.database.prepare("SELECT count(*) FROM highlights WHERE checked = ''").pluck().get();

test('a run cut short leaves the rest to the next one', async () => {
  const { check } = await openMarked();
  await checkPlaces(check, AbortSignal.abort());
  expect(unchecked(check)).toBe(COUNT);
  await checkPlaces(check, new AbortController().signal);
  expect(unchecked(check)).toBe(0);
});

test('a look with no time left still looks at one post, so that it comes to an end', async () => {
  const { check } = await openMarked();
  for (let left = COUNT; left > 0; left -= 1) {
    expect(unchecked(check)).toBe(left);
    checkSomePlaces(check, 0);
  }
  expect(unchecked(check)).toBe(0);
});

test('lists that were read before learn of highlights that lost or found their words', async () => {
  const { core } = await openMarked();
  await core.index();
  expect((await list(core, true)).total).toBe(0);
  writeFiles(core.folder, files(otherBody));
  await core.index();
  const lost = await list(core, true);
  expect(lost).toMatchObject({ total: COUNT, orphanCount: COUNT });
  expect((await list(core, false)).highlights[0]?.isOrphan).toBe(true);
  writeFiles(core.folder, files(bodyOf));
  await core.index();
  expect(await list(core, true)).toMatchObject({ total: 0, orphanCount: 0 });
});

test('lists that were read before show each change at once, in every order', async () => {
  const { core } = await openMarked();
  const { ask, archive } = core;
  // All posts are of one day: by date they stand in the order of their paths.
  const pens = async (order: HighlightOrder): Promise<string> =>
    (await list(core, false, order)).highlights.map(({ pen }) => pen.slice(0, 1)).join('');
  expect(await pens('pen')).toBe('g'.repeat(6) + 'p'.repeat(6));
  expect(await pens('date')).toBe('gp'.repeat(6));
  const [first] = (await list(core, false, 'date')).highlights;
  if (first === undefined) throw new Error('Nothing is listed.');
  const key = { archiveId: archive.id, id: first.id };
  await ask('highlights.change', { ...key, pen: 'blue' });
  expect(await pens('date')).toBe(`bp${'gp'.repeat(5)}`);
  await ask('highlights.remove', { archiveId: archive.id, ids: [first.id] });
  expect(await pens('date')).toBe(`p${'gp'.repeat(5)}`);
  await ask('highlights.restore', { archiveId: archive.id, ids: [first.id] });
  const { penCounts } = await list(core, false, 'date');
  expect(penCounts).toEqual({ yellow: 0, green: 5, blue: 1, pink: 6 });
});

test('a highlight that was put elsewhere while its old place was looked at is looked at again', async () => {
  const { core, check } = await openMarked();
  const { library, index, archiveId } = check;
  const [first] = (await list(core, false, 'date')).highlights;
  if (first === undefined) throw new Error('Nothing is listed.');
  await checkPlaces(check, new AbortController().signal);
  const number = numbers[0] ?? 0;
  const anchor = anchorFor(bodyOf(number), '每一条船');
  attachHighlight(library, index, { key: { archiveId, id: first.id }, path: first.path, anchor });
  expect(unchecked(check)).toBe(1);
  await checkPlaces(check, new AbortController().signal);
  expect(unchecked(check)).toBe(0);
});
