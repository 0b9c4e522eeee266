import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFileOfBytes } from '../core/indexing/archiveFolder.ts';
import { cli, json, placeOf } from './cliPlace.ts';
import type { CliPlace } from './cliPlace.ts';

const front = (title: string, date: string, more = ''): string =>
  `---\ntitle: ${title}\ndate: ${date}\n${more}---\n`;

const FILES = {
  '_config.yml': 'title: Harbour News\n',
  'README.md': '# About this site\n\nHow it was made.\n',
  '_posts/2022-05-18-a.md': `${front('灯塔重新开放', '2022-05-18 05:00:29 +0800', 'tags: 港口日报新闻\ncategories: harbour\n')}<p>港口的灯塔在疫情之后重新开放。</p>\n<p><img src="../assets/light.png"><img src="https://example.org/far.png"></p>\n<p>（文章来源：港口晨报）</p>\n`,
  '_posts/2022-06-02-b.md': `${front('Ferry timetable', '2022-06-02', 'tags: [ferry, news]\n')}The night ferry leaves at ten.\n\n- [ ] buy a ticket\n`,
  '_posts/2023-01-09-c.md': `${front('No lights', '2023-01-09T10:00:00', 'tags: news\n')}The ferry stays in the harbour, 疫情.\n`,
  '_posts/2023-01-10-empty.md': '',
};

const place = (files: Readonly<Record<string, string>> = FILES): CliPlace => placeOf(files);

async function indexed(files: Readonly<Record<string, string>> = FILES): Promise<CliPlace> {
  const made = place(files);
  const { code, said } = await cli(made.at('index', made.folder));
  expect(said).toBe('');
  expect(code).toBe(0);
  return made;
}

describe('index', () => {
  test('counts posts and pages, problem rows apart, and names the folder', async () => {
    const { folder, at } = place();
    const counts = { posts: 4, removed: 0, problems: 1, folder };
    expect(await json(at('index', folder, '--json'))).toMatchObject({
      ...counts,
      added: 4,
      updated: 0,
      unchanged: 0,
    });
    const again = await json(at('index', '--json', folder));
    expect(again).toMatchObject({ ...counts, added: 0, updated: 0, unchanged: 4 });
    expect(Object.keys(Object(again)).toSorted()).toEqual([
      'added',
      'folder',
      'posts',
      'problems',
      'removed',
      'seconds',
      'unchanged',
      'updated',
    ]);
    expect(await json(at('index', folder, '--full', '--json'))).toMatchObject({
      updated: 4,
      unchanged: 0,
    });
  });

  test('takes a folder relative to where the person stands', async () => {
    const { folder, at } = place();
    const { code } = await cli(at('index', '.'), { folder });
    expect(code).toBe(0);
    expect((await cli(at('search', '../', 'ferry'), { folder: join(folder, '_posts') })).code).toBe(
      0,
    );
  });

  test('a folder that is not there, and a file, fail with one sentence', async () => {
    const { folder, at } = place();
    for (const wrong of [join(folder, 'gone'), join(folder, 'README.md')]) {
      const { code, said, out } = await cli(at('index', wrong));
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(said).toMatch(/^[^\n]+\n$/);
      expect(said).toContain(wrong);
    }
  });

  test('stopped before the start it says so and fails', async () => {
    const { folder, at } = place();
    const { code, said } = await cli(at('index', folder), { signal: AbortSignal.abort() });
    expect(code).toBe(1);
    expect(said).toMatch(/^Stopped/);
  });

  test('leaves the archive as it was', async () => {
    const { folder, at } = place();
    const before = readdirSync(folder, { recursive: true });
    await cli(at('index', folder));
    await cli(at('search', folder, 'ferry'));
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });
});

