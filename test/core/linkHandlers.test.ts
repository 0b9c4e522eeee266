import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createCoreHandlers } from '../../src/core/coreHandlers.ts';
import { indexArchive } from '../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../src/core/indexing/indexingControl.ts';
import { noFilters } from '../../src/shared/defaults.ts';
import type { Archive } from '../../src/shared/model.ts';
import { temporaryFolder, writeFiles } from './indexing/archiveFolder.ts';

const text = (title: string, body: string, more = ''): string =>
  `---\ntitle: ${title}\n${more}---\n\n${body}\n`;

const FILES = {
  '_config.yml': 'title: T\nurl: https://tides.example\n',
  '_posts/2022-01-01-tide.md': text('Tide', 'The tide came in.', 'categories: sea\n'),
  '_posts/2022-01-02-ebb.md': text(
    'Ebb',
    'A first sentence. Then came [the tide](/sea/2022/01/01/tide.html) over the wall! A last one.',
  ),
  '_posts/2022-01-03-flow.md': text('Flow', '看[潮水](2022-01-01-tide.md)上涨。第二句。'),
  '_posts/2022-01-04-list.md': text(
    'List',
    '[sea](/category/sea/) [home](/) and [late](2022-02-02-late.md)',
  ),
};

async function open(files: Readonly<Record<string, string>>) {
  const dataFolder = temporaryFolder();
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const { handlers, close } = createCoreHandlers({ dataFolder });
  onTestFinished(close);
  const archive = await handlers['archives.add']({ folder, isSample: false });
  const index = (): Promise<unknown> => runOver(dataFolder, archive);
  await index();
  const archiveId = archive.id;
  return {
    folder,
    index,
    follow: async (path: string, href: string) =>
      handlers['links.follow']({ archiveId, path, href }),
    mentions: async (path: string) => handlers['links.mentions']({ archiveId, path }),
  };
}

function runOver(dataFolder: string, archive: Archive): Promise<unknown> {
  const control = createIndexingControl();
  return indexArchive({
    dataFolder,
    archive,
    mode: 'update',
    parserScript: null,
    control,
    onProgress: () => undefined,
  });
}

describe('where links lead, asked of a real index', () => {
  test('posts, lists, the web, and what is not there', async () => {
    const { follow } = await open(FILES);
    const from = '_posts/2022-01-02-ebb.md';
    expect(await follow(from, '/sea/2022/01/01/tide.html#end')).toEqual({
      kind: 'post',
      path: '_posts/2022-01-01-tide.md',
      fragment: 'end',
    });
    expect(await follow(from, 'https://tides.example/category/sea/')).toEqual({
      kind: 'list',
      filters: { ...noFilters, categories: ['sea'] },
    });
    expect(await follow(from, 'https://elsewhere.example/x')).toEqual({
      kind: 'external',
      url: 'https://elsewhere.example/x',
    });
    expect(await follow(from, '/2022/09/09/never-written.html')).toEqual({
      kind: 'missing',
      path: '2022/09/09/never-written.html',
      words: 'never written',
      url: 'https://tides.example/2022/09/09/never-written.html',
    });
  });
});

describe('posts that mention one', () => {
  test('the newest first, with the sentence around the link and its words marked', async () => {
    const { mentions } = await open(FILES);
    const found = await mentions('_posts/2022-01-01-tide.md');
    expect(found.map(({ title }) => title)).toEqual(['Flow', 'Ebb']);
    expect(found.map(({ sentence }) => sentence)).toEqual([
      { text: '看潮水上涨。', marks: [[1, 3]] },
      { text: 'Then came the tide over the wall!', marks: [[10, 18]] },
    ]);
    expect(await mentions('_posts/2022-01-02-ebb.md')).toEqual([]);
  });

  test('they come and go with the files, without the other files being read again', async () => {
    const { folder, index, mentions } = await open(FILES);
    const late = '_posts/2022-02-02-late.md';
    writeFileSync(join(folder, late), text('Late', 'Words.'));
    await index();
    expect((await mentions(late)).map(({ title }) => title)).toEqual(['List']);

    writeFileSync(join(folder, '_posts/2022-01-02-ebb.md'), text('Ebb', 'No links any more.'));
    await index();
    const tide = '_posts/2022-01-01-tide.md';
    expect((await mentions(tide)).map(({ title }) => title)).toEqual(['Flow']);

    rmSync(join(folder, '_posts/2022-01-03-flow.md'));
    await index();
    expect(await mentions(tide)).toEqual([]);
  });

  test('a post that moved takes its mentions along', async () => {
    const { folder, index, mentions } = await open(FILES);
    rmSync(join(folder, '_posts/2022-01-01-tide.md'));
    const moved = 'old/_posts/2022-01-01-tide.md';
    writeFiles(folder, {
      [moved]: text('Tide', 'The tide came in.', 'permalink: /sea/2022/01/01/tide.html\n'),
    });
    await index();
    expect((await mentions(moved)).map(({ title }) => title)).toEqual(['Flow', 'Ebb']);
  });
});
