import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Highlight, Pen } from '../../../src/shared/annotations.ts';
import { noFilters } from '../../../src/shared/defaults.ts';
import { asHighlightId, asSavedSearchId } from '../../../src/shared/ids.ts';
import { postText, writeFiles } from '../indexing/archiveFolder.ts';
import { anchorFor, openArchive, type TestArchive } from './testCore.ts';

const LIGHTHOUSE =
  '渡轮在六点开出，码头上没有人。守夜人说，灯塔的灯已经三年没有亮过。大风来的那一夜，他记下了每一条船的名字。';
const FERRY =
  'The ferry left at six. Nobody stood on the quay, and the night watch wrote the names of all boats down.';
const A = '_posts/2022-01-01-a.md';
const B = '_posts/2022-01-02-b.md';

const openPosts = (): Promise<TestArchive> =>
  openArchive({ [A]: postText('灯塔', LIGHTHOUSE), [B]: postText('Ferry', FERRY) });

interface Mark {
  readonly path?: string;
  readonly words?: string;
  readonly pen?: Pen;
  readonly note?: string | null;
}

function mark(
  { ask, archive }: TestArchive,
  { path = A, words = '灯塔的灯', pen = 'yellow', note = null }: Mark = {},
): Promise<Highlight> {
  const anchor = anchorFor(path === A ? LIGHTHOUSE : FERRY, words);
  return ask('highlights.add', { archiveId: archive.id, path, pen, note, anchor });
}

async function list({ ask, archive }: TestArchive, text = '') {
  const filter = { archiveId: archive.id, text, pens: [], hasNote: false, isOrphan: false };
  return ask('highlights.list', { filter, order: 'post', offset: 0, limit: 500 });
}

async function rows({ ask, archive }: TestArchive, text: string, filters = noFilters) {
  const query = { archiveId: archive.id, text, filters, sort: 'oldest' as const };
  const page = await ask('posts.search', { ...query, offset: 0, limit: 50 });
  expect(await ask('posts.count', query)).toEqual({ total: page.total });
  return page.posts;
}

const found = async (core: TestArchive, text: string, filters = noFilters): Promise<string[]> =>
  (await rows(core, text, filters)).map(({ path }) => path);