describe('search', () => {
  test('gives total and hits in the promised shape, pages left out', async () => {
    const { folder, at } = await indexed();
    expect(await json(at('search', folder, '灯塔', '--json'))).toEqual({
      query: '灯塔',
      total: 1,
      hits: [
        {
          path: '_posts/2022-05-18-a.md',
          title: '灯塔重新开放',
          date: '2022-05-18T05:00:29+08:00',
          source: '港口晨报',
          tags: ['港口日报新闻'],
          categories: ['harbour'],
          snippet: expect.stringContaining('灯塔'),
        },
      ],
    });
    expect(await json(at('search', folder, '', '--json'))).toMatchObject({ total: 3 });
    expect(await json(at('search', folder, 'is:page', '--json'))).toMatchObject({
      total: 1,
      hits: [{ path: 'README.md' }],
    });
  });

  test('gives several excerpts of a post on request, with their places in its text', async () => {
    const filler = '港口的清晨没有别的消息，只有海鸥飞过。'.repeat(12);
    const text = `灯塔开放。${filler}灯塔与渡轮。${filler}`;
    const { folder, at } = await indexed({ 'a.md': `${front('港口', '2024-01-01')}${text}\n` });
    const answer = await json(at('search', folder, '灯塔', '--snippets', '3', '--json'));
    const second = text.lastIndexOf('灯塔');
    expect(answer).toMatchObject({
      hits: [
        {
          snippets: [
            { start: 0, marks: [[0, 2]] },
            { start: second, marks: [[0, 2]] },
          ],
        },
      ],
    });
    const { out } = await cli(at('search', folder, '灯塔', '--snippets', '3'));
    expect(out).toMatch(/ {2}灯塔开放。.*\n {2}灯塔与渡轮。.*\n/);
    expect(await json(at('search', folder, '灯塔', '--snippets', '1', '--json'))).toMatchObject({
      hits: [{ snippets: [{ start: 0 }] }],
    });
  });

  test('says what a query means, in the language of the terminal, and what was read otherwise', async () => {
    const { folder, at } = await indexed();
    const line = at('search', folder, '灯塔 -渡轮 foo:bar', '--explain');
    const english = await cli(line);
    expect(english.out).toMatch(
      /^Posts that contain “灯塔”, do not contain “渡轮” and contain “foo:bar”\.\n/,
    );
    expect(english.said).toContain('foo:bar names no field');
    const chinese = await cli(line, { environment: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(chinese.out).toMatch(/^含“灯塔”，且不含“渡轮”，且含“foo:bar”的文章。\n/);
    expect(await json([...line, '--json'])).toMatchObject({
      explanation: 'Posts that contain “灯塔”, do not contain “渡轮” and contain “foo:bar”.',
    });
  });

  test.for(['search', 'facets', 'dump'])('%s fails on a query that is refused', async (command) => {
    const { folder, at } = await indexed();
    const { code, out, said } = await cli(at(command, folder, '灯'.repeat(10_001)));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toBe('The query is too long and was not answered.\n');
  });

  test('tells Traditional and Simplified characters apart when asked', async () => {
    const { folder, at } = await indexed();
    expect(await json(at('search', folder, '燈塔', '--json'))).toMatchObject({ total: 1 });
    const line = at('search', folder, '燈塔', '--tell-variants-apart', '--json');
    expect(await json(line)).toMatchObject({ total: 0 });
  });

  test('a query that begins with a dash excludes', async () => {
    const { folder, at } = await indexed();
    expect(await json(at('search', folder, '-疫情', '--json'))).toMatchObject({
      query: '-疫情',
      total: 1,
      hits: [{ title: 'Ferry timetable', date: '2022-06-02' }],
    });
  });

  test('sorts and pages', async () => {
    const { folder, at } = await indexed();
    const titles = async (...more: readonly string[]): Promise<unknown> => {
      const answer = await json(at('search', folder, '', '--json', ...more));
      return Object(answer).hits.map(({ title }: { title: string }) => title);
    };
    expect(await titles()).toEqual(['No lights', 'Ferry timetable', '灯塔重新开放']);
    expect(await titles('--sort', 'oldest', '--limit', '2')).toEqual([
      '灯塔重新开放',
      'Ferry timetable',
    ]);
    expect(await titles('--offset', '2')).toEqual(['灯塔重新开放']);
    expect(await titles('--limit', '0')).toEqual([]);
    expect(await titles('--offset', '99')).toEqual([]);
  });

  test('can give more hits than one page of the window holds', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 620 }, (_, n) => [`${n}.md`, `# Post ${n}\n\nword\n`]),
    );
    const { folder, at } = await indexed(files);
    const answer = await json(at('search', folder, 'word', '--limit', '600', '--json'));
    expect(new Set(Object(answer).hits.map(({ path }: { path: string }) => path)).size).toBe(600);
    expect(answer).toMatchObject({ total: 620 });
  });

  test('printed for people, a title cannot steer the terminal', async () => {
    const { folder, at } = await indexed({ 'a.md': '# Red \u001B[31m alert \u202Etxet\n\nword\n' });
    const { out } = await cli(at('search', folder, 'word'));
    expect(out).toContain('1 post');
    expect(out).not.toMatch(/[\u001B\u202E]/);
  });

  test('works while the folder is away, and follows links to it', async () => {
    const { folder, at } = await indexed();
    const elsewhere = join(temporaryFolder(), 'link');
    symlinkSync(folder, elsewhere);
    expect(await json(at('search', elsewhere, 'ferry', '--json'))).toMatchObject({ total: 2 });
    renameSync(folder, `${folder}-away`);
    expect(await json(at('search', folder, 'ferry', '--json'))).toMatchObject({ total: 2 });
    const shown = await cli(at('show', folder, '_posts/2022-06-02-b.md', '--format', 'html'));
    expect(shown.out).toContain('The night ferry');
    renameSync(`${folder}-away`, folder);
  });
});

