import { describe, expect, it } from 'vitest';
import { plainSite } from '../../../src/core/post/siteConfig.ts';
import { codesOf, makeFile, postOf } from './makeFile.ts';

const post = (text: string, path?: string) => postOf(makeFile(text, path));

describe('titles and scalars', () => {
  it.each([
    ['quotes inside quotes', 'title: "港口的 "慢" 船"', '港口的 "慢" 船'],
    ['a colon', 'title: 早报: 潮水来了', '早报: 潮水来了'],
    ['an at sign', 'title: @harbour', '@harbour'],
    ['a bracket first', 'title: [号外] 潮水', '[号外] 潮水'],
    ['single quotes', "title: 'it''s late'", "it's late"],
    ['a time', 'title: 1:30', '1:30'],
    ['an octal', 'title: 010', '010'],
    ['a boolean', 'title: yes', 'yes'],
    ['a date', 'title: 2022-02-30', '2022-02-30'],
    ['a list', 'title: [a, b]', 'a, b'],
    ['a record with a name', 'title: {name: Harbour}', 'Harbour'],
    ['a folded scalar', 'title: >-\n  one\n  two', 'one two'],
  ])('reads %s as written', (_name, line, title) => {
    expect(post(`---\n${line}\n---\nbody`).title).toBe(title);
  });

  it.each(['title: ""', 'title:', 'title: ~', 'title: null', 'title: {x: {y: 1}}'])(
    'takes %s as missing',
    (line) => {
      const read = post(`---\n${line}\n---\nbody`, '_posts/2020-02-03-the-slow_boat.md');
      expect(read.title).toBe('the slow boat');
      expect(codesOf(read)).toContain('title-missing');
    },
  );

  it('keeps the good fields of a block with a broken line, and says so', () => {
    const read = post(
      '---\ntitle: "a "b" c"\ntags:\n  - one\n  - two\nauthor:\n\tname: x\ndate: 2021-05-06 07:08:09 +0800\n---\nx',
    );
    expect(read.tags).toEqual(['one', 'two']);
    expect(read.date).toBe('2021-05-06T07:08:09+08:00');
    expect(codesOf(read)).toEqual(['front-matter-recovered']);
  });

  it('takes a list or a quote that is never closed without its mark', () => {
    const read = post('---\ntitle: "潮水\ntags: [a, b\nauthor: \'Twas\n---\nx');
    expect(read.title).toBe('潮水');
    expect(read.tags).toEqual(['a', 'b']);
  });

  it('keeps what is meant by a list in brackets that does not parse', () => {
    const read = post('---\ntitle: [新] 潮水 [上]\ntags: [a, "b" c, , \'d\']\n---\nx');
    expect([read.title, read.tags]).toEqual(['[新] 潮水 [上]', ['a', '"b" c', 'd']]);
    expect(codesOf(read)).toContain('front-matter-recovered');
  });

  it('reads well-known keys whose space was forgotten', () => {
    const read = post('---\ntitle:潮水\ntags: [a]\ndate:2021-05-06\n---\nx');
    expect([read.title, read.tags, read.date]).toEqual(['潮水', ['a'], '2021-05-06']);
    expect(codesOf(read)).toEqual(['front-matter-recovered']);
  });

  it('names the fields that are given twice, and what else was wrong', () => {
    const told = (front: string) =>
      post(`---\n${front}\n---\nx`).problems.map(({ message, details }) => [details, message]);
    expect(told('title: one\ndate: 2020-01-01\ntitle: two')).toEqual([
      [
        { reason: 'repeated', field: 'title' },
        'The front matter gives the field title more than once; the last value that is not empty counts.',
      ],
    ]);
    expect(told('title: a: b\ndate: 2020-01-01\ntags: a\ntags: b')).toMatchObject([
      [undefined, expect.stringContaining('line by line')],
      [{ reason: 'repeated', field: 'tags' }, expect.anything()],
    ]);
  });

  it('calls a template a template', () => {
    const read = post('---\ntitle: {{ page.title }}\ndate: 2020-01-01\n---\n# Tide\n\nx');
    expect(read.title).toBe('Tide');
    expect(read.problems).toMatchObject([
      { message: expect.stringContaining('template'), details: { reason: 'template' } },
    ]);
  });

  it('lets the last of two equal keys win, but not when it is empty', () => {
    expect(post('---\ntitle: one\ntitle: two\n---\nx').title).toBe('two');
    expect(post('---\ntitle: one\ntitle:\n---\nx').title).toBe('one');
  });
});

