import { describe, expect, it } from 'vitest';
import { codesOf } from '../makeFile.ts';
import { postIn } from './sites.ts';

/** Every kind of block says the same. */
const BLOCKS = [
  ['YAML', '---\ntitle: Tide\ndate: 2020-03-04 05:06:07 +0800\ntags: [sea, quay]\n---\n'],
  [
    'YAML with quotes',
    '---\ntitle: "Tide"\ndate: \'2020-03-04 05:06:07 +0800\'\ntags: ["sea", \'quay\']\n---\n',
  ],
  [
    'YAML with a block list',
    '---\ntitle: Tide\ndate: 2020-03-04 05:06:07 +0800\ntags:\n- sea\n- quay\n---\n',
  ],
  [
    'YAML with a comment',
    '---\n# made by hand\ntitle: Tide # really\ndate: 2020-03-04 05:06:07 +0800\n\ntags: [sea, quay]\n---\n',
  ],
  [
    'YAML closed by dots',
    '---\ntitle: Tide\ndate: 2020-03-04 05:06:07 +0800\ntags: [sea, quay]\n...\n',
  ],
  [
    'YAML with tabs',
    '---\ntitle: Tide\ndate: 2020-03-04 05:06:07 +0800\ntags:\n\t- sea\n\t- quay\n---\n',
  ],
  [
    'YAML by name',
    '---yaml\ntitle: Tide\ndate: 2020-03-04 05:06:07 +0800\ntags: [sea, quay]\n---\n',
  ],
  [
    'YAML after blank lines',
    '\n\n---\ntitle: Tide\ndate: 2020-03-04 05:06:07 +0800\ntags: [sea, quay]\n---\n',
  ],
  [
    'YAML with spaces behind the marks',
    '--- \ntitle: Tide\ndate: 2020-03-04 05:06:07 +0800\ntags: [sea, quay]\n---  \n',
  ],
  [
    'longer marks',
    '-----\ntitle: Tide\ndate: 2020-03-04 05:06:07 +0800\ntags: [sea, quay]\n-----\n',
  ],
  ['no opening line', 'title: Tide\ndate: 2020-03-04 05:06:07 +0800\ntags: [sea, quay]\n---\n'],
  ['TOML', '+++\ntitle = "Tide"\ndate = 2020-03-04T05:06:07+08:00\ntags = ["sea", "quay"]\n+++\n'],
  [
    'TOML with tables',
    "+++\ntitle = 'Tide'\ndate = \"2020-03-04 05:06:07 +0800\"\n[taxonomies]\ntags = [\n  'sea',\n  'quay',\n]\n[extra]\nx = 1\n+++\n",
  ],
  [
    'TOML in dashes',
    '---toml\ntitle = "Tide"\ndate = 2020-03-04T05:06:07+08:00\ntags = ["sea", "quay"]\n---\n',
  ],
  [
    'JSON',
    '{\n  "title": "Tide",\n  "date": "2020-03-04 05:06:07 +0800",\n  "tags": ["sea", "quay"]\n}\n',
  ],
  [
    'JSON with braces in texts',
    '{"title": "Tide", "x": "} \\" {", "date": "2020-03-04T05:06:07+08:00", "tags": ["sea", "quay"]}\n',
  ],
  [
    'JSON in dashes',
    '---json\n{"title": "Tide", "date": "2020-03-04 05:06:07 +0800", "tags": ["sea", "quay"]}\n---\n',
  ],
  [
    'Hexo JSON',
    ';;;\n"title": "Tide",\n"date": "2020-03-04 05:06:07 +0800",\n"tags": ["sea", "quay"]\n;;;\n',
  ],
  [
    'Hexo JSON with braces',
    ';;;;\n{"title": "Tide", "date": "2020-03-04 05:06:07 +0800", "tags": ["sea", "quay"]}\n;;;;\n',
  ],
  [
    'Hexo JSON without an opening line',
    '"title": "Tide",\n"date": "2020-03-04 05:06:07 +0800",\n"tags": ["sea", "quay"]\n;;;\n',
  ],
  ['Pelican lines', 'Title: Tide\nDate: 2020-03-04 05:06:07 +0800\nTags: sea, quay\n\n'],
] as const;
const WRAPS = [
  ['LF', (text: string) => text],
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['CR', (text: string) => text.replaceAll('\n', '\r')],
  ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ['a mark and CRLF', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
] as const;
const written = BLOCKS.flatMap(([name, block]) =>
  WRAPS.map(
    ([wrap, change]) =>
      [name, wrap, change(`${block}The water rises.\n\n---\n\nIt falls.\n`)] as const,
  ),
);

describe('kinds of blocks', () => {
  it.each(written)('%s with %s says the same', (_name, _wrap, text) => {
    const post = postIn('hugo', text);
    expect(post).toMatchObject({
      title: 'Tide',
      date: '2020-03-04T05:06:07+08:00',
      tags: ['sea', 'quay'],
      text: 'The water rises.\nIt falls.',
      problems: [],
    });
  });
});

describe('blocks that are not closed or not right', () => {
  /** Block, title, what the text must hold, codes. */
  const CASES = [
    [
      '---\ntitle: Lost\n\nBody here.',
      'notes',
      ['title: Lost', 'Body here.'],
      ['front-matter-unclosed'],
    ],
    ['---\n\ntitle: Lost\nBody', 'notes', ['Lost', 'Body'], ['front-matter-unclosed']],
    ['---\n# comment\ntitle: Lost', 'comment', ['Lost'], ['front-matter-unclosed']],
    ['+++\ntitle = "Lost"\nBody', 'notes', ['Lost', 'Body'], ['front-matter-unclosed']],
    ['+++\n[extra]\nx = 1\nBody', 'notes', ['Body'], ['front-matter-unclosed']],
    [';;;\n"title": "Lost"\nBody', 'notes', ['Lost', 'Body'], ['front-matter-unclosed']],
    ['{"title": "Lost",\nBody', 'notes', ['Lost', 'Body'], ['front-matter-unclosed']],
    [
      '---\ntitle: Kept\n\nBody here.\n\n---\n\nMore',
      'Kept',
      ['Body here.', 'More'],
      ['front-matter-unclosed'],
    ],
    [
      '---\ntitle: Kept\n\n# Head\n\nNote: words.\n\nBody\n\n---\nx',
      'Kept',
      ['Head', 'Note: words.', 'Body', 'x'],
      ['front-matter-unclosed'],
    ],
    [
      '---\ntitle: Kept\n\n- one\n- two\n\n---\nx',
      'Kept',
      ['one', 'two', 'x'],
      ['front-matter-recovered'],
    ],
    [
      '---\ntitle: "a "b""\nbroken line\n---\nx',
      'a "b"',
      ['broken line', 'x'],
      ['front-matter-recovered'],
    ],
    ['---\ntitle: Kept\ntitle: Last\n---\nx', 'Last', ['x'], ['front-matter-recovered']],
    ['---\ntitle: [a\ntags: x\n---\nb', '[a', ['b'], ['front-matter-recovered']],
    ['---\ntitle: !ruby/object:X The name\n---\nb', 'The name', ['b'], ['front-matter-recovered']],
    ['---\ntitle:\u00A0Kept\n---\nb', 'Kept', ['b'], ['front-matter-recovered']],
    ['---\ntitle：Kept\n---\nb', 'Kept', ['b'], ['front-matter-recovered']],
    ['---\n"title": Kept\nx: "a\n---\nb', 'Kept', ['b'], ['front-matter-recovered']],
    ['---\ntitle: Kept\n? [a, b]\n: c\n---\nb', 'Kept', ['b'], ['front-matter-recovered']],
    ['{"title": "Kept", "title": "Last"}\nb', 'Last', ['b'], ['front-matter-recovered']],
    ['{"title": "Kept",}\nb', 'Kept', ['b'], ['front-matter-recovered']],
    ['{"title": "Kept"\n"x": 1}\nb', 'Kept', ['b'], ['front-matter-recovered']],
    ["---json\n{'title': 'Kept'}\n---\nb", 'Kept', ['b'], ['front-matter-recovered']],
    [';;;\n"title": "Kept"\n"x": "y"\n;;;\nb', 'Kept', ['b'], ['front-matter-recovered']],
    ['+++\ntitle = Kept\ntags = ["a"]\n+++\nb', 'Kept', ['b'], ['front-matter-recovered']],
    [
      '+++\ntitle = "Kept"\ntitle = "Last"\n+++\nb',
      'Last',
      ['b'],
      ['front-matter-recovered', 'front-matter-recovered'],
    ],
    ['+++\ntitle = "Kept"\nx = 010\n+++\nb', 'Kept', ['b'], ['front-matter-recovered']],
    ['---\n---\nb', 'notes', ['b'], ['title-missing']],
    ['---\n\n---\nb', 'notes', ['b'], ['title-missing']],
    ['---\n# only a comment\n---\nb', 'notes', ['b'], ['title-missing']],
    ['+++\n+++\nb', 'notes', ['b'], ['title-missing']],
    ['---\ntitle: Kept\n---', 'Kept', [], []],
    ['---', 'notes', [], []],
    ['---\n\nProse.\n\n---\n\nMore.', 'notes', ['Prose.', 'More.'], []],
    ['+++ three cheers +++', 'notes', ['three cheers'], []],
    [';;; a comment', 'notes', ['a comment'], []],
    ['{curly} words', 'notes', ['{curly} words'], []],
    ['{"a": 1}', 'notes', ['{"a": 1}'], []],
    ['Title: A talk\n\nWords', 'notes', ['Title: A talk', 'Words'], []],
    ['Date: today\nWords go on', 'notes', ['Date: today'], []],
  ] as const;

  it.each(CASES)('%j: %s', (text, title, parts, codes) => {
    const post = postIn('none', text, '2020-01-02/notes.md');
    expect(post.title).toBe(title);
    for (const part of parts) expect(post.text).toContain(part);
    expect(codesOf(post)).toEqual(codes);
  });
});

describe('values as they were written', () => {
  const FIELDS = [
    'title: 1:30',
    'title: 010',
    'title: 2022-02-30',
    'title: yes',
    'title: No',
    'title: 1.10',
    'title: 0x1F',
    'title: 1e3',
    'title: 12_345',
    'title: .5',
    'title: +7',
    'title: 2022-05-18T05:00:29Z',
    'title: on',
    'title: ~x',
    'title: 0o17',
    'title: .inf',
    'title: 1_000',
    'title: 2001:db8::1',
    'title: 190:20:30',
    'title: TRUE',
    'title: 3.14159265358979323846',
    'title: 123456789012345678901234567890',
    'title: =',
  ];
  it.each(FIELDS)('%s', (line) => {
    expect(postIn('none', `---\n${line}\n---\nx`).title).toBe(line.slice(7));
    expect(
      postIn('none', `---\ntags: ["${line.slice(7)}", ${line.slice(7)}x]\n---\nx`).tags[0],
    ).toBe(line.slice(7));
  });

  it.each([
    ['+++\ntitle = 1.10\n+++\nx', '1.10'],
    ['+++\ntitle = 12\n+++\nx', '12'],
    ['+++\ntitle = true\n+++\nx', 'true'],
    ['+++\ntitle = 2020-01-02\n+++\nx', '2020-01-02'],
    ['{"title": 12}\nx', '12'],
    ['{"title": ["a", "b"]}\nx', 'a, b'],
    ['---\ntitle: {name: A}\n---\nx', 'A'],
    ['---\ntitle:\n  - a\n  - b\n---\nx', 'a, b'],
    ['---\ntitle: |\n  two\n  lines\n---\nx', 'two lines'],
  ])('%j is %s', (text, title) => {
    expect(postIn('none', text).title).toBe(title);
  });

  it.each([
    ['---\ndate: 2022-02-30\n---\nx', null, 'date-invalid'],
    ['+++\ndate = 2022-02-30\n+++\nx', null, 'date-invalid'],
    ['+++\ndate = 2022-13-45\n+++\nx', null, 'date-invalid'],
    ['{"date": "2021-02-29", "title": "T"}\nx', null, 'date-invalid'],
    ['+++\n[extra]\ndate = 2023-02-29T10:00:00Z\n+++\nx', null, 'date-invalid'],
    ['+++\ndate = 2022-05-18 05:00:29\n+++\nx', '2022-05-18T05:00:29', null],
    ['+++\ndate = 2022-05-18T05:00:29.999-03:30\n+++\nx', '2022-05-18T05:00:29-03:30', null],
    ['---\ndate: 2022-05-18 05:00:29 +0800\n---\nx', '2022-05-18T05:00:29+08:00', null],
    ['---\ndate: 20220518050029\n---\nx', '2022-05-18T05:00:29', null],
    ['---\ndate: 1652821229\n---\nx', '2022-05-17T21:00:29Z', null],
    ['---\ndate: 1652821229123\n---\nx', '2022-05-17T21:00:29Z', null],
    ['---\ndate: 2022-05-18 05:00 PST\n---\nx', '2022-05-18T05:00:00-08:00', null],
    ['---\ndate: 2022-05-18 05:00 Asia/Tokyo\n---\nx', '2022-05-18T05:00:00+09:00', null],
    ['---\ndate: 2022年5月18日 下午3:04\n---\nx', '2022-05-18T15:04:00', null],
    ['---\ndate: 2022年5月18日 晚上11时04分\n---\nx', '2022-05-18T23:04:00', null],
    ['---\ndate: [2022-05-18]\n---\nx', '2022-05-18', null],
    ['---\ndate: {a: 1}\n---\nx', null, 'date-missing'],
    ['---\ntitle: T\nlastmod: 2022-05-18\n---\nx', '2022-05-18', null],
  ])('%j has the date %s', (text, date, code) => {
    const post = postIn('none', text);
    expect(post.date).toBe(date);
    expect(codesOf(post).find((one) => one.startsWith('date')) ?? null).toBe(code);
  });
});

describe('hostile blocks', () => {
  const deep = (open: string, close: string) => `${open.repeat(5000)}${close.repeat(5000)}`;
  const CASES = [
    ['5,000 lists of YAML', `---\ntitle: Kept\na: ${deep('[', ']')}\n---\nbody`],
    ['5,000 maps of YAML', `---\ntitle: Kept\na: ${deep('{a: ', '}')}\n---\nbody`],
    [
      '5,000 levels of YAML',
      `---\ntitle: Kept\n${Array.from({ length: 5000 }, (_one, at) => `${' '.repeat(at)}k:`).join('\n')}\n---\nbody`,
    ],
    ['5,000 dashes', `---\ntitle: Kept\na:\n  ${'- '.repeat(5000)}x\n---\nbody`],
    ['5,000 lists of JSON', `{"title": "Kept", "a": ${deep('[', ']')}}\nbody`],
    [
      '5,000 maps of JSON',
      `{"title": "Kept", "a": ${deep('{"a":', '}').replace(':}', ':1}')}}\nbody`,
    ],
    ['5,000 lists of TOML', `+++\ntitle = "Kept"\na = ${deep('[', ']')}\n+++\nbody`],
    ['5,000 dotted keys of TOML', `+++\ntitle = "Kept"\n${'a.'.repeat(5000)}b = 1\n+++\nbody`],
    ['ten megabytes in one value', `---\ntitle: Kept\na: ${'words '.repeat(1_700_000)}\n---\nbody`],
    [
      'ten megabytes of keys',
      `---\n${Array.from({ length: 400_000 }, (_one, at) => `key${at}: value ${at}`).join('\n')}\ntitle: Kept\n---\nbody`,
    ],
    [
      'ten megabytes of entries',
      `---\ntitle: Kept\ntags:\n${'  - abcdefgh\n'.repeat(850_000)}---\nbody`,
    ],
    ['ten megabytes of JSON', `{"title": "Kept", "a": "${'x'.repeat(10_000_000)}"}\nbody`],
    ['ten megabytes of TOML', `+++\ntitle = "Kept"\n${'# nothing\n'.repeat(1_000_000)}+++\nbody`],
    ['a key without end', `---\n${'k'.repeat(900_000)}: v\ntitle: Kept\n---\nbody`],
    [
      '50,000 anchors',
      `---\ntitle: Kept\n${Array.from({ length: 50_000 }, (_one, at) => `a${at}: &b${at} x`).join('\n')}\n---\nbody`,
    ],
    [
      'a bomb of aliases',
      `---\n${Array.from({ length: 40 }, (_one, at) => `n${at}: &n${at} [${Array.from({ length: 9 }, () => (at === 0 ? 'lol' : `*n${at - 1}`)).join(', ')}]`).join('\n')}\ntitle: Kept\n---\nbody`,
    ],
    ['an alias of itself', '---\ntitle: Kept\na: &a [*a]\n---\nbody'],
    [
      'a merge bomb',
      `---\ntitle: Kept\na0: &a0 {x: 1}\n${Array.from({ length: 30 }, (_one, at) => `a${at + 1}: &a${at + 1} {<<: [*a${at}, *a${at}]}`).join('\n')}\n---\nbody`,
    ],
    ['__proto__ in YAML', '---\ntitle: Kept\n__proto__: {polluted: 1}\n---\nbody'],
    ['__proto__ in TOML', '+++\ntitle = "Kept"\n[__proto__]\npolluted = 1\n+++\nbody'],
    ['__proto__ in JSON', '{"title": "Kept", "__proto__": {"polluted": 1}}\nbody'],
    ['__proto__ merged', '---\ntitle: Kept\nb: &b {__proto__: {polluted: 1}}\n<<: *b\n---\nbody'],
  ] as const;

  it.each(CASES)('%s: a post with a problem, nothing polluted', (_name, text) => {
    const post = postIn('none', text, '2020-01-02-notes.md');
    expect([post.title, post.text]).toEqual(['Kept', 'body']);
    expect(JSON.stringify(post.frontMatter).length).toBeLessThan(300_000);
    expect(JSON.stringify(post)).not.toContain('[object Object]');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(post.tags.length).toBeLessThanOrEqual(500);
  });

  it.each(CASES.filter(([name]) => !/TOML$|merge bomb|of itself|of TOML/u.test(name)))(
    '%s: says that something was lost',
    (_name, text) => {
      expect(codesOf(postIn('none', text))).toContain('front-matter-recovered');
    },
  );

  it('says when a title is cut', () => {
    const post = postIn('none', `---\ntitle: ${'long '.repeat(1000)}\ndate: 2020-01-01\n---\nx`);
    expect(post.title.length).toBeLessThanOrEqual(1000);
    expect(codesOf(post)).toEqual(['front-matter-recovered']);
  });

  const SHAPES = [
    'null',
    '~',
    '',
    '[]',
    '{}',
    '[null]',
    '{a: 1}',
    '[[a], [b]]',
    '[{name: a}]',
    '[{x: {y: 1}}]',
    '{a: {b: c}}',
    'true',
    '12',
    '"  "',
    '[1, true, ~]',
  ];
  const KEYS = [
    'title',
    'date',
    'tags',
    'categories',
    'author',
    'source',
    'url',
    'lang',
    'draft',
    'layout',
    'permalink',
    'id',
  ];
  it.each(KEYS.flatMap((key) => SHAPES.map((shape) => [key, shape] as const)))(
    '%s: %s shows no object',
    (key, shape) => {
      for (const generator of ['none', 'jekyll', 'hugo'] as const) {
        const post = postIn(generator, `---\n${key}: ${shape}\n---\nbody`);
        const shown = [
          post.title,
          post.author,
          post.source,
          post.url,
          ...post.tags,
          ...post.categories,
        ];
        expect(shown.join(' ')).not.toMatch(/\[object|undefined|^null$/u);
        expect(post.title).not.toBe('');
        expect(post.text).toBe('body');
      }
    },
  );
});