describe('show and dump', () => {
  test('text is what search sees; the source line stays in it', async () => {
    const { folder, at } = await indexed();
    const { out } = await cli(at('show', folder, '_posts/2022-05-18-a.md'));
    expect(out).toBe('港口的灯塔在疫情之后重新开放。\n（文章来源：港口晨报）\n');
  });

  test('html has no remote or private address', async () => {
    const { folder, at } = await indexed();
    const { out } = await cli(at('show', folder, '_posts/2022-05-18-a.md', '--format', 'html'));
    expect(out).toContain('src="assets/light.png"');
    expect(out).toContain('data-src="https://example.org/far.png"');
    expect(out).not.toMatch(/ src="[a-z]+:/);
  });

  test('json has every field', async () => {
    const { folder, at } = await indexed();
    expect(await json(at('show', folder, '_posts/2022-06-02-b.md', '--format', 'json'))).toEqual({
      path: '_posts/2022-06-02-b.md',
      title: 'Ferry timetable',
      date: '2022-06-02',
      source: null,
      tags: ['ferry', 'news'],
      categories: [],
      url: null,
      draft: false,
      kind: 'post',
      text: expect.stringContaining('The night ferry leaves at ten.'),
      html: expect.stringContaining('type="checkbox"'),
      problems: [],
    });
  });

  test('a path may be typed as the shell completes it', async () => {
    const { folder, at } = await indexed();
    const post = '_posts/2022-06-02-b.md';
    const ways = [`./${post}`, join(folder, post), '2022-06-02-b.md'];
    for (const way of ways) {
      expect(
        (await cli(at('show', folder, way), { folder: join(folder, '_posts') })).out,
      ).toContain('night ferry');
    }
  });

  test('shows the file as it is now, and never one outside', async () => {
    const { folder, at } = await indexed();
    const file = join(folder, '_posts/2022-06-02-b.md');
    writeFileSync(file, '# Ferry\n\nCancelled tonight.\n');
    const html = async (): Promise<string> =>
      (await cli(at('show', folder, '_posts/2022-06-02-b.md', '--format', 'html'))).out;
    expect(await html()).toContain('Cancelled tonight.');
    rmSync(file);
    symlinkSync('/etc/passwd', file);
    expect(await html()).not.toContain('root:');
    expect(await html()).toContain('The night ferry');
  });

  test('a name that is not UTF-8 is found as the command line hands it on, unless two read alike', async () => {
    const { folder, at } = place();
    const name = (byte: number): readonly number[] => [0x63, 0x61, 0x66, byte, 0x2e, 0x6d, 0x64];
    writeFileOfBytes(folder, name(0xe9), 'Au lait.');
    await cli(at('index', folder));
    expect((await cli(at('show', folder, 'caf\uFFFD.md'))).out).toBe('Au lait.\n');
    writeFileOfBytes(folder, name(0xe8), 'Noir.');
    await cli(at('index', folder));
    const { code, said } = await cli(at('show', folder, 'caf\uFFFD.md'));
    expect(code).toBe(1);
    expect(said.match(/caf\uFFFD~[0-9a-f]{8}\.md/g)).toHaveLength(2);
  });

  test('a name that is not UTF-8 is shown with its bytes', async () => {
    const { folder, at } = place({});
    writeFileOfBytes(folder, [0xd6, 0xd0, 0x2e, 0x6d, 0x64], '# Odd name\n\nword\n');
    await cli(at('index', folder));
    const problems = await json(at('problems', folder, '--json'));
    expect(problems).toMatchObject([{ code: 'name-not-text', pathHex: 'd6d02e6d64' }]);
    const { path } = Object(problems)[0];
    expect(await json(at('show', folder, path, '--format', 'json'))).toMatchObject({
      path,
      pathHex: 'd6d02e6d64',
      html: expect.stringContaining('word'),
    });
  });

  test('dump prints everything a line each, pages too; with a query its posts', async () => {
    const { folder, at } = await indexed();
    const lines = async (...query: readonly string[]): Promise<unknown[]> => {
      const { out } = await cli(at('dump', folder, ...query));
      return out
        .split('\n')
        .filter((line) => line !== '')
        .map((line): unknown => JSON.parse(line));
    };
    expect(await lines()).toMatchObject([
      { path: 'README.md', kind: 'page' },
      { path: '_posts/2022-05-18-a.md' },
      { path: '_posts/2022-06-02-b.md' },
      { path: '_posts/2023-01-09-c.md' },
    ]);
    expect(await lines('ferry')).toMatchObject([
      { title: 'No lights' },
      { title: 'Ferry timetable' },
    ]);
    expect(await lines('')).toHaveLength(3);
    expect(await lines('nowhere')).toEqual([]);
    const [, shown] = await lines();
    expect(await json(at('show', folder, '_posts/2022-05-18-a.md', '--format', 'json'))).toEqual(
      shown,
    );
  });

  test('a post that is not there fails', async () => {
    const { folder, at } = await indexed();
    const { code, said } = await cli(at('show', folder, '../secret.md'));
    expect(code).toBe(1);
    expect(said).toMatch(/no post \.\.\/secret\.md/);
  });
});

describe('facets and problems', () => {
  test('counts belong to the query, largest first', async () => {
    const { folder, at } = await indexed();
    expect(await json(at('facets', folder, '--json'))).toEqual({
      total: 3,
      sources: expect.arrayContaining([{ value: '港口晨报', count: 1 }]),
      tags: [
        { value: 'news', count: 2 },
        { value: 'ferry', count: 1 },
        { value: '港口日报新闻', count: 1 },
      ],
      categories: [{ value: 'harbour', count: 1 }],
      months: [
        { value: '2022-05', count: 1 },
        { value: '2022-06', count: 1 },
        { value: '2023-01', count: 1 },
      ],
      years: [
        { value: '2022', count: 2 },
        { value: '2023', count: 1 },
      ],
      states: [
        { value: 'bookmarked', count: 0 },
        { value: 'unread', count: 3 },
        { value: 'read', count: 0 },
        { value: 'draft', count: 0 },
      ],
    });
    expect(await json(at('facets', folder, 'ferry', '--json'))).toMatchObject({
      total: 2,
      categories: [],
    });
  });

  test('problems have path, code and a sentence', async () => {
    const { folder, at } = await indexed();
    expect(await json(at('problems', folder, '--json'))).toEqual([
      {
        path: '_posts/2023-01-10-empty.md',
        code: 'empty',
        message: expect.stringMatching(/\w+ .*\.$/),
      },
    ]);
  });
});

describe('without an index', () => {
  test.each([
    ['search', 'x'],
    ['show', 'a.md'],
    ['dump'],
    ['facets'],
    ['problems'],
    ['export', '--query', 'x', '--to', 'a.pdf'],
  ])('%s says so, fails and makes nothing', async (command, ...more) => {
    const { folder, at } = place();
    const { code, said, out } = await cli(at(command, folder, ...more));
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(said).toMatch(/has no index yet; run index/);
    expect(readdirSync(join(at().at(-1) ?? '', '..'))).toEqual([]);
  });
});

describe('help, version, wrong usage', () => {
  test('help and version go to standard output', async () => {
    expect(await cli(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\d+\.\d+\.\d+/),
      said: '',
    });
    expect(await cli(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('export FOLDER'),
      said: '',
    });
    for (const command of ['index', 'search', 'show', 'dump', 'facets', 'problems', 'export']) {
      const { code, out } = await cli([command, '--help']);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^${command} FOLDER`));
    }
  });

  test('wrong usage is 2 with one sentence', async () => {
    for (const line of [
      [],
      ['nonsense'],
      ['search', 'x'],
      ['index', '--limit', '3', 'x'],
      ['export', '.', '--to', 'x'],
    ]) {
      const { code, said, out } = await cli(line);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(said).toMatch(/^[^\n]+\n$/);
    }
  });
});

describe('read-as', () => {
  const big5 = Uint8Array.of(0xa4, 0xf4, 0xaa, 0x47);

  test('reads files of a folder as a charset, lists the choice, and takes it back', async () => {
    const { folder, at } = place();
    mkdirSync(join(folder, 'old'));
    writeFileSync(join(folder, 'old/fruit.txt'), big5);
    expect((await cli(at('read-as', folder, 'Latin-1', 'old'))).code).toBe(0);
    expect((await cli(at('show', folder, 'old/fruit.txt'))).out.trim()).toBe('¤ôªG');
    expect(await json(at('read-as', folder, '--json'))).toEqual([
      { path: 'old', isFolder: true, charset: 'windows-1252' },
    ]);
    expect(await json(at('read-as', folder, 'detect', 'old', '--json'))).toEqual([]);
    expect((await cli(at('show', folder, 'old/fruit.txt'))).out.trim()).toBe('水果');
  });

  test('says what it does not know', async () => {
    const { folder, at } = place();
    const unknown = await cli(at('read-as', folder, 'utf-9', '.'));
    expect([unknown.code, unknown.said]).toEqual([
      2,
      'There is no charset utf-9; read-as --help lists them.\n',
    ]);
    expect((await cli(at('read-as', folder, 'gbk', 'nowhere.md'))).said).toContain('nowhere.md');
    expect((await cli(at('read-as', folder, 'gbk', '../..'))).code).toBe(1);
    expect((await cli(at('read-as', folder, 'gbk'))).code).toBe(2);
  });
});