describe('kinds of blocks', () => {
  it.each([
    ['YAML', '---\ntitle: T\n---\nbody'],
    ['YAML closed by dots', '---\ntitle: T\n...\nbody'],
    ['YAML with a name', '---yaml\ntitle: T\n---\nbody'],
    ['YAML after blank lines', '\n\n---\ntitle: T\n---\nbody'],
    ['YAML with trailing spaces', '---  \ntitle: T\n---  \nbody'],
    ['YAML with CRLF', '---\r\ntitle: T\r\n---\r\nbody'],
    ['YAML with CR', '---\rtitle: T\r---\rbody'],
    ['YAML after a mark', '\uFEFF---\ntitle: T\n---\nbody'],
    ['TOML', '+++\ntitle = "T"\n+++\nbody'],
    ['TOML in dashes', '---toml\ntitle = "T"\n---\nbody'],
    ['JSON', '{\n  "title": "T"\n}\nbody'],
    ['JSON in dashes', '---json\n{"title": "T"}\n---\nbody'],
    ['Hexo JSON', ';;;\n"title": "T"\n;;;\nbody'],
    ['Hexo JSON without an opening line', '"title": "T"\n;;;\nbody'],
    ['two known keys without an opening line', 'title: T\ndate: 2020-01-01\n---\nbody'],
  ])('reads %s', (_name, text) => {
    const read = post(text);
    expect([read.title, read.text, codesOf(read)]).toEqual(['T', 'body', []]);
  });

  it('reads one key without an opening line in Hexo alone', () => {
    const text = 'title: T\n---\nbody';
    const path = 'source/_posts/2020-01-01-x.md';
    const hexo = postOf(makeFile(text, path, { ...plainSite, generator: 'hexo' }));
    expect([hexo.title, hexo.text]).toEqual(['T', 'body']);
    // Elsewhere these two lines are a Markdown heading.
    expect(postOf(makeFile(text, 'x.md', plainSite)).title).toBe('title: T');
  });

  it('keeps a broken TOML block line by line', () => {
    const read = post('+++\ntitle = "T"\ndate = 2022-13-45\n+++\nbody');
    expect(read.title).toBe('T');
    expect(codesOf(read)).toEqual(['front-matter-recovered', 'date-invalid']);
  });

  it.each(['---js', '--- js', '---JavaScript', '\uFEFF---js', '---coffee'])(
    'never runs %s, leaves it out of the text and says so',
    (opening) => {
      const read = post(`${opening}\n{ title: (globalThis.wasRun = "yes") }\n---\nbody`);
      expect(Reflect.get(globalThis, 'wasRun')).toBeUndefined();
      expect(read.text).toBe('body');
      expect(read.frontMatter).toEqual({});
      expect(codesOf(read)).toContain('front-matter-code');
    },
  );

  it('shows an unclosed block as text, with a problem', () => {
    const read = post('---\ntitle: Lost\n\nBody here.');
    expect(read.text).toContain('Lost');
    expect(read.text).toContain('Body here.');
    expect(codesOf(read)).toEqual(['front-matter-unclosed']);
  });

  it.each([
    ['a rule and prose', '---\n\nOnly prose here.\n\n---\n\nMore prose.', 'Only prose here.'],
    ['a language nobody knows', '---constructor\nfirst words\n---\nx', 'first words'],
    ['a brace', '{curly} words stay', '{curly} words stay'],
  ])('loses nothing of a file that starts with %s', (_name, text, kept) => {
    expect(post(text).text).toContain(kept);
  });
});

describe('hostile blocks', () => {
  it('gives no prototype a property', () => {
    const read = post(
      '---\n__proto__:\n  polluted: yes\nconstructor: {prototype: {polluted: 1}}\n---\nx',
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Object.hasOwn(read.frontMatter, '__proto__')).toBe(false);
  });

  it('keeps an alias bomb small', () => {
    const bomb = Array.from({ length: 12 }, (_unused, level) => {
      const inner = level === 0 ? 'lol' : `*n${level - 1}`;
      return `n${level}: &n${level} [${Array.from({ length: 9 }, () => inner).join(', ')}]`;
    }).join('\n');
    expect(post(`---\n${bomb}\ntitle: Last\n---\nbody`).title).toBe('Last');
    const read = post(`---\ntitle: Kept\n${bomb}\n---\nbody`);
    expect(JSON.stringify(read.frontMatter).length).toBeLessThan(200_000);
    expect([read.title, read.text]).toEqual(['Kept', 'body']);
  });

  it.each([
    ['brackets', `a: ${'['.repeat(5000)}`],
    [
      'levels',
      Array.from({ length: 5000 }, (_unused, at) => `${' '.repeat(at % 300)}k:`).join('\n'),
    ],
    ['megabytes', `a: ${'words '.repeat(300_000)}`],
  ])('reads the title beside %s', (_name, block) => {
    expect(post(`---\ntitle: Kept\n${block}\n---\nbody`).title).toBe('Kept');
  });

  it('never shows an object', () => {
    const read = post(
      '---\ntitle: T\nauthor: {a: {b: c}}\nsource: [{x: y}]\ntags: {red: 1, blue: 2}\n---\nx',
    );
    expect(JSON.stringify(read)).not.toContain('[object');
    expect(read.tags).toEqual(['red', 'blue']);
  });
});