describe('highlights', () => {
  test('are kept as they were made, changed, taken away and brought back', async () => {
    const core = await openPosts();
    const { ask, archive } = core;
    const ofA = () => ask('annotations.ofPost', { archiveId: archive.id, path: A });
    const made = await mark(core, { note: '查证' });
    expect(made).toMatchObject({ path: A, pen: 'yellow', note: '查证', quote: '灯塔的灯' });
    expect((await ofA()).highlights).toEqual([made]);
    const key = { archiveId: archive.id, id: made.id };
    const changed = await ask('highlights.change', { ...key, pen: 'pink', note: '  ' });
    expect(changed).toMatchObject({ pen: 'pink', note: null, createdAt: made.createdAt });
    const ids = { archiveId: archive.id, ids: [made.id] };
    expect(await ask('highlights.remove', ids)).toEqual({ removed: [made.id] });
    expect(await ask('highlights.remove', ids)).toEqual({ removed: [] });
    expect((await ofA()).highlights).toEqual([]);
    await expect(ask('highlights.change', { ...key, pen: 'blue' })).rejects.toThrow('not-found');
    expect(await ask('highlights.restore', ids)).toMatchObject([{ id: made.id, pen: 'pink' }]);
    expect((await ofA()).highlights).toHaveLength(1);
  });

  test('of a post that is not there, or of no words, are refused', async () => {
    const core = await openPosts();
    const anchor = anchorFor(FERRY, 'ferry');
    const wish = { archiveId: core.archive.id, pen: 'blue', note: null } as const;
    await expect(core.ask('highlights.add', { ...wish, path: 'gone.md', anchor })).rejects.toThrow(
      'not-found',
    );
    const blank = { ...anchor, quote: ' ' };
    await expect(core.ask('highlights.add', { ...wish, path: B, anchor: blank })).rejects.toThrow(
      'bad-input',
    );
  });

  test('are listed with their posts, found by words, pen and note, and counted by pen', async () => {
    const core = await openPosts();
    await mark(core, { words: '每一条船' });
    await mark(core, { words: '六点开出', pen: 'green', note: '核实时间' });
    await mark(core, { path: B, words: 'night watch', pen: 'green' });
    const all = await list(core);
    expect(all.highlights.map(({ quote }) => quote)).toEqual([
      'night watch',
      '六点开出',
      '每一条船',
    ]);
    expect(all.highlights[0]).toMatchObject({ title: 'Ferry', day: '2022-05-18', isOrphan: false });
    expect(all).toMatchObject({
      total: 3,
      orphanCount: 0,
      penCounts: { yellow: 1, green: 2, blue: 0, pink: 0 },
    });
    const quotes = async (text: string) => (await list(core, text)).highlights.length;
    expect([
      await quotes('核實'),
      await quotes('WATCH'),
      await quotes('灯塔'),
      await quotes('x'),
    ]).toEqual([1, 1, 2, 0]);
    const filter = {
      archiveId: core.archive.id,
      text: '',
      pens: ['green' as const],
      hasNote: true,
      isOrphan: false,
    };
    const noted = await core.ask('highlights.list', { filter, order: 'date', offset: 0, limit: 9 });
    expect(noted).toMatchObject({ total: 1, highlights: [{ note: '核实时间' }] });
    const counts = await core.ask('archives.counts', { archiveId: core.archive.id });
    expect(counts.highlights).toBe(3);
  });

  test('follow a file that moves, and wait for one that is gone', async () => {
    const core = await openPosts();
    const made = await mark(core);
    const moved = '_posts/2022-01-01-moved.md';
    renameSync(join(core.folder, A), join(core.folder, moved));
    await core.index();
    expect(await found(core, 'has:highlight')).toEqual([moved]);
    const there = await core.ask('annotations.ofPost', { archiveId: core.archive.id, path: moved });
    expect(there.highlights).toMatchObject([{ id: made.id, changedAt: made.changedAt }]);
    renameSync(join(core.folder, moved), join(core.folder, 'away.txt~'));
    await core.index();
    expect(await list(core)).toMatchObject({
      orphanCount: 1,
      highlights: [{ isOrphan: true, postId: null, title: '灯塔', day: '2022-05-18' }],
    });
    renameSync(join(core.folder, 'away.txt~'), join(core.folder, A));
    await core.index();
    expect(await list(core)).toMatchObject({ orphanCount: 0, highlights: [{ path: A }] });
  });

  test('of posts that changed places go with their posts', async () => {
    const core = await openPosts();
    await mark(core, { note: 'of the lighthouse' });
    await mark(core, { path: B, words: 'The ferry', note: 'of the ferry' });
    const { archive, ask } = core;
    await ask('notes.set', { archiveId: archive.id, path: A, text: 'lighthouse' });
    await ask('notes.set', { archiveId: archive.id, path: B, text: 'ferry' });
    const ids = await ask('posts.idsAt', { archiveId: archive.id, paths: [A, B] });
    const [a, b] = ids.flatMap((id) => id ?? []);
    for (const [id, label] of [[a, 'L'] as const, [b, 'F'] as const]) {
      const posts = { archiveId: archive.id, ids: id === undefined ? [] : [id] };
      await ask('labels.set', { ...posts, add: [label], remove: [] });
    }
    for (const [from, to] of [[A, 'x'] as const, [B, A] as const, ['x', B] as const]) {
      renameSync(join(core.folder, from), join(core.folder, to));
    }
    await core.index();
    const ofPost = (path: string) => ask('annotations.ofPost', { archiveId: archive.id, path });
    expect(await ofPost(A)).toMatchObject({
      highlights: [{ note: 'of the ferry' }],
      note: { text: 'ferry' },
      labels: ['F'],
    });
    expect(await ofPost(B)).toMatchObject({
      highlights: [{ note: 'of the lighthouse' }],
      note: { text: 'lighthouse' },
      labels: ['L'],
    });
  });

  test('whose words are taken out of the file become orphans, and come back with them', async () => {
    const core = await openPosts();
    const made = await mark(core, { words: '灯塔的灯已经三年没有亮过' });
    const without = LIGHTHOUSE.replace('守夜人说，灯塔的灯已经三年没有亮过。', '');
    writeFiles(core.folder, { [A]: postText('灯塔', without) });
    await core.index();
    expect(await list(core)).toMatchObject({ orphanCount: 1, highlights: [{ isOrphan: true }] });
    const traditional = LIGHTHOUSE.replace('没有亮过', '沒有亮過').replace('渡轮', '渡輪');
    writeFiles(core.folder, { [A]: postText('灯塔', `新的开头。\n\n${traditional}`) });
    await core.index();
    expect(await list(core)).toMatchObject({ orphanCount: 0, highlights: [{ isOrphan: false }] });
    const anchor = anchorFor(FERRY, 'all boats');
    const key = { archiveId: core.archive.id, id: made.id };
    const attached = await core.ask('highlights.attach', { ...key, path: B, anchor });
    expect(attached).toMatchObject({ id: made.id, path: B, quote: 'all boats' });
    expect(await found(core, 'has:highlight')).toEqual([B]);
    const nobody = asHighlightId('0'.repeat(32));
    await expect(
      core.ask('highlights.attach', { ...key, id: nobody, path: B, anchor }),
    ).rejects.toThrow('not-found');
  });
});

