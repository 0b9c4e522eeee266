import { describe, expect, it } from 'vitest';
import type { CitationStyle } from '../../../src/shared/citations.ts';
import { citePosts } from '../../../src/core/citations/citePosts.ts';
import { citedTitle, readNames, type CitedPost } from '../../../src/core/citations/citedPost.ts';

const chinese: CitedPost = {
  title: '海塘加固今年完工 ——三代守塘人的账本',
  source: '潮声晚报',
  author: '记者 张三、李四',
  day: '2021-05-23',
  url: 'https://chaosheng.example/2021/0523.html',
  lang: 'zh-Hans',
  path: '_posts/2021-05-23-haitang.md',
  archiveName: '旧报',
};
const english: CitedPost = {
  title: 'How to read a tide table',
  source: 'Harbour Daily',
  author: 'Ann B. Smith and John Doe',
  day: '2024-08-21',
  url: 'https://harbour.example/tides?year=2024&page=1',
  lang: 'en',
  path: '_posts/2024-08-21-tide-table.md',
  archiveName: 'Papers',
};
const cite = (
  posts: CitedPost | readonly CitedPost[],
  style: CitationStyle,
  quote: string | null = null,
) => citePosts('title' in posts ? [posts] : posts, { style, accessed: '2026-11-22', quote });

describe('GB/T 7714-2015', () => {
  it('cites a newspaper article on the web as [N/OL], with its day and the day of access', async () => {
    expect(await cite(chinese, 'gbt7714')).toBe(
      '张三, 李四. 海塘加固今年完工: 三代守塘人的账本[N/OL]. 潮声晚报, 2021-05-23[2026-11-22]. https://chaosheng.example/2021/0523.html.',
    );
  });
  it('cites one without an address as [N], and says where it lies', async () => {
    expect(await cite({ ...chinese, url: null, author: null }, 'gbt7714')).toBe(
      '海塘加固今年完工: 三代守塘人的账本[N]. 潮声晚报, 2021-05-23. 旧报: _posts/2021-05-23-haitang.md.',
    );
  });
  it('cites what has no source as an electronic resource, its day in parentheses', async () => {
    expect(await cite({ ...chinese, source: null }, 'gbt7714')).toBe(
      '张三, 李四. 海塘加固今年完工: 三代守塘人的账本[EB/OL]. (2021-05-23)[2026-11-22]. https://chaosheng.example/2021/0523.html.',
    );
  });
  it('cites what has neither as another document', async () => {
    expect(
      await cite({ ...chinese, source: null, url: null, day: null, author: null }, 'gbt7714'),
    ).toBe('海塘加固今年完工: 三代守塘人的账本[Z]. 旧报: _posts/2021-05-23-haitang.md.');
  });
  it('names three persons and then 等, or et al in other languages', async () => {
    const four = await cite({ ...chinese, author: '张三、李四、王五、赵六' }, 'gbt7714');
    expect(four).toMatch(/^张三, 李四, 王五, 等\. 海塘/u);
    const many = await cite(
      { ...english, author: 'Ann Smith, John Doe, Wei Li, Tom Ray' },
      'gbt7714',
    );
    expect(many).toMatch(/^SMITH A, DOE J, LI W, et al\. How to read a tide table\[N\/OL\]\. /u);
  });
  it('turns Latin names round, family name in capitals, initials without stops', async () => {
    expect(await cite(english, 'gbt7714')).toBe(
      'SMITH A B, DOE J. How to read a tide table[N/OL]. Harbour Daily, 2024-08-21[2026-11-22]. https://harbour.example/tides?year=2024&page=1.',
    );
  });
  it('numbers several posts in their order', async () => {
    const lines = (await cite([english, chinese], 'gbt7714')).split('\n');
    expect(lines.map((line) => line.slice(0, 8))).toEqual(['[1] SMIT', '[2] 张三, ']);
  });
  it('puts a quote before the citation', async () => {
    expect(await cite(chinese, 'gbt7714', '水涨一尺，塘高一丈。')).toMatch(
      /^“水涨一尺，塘高一丈。”\n张三, 李四\. /u,
    );
  });
});

describe('APA 7', () => {
  it('cites a newspaper article', async () => {
    expect(await cite(english, 'apa')).toBe(
      'Smith, A. B., & Doe, J. (2024, August 21). How to read a tide table. Harbour Daily. https://harbour.example/tides?year=2024&page=1',
    );
  });
  it('begins with the title when nobody is named, and says n.d. and the day of access without a date', async () => {
    expect(await cite({ ...english, author: null, day: null }, 'apa')).toBe(
      'How to read a tide table. (n.d.). Harbour Daily. Retrieved November 22, 2026, from https://harbour.example/tides?year=2024&page=1',
    );
  });
  it('leaves an organisation as it is written', async () => {
    expect(await cite({ ...english, author: 'Harbour Daily staff' }, 'apa')).toMatch(
      /^Harbour Daily staff\. \(2024, August 21\)\. /u,
    );
  });
  it('leaves Chinese names whole', async () => {
    expect(await cite(chinese, 'apa')).toBe(
      '张三 & 李四. (2021, May 23). 海塘加固今年完工: 三代守塘人的账本. 潮声晚报. https://chaosheng.example/2021/0523.html',
    );
  });
  it('says where a post without an address lies', async () => {
    expect(await cite({ ...english, url: null }, 'apa')).toBe(
      'Smith, A. B., & Doe, J. (2024, August 21). How to read a tide table. Harbour Daily. Papers (_posts/2024-08-21-tide-table.md).',
    );
  });
  it('lists several by their names', async () => {
    const lines = (await cite([{ ...english, author: 'Zoe Zed' }, english], 'apa')).split('\n');
    expect(lines.map((line) => line.slice(0, 5))).toEqual(['Smith', 'Zed, ']);
  });
});

