import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyMaker, type KeyMaker } from '../../../src/renderer/matching/matchKeys.ts';
import { loadReadings } from '../../../src/renderer/matching/readings.ts';
import { commandOf } from '../../../src/renderer/commands/commands.ts';
import type { Reason } from '../../../src/renderer/commands/command.ts';
import {
  readTyped,
  type PaletteName,
  type PaletteSection,
} from '../../../src/renderer/palette/paletteModel.ts';
import {
  joinAnswers,
  matchNames,
  paletteSections,
  sectionsOf,
  startMatching,
} from '../../../src/renderer/palette/paletteRows.ts';
import type { CommandId } from '../../../src/shared/commands/commands.ts';
import { commandWordsEn } from '../../../src/shared/commands/words/en.ts';
import { commandWordsZh } from '../../../src/shared/commands/words/zh.ts';

let keysOf: KeyMaker;
beforeAll(async () => {
  keysOf = createKeyMaker(await loadReadings());
});

function command(id: CommandId, reason: Reason | null = null): PaletteName {
  const known = commandOf(id);
  if (known === undefined) throw new Error(`no command ${id}`);
  const text = commandWordsEn[id];
  const target = { kind: 'command', command: known, reason } as const;
  const also = keysOf(commandWordsZh[id]);
  return { id: `command:${id}`, group: 'commands', text, keys: keysOf(text), also, target };
}

const value = (kind: 'source' | 'tag', text: string): PaletteName => ({
  id: `${kind}:${text}`,
  group: kind === 'source' ? 'sources' : 'tags',
  text,
  keys: keysOf(text),
  target: { kind, value: text, count: 1 },
});

const post = (title: string): PaletteName => ({
  id: `post:${title}`,
  group: 'posts',
  text: title,
  keys: keysOf(title),
  target: { kind: 'post', post: { path: `${title}.md`, title, source: null, day: null } },
});

const names = (): readonly PaletteName[] => [
  command('export-post', 'no-post'),
  command('export-selection'),
  command('theme-dark'),
  command('open-folder'),
  value('source', '新华日报'),
  value('source', 'Export Weekly'),
  value('tag', '新华'),
  value('tag', '出口'),
  post('新华日报今日导读'),
];

const ask = (typed: string, expanded = {}): readonly PaletteSection[] =>
  paletteSections({ query: readTyped(typed), names: names(), expanded });

const lines = (typed: string): readonly string[] =>
  ask(typed).flatMap(({ group, rows }) => rows.map(({ text }) => `${group}: ${text}`));

describe('what is typed', () => {
  test.each([
    ['export ', { text: 'export', scope: null }],
    ['> export', { text: 'export', scope: 'commands' }],
    ['@xhrb', { text: 'xhrb', scope: 'sources' }],
    ['# 新', { text: '新', scope: 'tags' }],
    ['》导出', { text: '导出', scope: 'commands' }],
    ['＃新', { text: '新', scope: 'tags' }],
    ['c#', { text: 'c#', scope: null }],
    ['  ', { text: '', scope: null }],
  ])('%j', (typed, query) => {
    expect(readTyped(typed)).toEqual(query);
  });
});

test('the group with the best answer comes first, and its best line with it', () => {
  expect(lines('xhrb')).toEqual(['sources: 新华日报', 'posts: 新华日报今日导读']);
  expect(lines('新华')[0]).toBe('tags: 新华');
  expect(lines('dark')[0]).toBe('commands: Theme: dark');
});

test('a prefix shows one kind alone', () => {
  expect(ask('@新华').map(({ group }) => group)).toEqual(['sources']);
  expect(ask('#新华').map(({ group }) => group)).toEqual(['tags']);
  expect(ask('>').map(({ group }) => group)).toEqual(['commands']);
  expect(lines('@')).toEqual(['sources: 新华日报', 'sources: Export Weekly']);
});

test('what cannot run stands below what can, and away while nothing is typed', () => {
  const found = lines('export');
  const runnable = found.indexOf('commands: Export posts…');
  expect(runnable).toBeGreaterThanOrEqual(0);
  expect(found.indexOf('commands: Export this post…')).toBeGreaterThan(runnable);
  expect(lines('')).not.toContain('commands: Export this post…');
});

test('commands are found by their name in the other language', () => {
  expect(lines('打开文件夹')).toEqual(['commands: Open folder…']);
  expect(lines('dkwjj')).toContain('commands: Open folder…');
});

test('a long group ends in how many more there are, and grows by it', () => {
  const tags = Array.from({ length: 300 }, (_, at) => value('tag', `标签${at}`));
  const section = (typed: string, times: number) =>
    paletteSections({ query: readTyped(typed), names: tags, expanded: { tags: times } })[0];
  const first = section('bq', 0);
  expect(first?.rows.at(-1)?.target).toEqual({ kind: 'more', group: 'tags', count: 292 });
  expect(section('bq', 1)?.rows).toHaveLength(109);
  expect(section('bq', 3)?.rows).toHaveLength(300);
  expect(section('#bq', 0)?.rows.at(-1)?.target).toMatchObject({ kind: 'more', count: 250 });
});

test('a single further line is shown instead of being counted', () => {
  const tags = Array.from({ length: 9 }, (_, at) => value('tag', `标签${at}`));
  const [section] = paletteSections({ query: readTyped('bq'), names: tags, expanded: {} });
  expect(section?.rows).toHaveLength(9);
  expect(section?.rows.some(({ target }) => target.kind === 'more')).toBe(false);
});

describe('many names', () => {
  const many = (): readonly PaletteName[] => [
    ...names(),
    ...Array.from({ length: 500 }, (_, at) => value('tag', `标签${at}`)),
  ];

  test('are matched in slices with the answers that matching at once gives', () => {
    for (const typed of ['bq', 'xhrb', '#标签4', '', 'export', 'no such name']) {
      const query = readTyped(typed);
      const matching = startMatching(query, many());
      let looks = 0;
      let answers = null;
      while (answers === null) answers = matching.goOn(() => (looks += 1) % 2 === 0);
      expect(looks).toBeGreaterThan(20);
      expect(sectionsOf(answers, {})).toEqual(
        paletteSections({ query, names: many(), expanded: {} }),
      );
      expect(matching.goOn(() => true)).toBe(answers);
    }
  });

  test('of two lists are one answer: the best first, equal ones of the first list before', () => {
    const query = readTyped('新华');
    const [first, second] = [names().slice(0, 7), names().slice(7)];
    const joined = joinAnswers(matchNames(query, first), matchNames(query, second));
    expect(sectionsOf(joined, {})).toEqual(ask('新华'));
    const [before, after] = [value('tag', '新华甲'), value('tag', '新华乙')];
    const rows = (left: PaletteName, right: PaletteName) =>
      sectionsOf(joinAnswers(matchNames(query, [left]), matchNames(query, [right])), {})
        .flatMap((section) => section.rows)
        .map(({ text }) => text);
    expect(rows(before, after)).toEqual(['新华甲', '新华乙']);
    expect(rows(after, before)).toEqual(['新华乙', '新华甲']);
    expect(rows(before, value('tag', '新华'))).toEqual(['新华', '新华甲']);
  });
});