describe('searches', () => {
  test('find posts by highlights, notes and labels, and rows tell of them', async () => {
    const core = await openPosts();
    const { ask, archive } = core;
    await mark(core, { pen: 'pink' });
    await mark(core, { words: '六点', pen: 'green', note: '向船公司核實' });
    await ask('notes.set', { archiveId: archive.id, path: B, text: 'Call the harbour office' });
    expect(await found(core, 'has:highlight')).toEqual([A]);
    expect(await found(core, 'has:note')).toEqual([A, B]);
    expect(await found(core, 'note:核实')).toEqual([A]);
    expect(await found(core, 'note:"harbour office"')).toEqual([B]);
    expect(await found(core, 'highlight:灯塔')).toEqual([A]);
    expect(await found(core, 'highlight:渡轮')).toEqual([]);
    expect(await found(core, '', { ...noFilters, list: 'highlighted' })).toEqual([A]);
    expect(await rows(core, '灯塔')).toMatchObject([
      { highlightCount: 2, pens: ['green', 'pink'], hasNote: true, labels: [] },
    ]);
    await ask('notes.set', { archiveId: archive.id, path: B, text: null });
    expect(await found(core, 'has:note')).toEqual([A]);
  });

  test('labels bookmark a post, are renamed, deleted, brought back, and go with the bookmark', async () => {
    const core = await openPosts();
    const { ask, archive } = core;
    const archiveId = archive.id;
    const [a, b] = (await ask('posts.idsAt', { archiveId, paths: [A, B] })).flatMap(
      (id) => id ?? [],
    );
    const both = [a, b].flatMap((id) => id ?? []);
    const set = (ids: typeof both, add: string[], remove: string[] = []) =>
      ask('labels.set', { archiveId, ids, add, remove });
    expect(await set(both, ['  待  核实 '])).toEqual({ changed: both });
    expect(await set(both, ['待 核实'])).toEqual({ changed: [] });
    await set(both.slice(1), ['Ports']);
    const labels = () => ask('labels.list', { archiveId });
    expect(await labels()).toEqual([
      { label: 'Ports', count: 1 },
      { label: '待 核实', count: 2 },
    ]);
    expect(await found(core, 'is:bookmarked')).toEqual([A, B]);
    expect(await found(core, 'label:核實')).toEqual([A, B]);
    expect(await found(core, 'label:=核实')).toEqual([]);
    expect(await found(core, 'label:="待 核实"')).toEqual([A, B]);
    expect(await found(core, '-label:=Ports is:bookmarked')).toEqual([A]);
    const wanted = [
      { field: 'label' as const, typed: 'ports' },
      { field: 'label' as const, typed: '核实' },
    ];
    expect(await ask('values.named', { archiveId, wanted, foldsVariants: true })).toEqual([
      'Ports',
      null,
    ]);
    expect(await found(core, '', { ...noFilters, labels: ['Ports', 'none'] })).toEqual([B]);
    await ask('labels.rename', { archiveId, from: '待 核实', to: 'Ports' });
    expect(await labels()).toEqual([{ label: 'Ports', count: 2 }]);
    expect(await ask('labels.delete', { archiveId, label: 'Ports' })).toEqual({ changed: 2 });
    expect(await labels()).toEqual([]);
    expect(await found(core, 'is:bookmarked')).toEqual([A, B]);
    expect(await ask('labels.restore', { archiveId, label: 'Ports' })).toEqual({ changed: 2 });
    await ask('bookmarks.set', { archiveId, ids: both.slice(1), isBookmarked: false });
    expect(await labels()).toEqual([{ label: 'Ports', count: 1 }]);
    expect((await rows(core, ''))[1]?.labels).toEqual([]);
    await ask('bookmarks.set', { archiveId, ids: both.slice(1), isBookmarked: true });
    expect((await rows(core, ''))[1]?.labels).toEqual(['Ports']);
  });

  test('are saved, changed in place, put in order, taken away and brought back', async () => {
    const { ask, archive } = await openPosts();
    const archiveId = archive.id;
    const search = { text: '灯塔', filters: noFilters, sort: 'newest', isPinned: false } as const;
    const save = (name: string, isPinned = false) =>
      ask('searches.save', { archiveId, search: { ...search, name, isPinned } });
    const names = async () => (await ask('searches.list', { archiveId })).map(({ name }) => name);
    const [one, two, three] = [await save('One'), await save('Two', true), await save('Three')];
    expect(await names()).toEqual(['Two', 'One', 'Three']);
    await ask('searches.order', { archiveId, ids: [three.id, one.id] });
    expect(await names()).toEqual(['Two', 'Three', 'One']);
    const renamed = { ...search, id: two.id, name: ' Second ' };
    expect(await ask('searches.save', { archiveId, search: renamed })).toMatchObject({
      id: two.id,
      name: 'Second',
      isPinned: false,
      createdAt: two.createdAt,
    });
    await ask('searches.remove', { archiveId, id: three.id });
    expect(await names()).toEqual(['One', 'Second']);
    expect(await ask('searches.restore', { archiveId, id: three.id })).toMatchObject({
      name: 'Three',
    });
    expect(await names()).toEqual(['Three', 'One', 'Second']);
    const nobody = asSavedSearchId('0'.repeat(32));
    await expect(
      ask('searches.save', { archiveId, search: { ...search, id: nobody, name: 'x' } }),
    ).rejects.toThrow('not-found');
  });

  test('of late are remembered newest first, each once, thirty at most, and forgotten for good', async () => {
    const { ask, archive } = await openPosts();
    const archiveId = archive.id;
    for (let at = 0; at < 40; at += 1)
      await ask('searches.remember', { archiveId, text: `q${at}` });
    await ask('searches.remember', { archiveId, text: ' q20 ' });
    await ask('searches.remember', { archiveId, text: '  ' });
    const recent = await ask('searches.recent', { archiveId });
    expect(recent.slice(0, 3)).toEqual(['q20', 'q39', 'q38']);
    expect(recent).toHaveLength(30);
    await ask('searches.forget', { archiveId, text: 'q39' });
    expect((await ask('searches.recent', { archiveId })).slice(0, 2)).toEqual(['q20', 'q38']);
    await ask('searches.forget', { archiveId, text: null });
    expect(await ask('searches.recent', { archiveId })).toEqual([]);
  });
});