describe('BibTeX', () => {
  it('writes an article with names, day and address', async () => {
    expect(await cite(chinese, 'bibtex')).toBe(
      [
        '@article{haitang-2021,',
        '  author = {{张三} and {李四}},',
        '  title = {{海塘加固今年完工: 三代守塘人的账本}},',
        '  entrysubtype = {newspaper},',
        '  journal = {潮声晚报},',
        '  date = {2021-05-23},',
        '  year = {2021},',
        '  month = may,',
        '  url = {https://chaosheng.example/2021/0523.html},',
        '  urldate = {2026-11-22},',
        '  language = {zh-Hans},',
        '}',
      ].join('\n'),
    );
  });
  it('escapes what TeX would take for its own, but no address', async () => {
    const text = await cite(
      {
        ...english,
        title: String.raw`50% & #1 {x} $5 a_b ~ ^ \end`,
        url: 'https://a.example/b_c?d=1&e=%20#f',
      },
      'bibtex',
    );
    expect(text).toContain(
      String.raw`title = {{50\% \& \#1 \{x\} \$5 a\_b \textasciitilde{} \textasciicircum{} \textbackslash{}end}}`,
    );
    expect(text).toContain('url = {https://a.example/b_c?d=1&e=%20#f}');
  });
  it('spells braces out that have no partner: readers count them to find the end of a value', async () => {
    const bodies = ['a { b', 'a } b', '} a {', '{a} {b}'].map((title) =>
      cite({ ...english, title, author: title, source: title }, 'bibtex'),
    );
    for (const text of await Promise.all(bodies)) {
      const depths = text
        .split('\n')
        .slice(1, -1)
        .flatMap((line) => {
          let open = 0;
          const after = Array.from(
            line.matchAll(/[{}]/gu),
            ([sign]) => (open += sign === '{' ? 1 : -1),
          );
          return [...after.slice(0, -1).filter((depth) => depth < 1), after.at(-1) ?? 0];
        });
      expect(new Set(depths)).toEqual(new Set([0]));
    }
    expect((await bodies.at(0)) ?? '').toContain(String.raw`title = {{a \textbraceleft{} b}}`);
    expect((await bodies.at(3)) ?? '').toContain(String.raw`title = {{\{a\} \{b\}}}`);
  });
  it('keeps apart signs that TeX would draw as one', async () => {
    const title = "a -- b --- c ''d'' <<e>>";
    expect(await cite({ ...english, title }, 'bibtex')).toContain(
      "title = {{a -{}- b -{}-{}- c '{}'d'{}' <{}<e>{}>}}",
    );
  });
  it('gives files of one name keys of their own', async () => {
    const text = await cite(
      [english, { ...english, path: 'other/2024-01-01-tide-table.md' }],
      'bibtex',
    );
    expect(text.match(/@article\{[^,]+/gu)).toEqual([
      '@article{tide-table-2024',
      '@article{tide-table-2024-2',
    ]);
  });
  it('makes a key of a name without Latin letters', async () => {
    expect(await cite({ ...chinese, path: '海塘.md' }, 'bibtex')).toContain(
      '@article{post-1-2021,',
    );
  });
});

describe('RIS', () => {
  it('writes one value a line, addresses whole', async () => {
    const url = `https://harbour.example/${'a'.repeat(120)}`;
    expect(await cite({ ...english, url }, 'ris')).toBe(
      [
        'TY  - NEWS',
        'ID  - tide-table-2024',
        'TI  - How to read a tide table',
        'AU  - Smith, Ann B.',
        'AU  - Doe, John',
        'T2  - Harbour Daily',
        'PY  - 2024',
        'DA  - 2024/08/21',
        `UR  - ${url}`,
        'Y2  - 2026/11/22',
        'LA  - en',
        'ER  - ',
      ].join('\n'),
    );
  });
  it('keeps a quote on one line as a note', async () => {
    expect(await cite(english, 'ris', 'one\ntwo')).toContain('N1  - one two\n');
  });
});

describe('CSL-JSON', () => {
  it('writes items that other programs take', async () => {
    expect(JSON.parse(await cite(english, 'csl-json'))).toEqual([
      {
        id: 'tide-table-2024',
        type: 'article-newspaper',
        title: 'How to read a tide table',
        'container-title': 'Harbour Daily',
        author: [
          { family: 'Smith', given: 'Ann B.' },
          { family: 'Doe', given: 'John' },
        ],
        issued: { 'date-parts': [[2024, 8, 21]] },
        accessed: { 'date-parts': [[2026, 11, 22]] },
        URL: 'https://harbour.example/tides?year=2024&page=1',
        language: 'en',
      },
    ]);
  });
});

describe('names and titles', () => {
  it.each([
    ['张三', [{ literal: '张三' }]],
    ['本报记者 欧阳明 通讯员李四', [{ literal: '欧阳明' }, { literal: '李四' }]],
    ['By Ann Smith', [{ family: 'Smith', given: 'Ann' }]],
    ['Smith, Ann', [{ family: 'Smith', given: 'Ann' }]],
    ['Ludwig van der Berg', [{ family: 'van der Berg', given: 'Ludwig' }]],
    ['admin', [{ literal: 'admin' }]],
    ['City News Desk', [{ literal: 'City News Desk' }]],
    ['', []],
  ])('reads the names of %s', (author, names) => {
    expect(readNames(author)).toEqual(names);
  });
  it('makes a subtitle of a deck and leaves a dash inside a title', () => {
    expect(citedTitle('甲 ——乙')).toBe('甲: 乙');
    expect(citedTitle('甲——乙')).toBe('甲——乙');
    expect(citedTitle('  a\n b ')).toBe('a b');
  });
});
