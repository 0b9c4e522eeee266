import { describe, expect, test } from 'vitest';
import { readInvocation } from '../../src/cli/invocation.ts';
import type { Invocation } from '../../src/cli/invocation.ts';
import { UsageError } from '../../src/cli/readArguments.ts';

function invocation(...line: readonly string[]): Invocation {
  const request = readInvocation(line);
  if (request.kind !== 'run') throw new Error(`understood as ${request.kind}`);
  return request.invocation;
}

function complaint(...line: readonly string[]): string {
  try {
    readInvocation(line);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return '';
}

describe('options', () => {
  test('may stand anywhere, before the command too', () => {
    const expected = {
      command: 'search',
      folder: 'news',
      query: '疫情',
      sort: 'oldest',
      limit: 5,
      offset: 10,
      foldsVariants: true,
      isExplained: false,
      snippets: null,
      isJson: true,
    };
    const orders = [
      ['search', 'news', '疫情', '--sort', 'oldest', '--limit', '5', '--offset', '10', '--json'],
      ['--json', '--sort=oldest', 'search', '--limit=5', 'news', '--offset', '10', '疫情'],
      [
        '--data-dir',
        'd',
        '--limit',
        '5',
        'search',
        'news',
        '--json',
        '疫情',
        '--offset=10',
        '--sort',
        'oldest',
      ],
    ];
    for (const order of orders) expect(invocation(...order)).toEqual(expected);
  });

  test('end at --, so that anything can be a query', () => {
    expect(invocation('search', 'news', '--', '--json')).toMatchObject({
      query: '--json',
      isJson: false,
    });
    expect(invocation('search', '--json', '--', 'news', '--')).toMatchObject({
      folder: 'news',
      query: '--',
      isJson: true,
    });
    expect(invocation('dump', 'news', '--', '--help')).toMatchObject({ query: '--help' });
  });

  test('a query that begins with a dash is a query', () => {
    for (const query of ['-疫情', '-term', '-n', '-', '-"a b"', '--疫情', '-tag:news', '---']) {
      expect(invocation('search', 'news', query)).toMatchObject({ query });
      expect(invocation('export', 'news', '--to', 'a.pdf', '--query', query)).toMatchObject({
        choice: { query },
      });
    }
    expect(invocation('search', '-news', '-疫情', '--json')).toMatchObject({
      folder: '-news',
      query: '-疫情',
    });
  });

  test('a value may be empty or contain =', () => {
    expect(invocation('export', 'news', '--to=a=b.pdf', '--query=')).toMatchObject({
      target: 'a=b.pdf',
      choice: { kind: 'query', query: '' },
    });
    expect(invocation('export', 'news', '--query', '', '--to', 'a.pdf')).toMatchObject({
      choice: { query: '' },
    });
  });

  test('--post may be given more than once', () => {
    expect(
      invocation('export', 'n', '--post', 'a.md', '--post', 'b.md', '--to', 'x', '--separate'),
    ).toEqual({
      command: 'export',
      folder: 'n',
      target: 'x',
      format: 'pdf',
      choice: { kind: 'posts', paths: ['a.md', 'b.md'] },
      limit: null,
      foldsVariants: true,
      wishes: { preset: null, changes: {}, named: [] },
      isSeparate: true,
    });
  });

  test('words behind the folder are posts too where --post names one, as from a pattern of the shell', () => {
    const line = ['export', 'n', '--to', 'x.csv', '--post', 'a.md', 'b.md', 'c.md', '--post=d.md'];
    expect(invocation(...line)).toMatchObject({
      folder: 'n',
      choice: { kind: 'posts', paths: ['a.md', 'd.md', 'b.md', 'c.md'] },
    });
    expect(() => readInvocation(['export', 'n', 'more', '--to', 'x.csv', '--query', 'y'])).toThrow(
      /takes no further word \(more\)/,
    );
  });

  test('--limit takes the first posts of a result', () => {
    const line = ['export', 'n', '--to', 'x.csv', '--query', 'x'];
    expect(invocation(...line)).toMatchObject({ limit: null });
    expect(invocation(...line, '--limit', '40')).toMatchObject({ limit: 40 });
    expect(() => readInvocation([...line, '--limit', '0'])).toThrow(/--limit .* 1/);
    expect(() => readInvocation([...line, '--limit', 'x'])).toThrow(/--limit/);
  });

  test.each([
    [['--to', 'a.PDF'], 'pdf'],
    [['--to', 'a.jsonl'], 'jsonl'],
    [['--to', 'a.ndjson'], 'jsonl'],
    [['--to', 'a.json'], 'csl'],
    [['--to', 'a.b.bib'], 'bib'],
    [['--to', 'a.pdf', '--format', 'ris'], 'ris'],
    [['--to', '-', '--format', 'csv'], 'csv'],
    [['--to', 'folder', '--separate'], 'pdf'],
  ])('export %j means the format %s', (more, format) => {
    expect(invocation('export', 'n', '--query=', ...more)).toMatchObject({ format });
  });

  test('labels narrow a query, or stand for themselves', () => {
    const line = ['export', 'n', '--to', 'a.csv', '--label', '要读', '--label', 'b'];
    const labels = ['要读', 'b'];
    expect(invocation(...line)).toMatchObject({ choice: { kind: 'query', query: '', labels } });
    expect(invocation(...line, '--query', 'x')).toMatchObject({ choice: { query: 'x', labels } });
  });

  test('--data-dir is kept as typed', () => {
    expect(readInvocation(['problems', 'n', '--data-dir', '../d'])).toMatchObject({
      dataFolder: '../d',
    });
    expect(readInvocation(['problems', 'n'])).toMatchObject({ dataFolder: null });
  });
});

describe('what is left out', () => {
  test('search gives fifty hits by relevance; all posts come newest first', () => {
    expect(invocation('search', 'n', 'word')).toMatchObject({
      limit: 50,
      offset: 0,
      foldsVariants: true,
      sort: 'relevance',
    });
    expect(invocation('search', 'n', '')).toMatchObject({ query: '', sort: 'newest' });
  });

  test('dump knows no query from an empty one', () => {
    expect(invocation('dump', 'n')).toMatchObject({ query: null });
    expect(invocation('dump', 'n', '')).toMatchObject({ query: '' });
    expect(invocation('facets', 'n')).toMatchObject({ query: '' });
  });

  test('show prints text', () => {
    expect(invocation('show', 'n', 'a.md')).toMatchObject({ format: 'text' });
  });
});

describe('help and version', () => {
  test('are understood anywhere', () => {
    expect(readInvocation(['--help'])).toEqual({ kind: 'help', command: null });
    expect(readInvocation(['search', '--help'])).toEqual({ kind: 'help', command: 'search' });
    expect(readInvocation(['help', 'export'])).toEqual({ kind: 'help', command: 'export' });
    expect(readInvocation(['-h'])).toEqual({ kind: 'help', command: null });
    expect(readInvocation(['index', 'x', '--version'])).toEqual({ kind: 'version' });
  });
});

describe('wrong usage is told in one sentence', () => {
  test.each([
    [['nonsense'], /no command nonsense/],
    [[], /command is needed/],
    [['index'], /needs FOLDER/],
    [['index', ''], /FOLDER/],
    [['index', 'a', 'b'], /no further word \(b\)/],
    [['index', 'a', '-x'], /no further word/],
    [['search', 'a'], /needs QUERY/],
    [['search', 'a', 'two', 'words'], /quotes/],
    [['search', 'a', 'b', '--limit'], /--limit needs a value/],
    [['search', 'a', 'b', '--limit', '--json'], /--limit needs a value/],
    [['search', 'a', 'b', '--limit', '-1'], /whole number/],
    [['search', 'a', 'b', '--limit', '1.5'], /whole number/],
    [['search', 'a', 'b', '--offset', ''], /whole number/],
    [['search', 'a', 'b', '--sort', 'best'], /one of relevance, newest, oldest/],
    [['search', 'a', 'b', '--json=1'], /--json takes no value/],
    [['search', 'a', 'b', '--full'], /search has no option --full/],
    [['search', 'a', 'b', '--jsn'], /no option --jsn/],
    [['search', 'a', 'b', '--toString'], /no option --toString/],
    [['show', 'a'], /needs PATH/],
    [['show', 'a', 'b', '--format', 'pdf'], /one of text, html, json/],
    [['export', 'a', '--query', 'x'], /--to/],
    [['export', 'a', '--to', 'x.pdf'], /--query QUERY or --post PATH/],
    [['export', 'a', '--to', 'x.pdf', '--query', 'x', '--post', 'a.md'], /not both/],
    [['export', 'a', '--to', 'x.pdf', '--saved', 'x', '--label', 'y'], /not both/],
    [['export', 'a', '--to', 'x', '--query', 'x'], /format of x .* --format pdf\|/],
    [['export', 'a', '--to', '-', '--query', 'x'], /format of - /],
    [['export', 'a', '--to', 'x.docx', '--query', 'x'], /format of x\.docx/],
    [
      ['export', 'a', '--to', 'x', '--format', 'docx', '--query', 'x'],
      /--format must be one of pdf/,
    ],
    [
      ['export', 'a', '--to', '新夹/', '--query', 'x', '--format', 'csv'],
      /^新夹\/ names a folder, and CSV is one file; write its name too\.$/,
    ],
    [['export', 'a', '--to', 'x.csv', '--query', 'x', '--separate'], /Only PDFs/],
    [['export', 'a', '--to', '-', '--query', 'x', '--separate'], /cannot go to standard output/],
    [['export', 'a', '--to', 'x.csv', '--query', 'x', '--order', 'title'], /--order must be/],
    [['problems', 'a', '--data-dir='], /--data-dir/],
  ])('%j', (line, sentence) => {
    const message = complaint(...line);
    expect(message).toMatch(sentence);
    expect(message).not.toContain('\n');
  });
});
