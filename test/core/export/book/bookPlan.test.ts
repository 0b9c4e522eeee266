import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { planBook } from '../../../../src/core/export/book/book.ts';
import type {
  BookInput,
  BookPages,
  BookPlan,
  ChapterContent,
  PrintedDocument,
} from '../../../../src/core/export/book/bookModel.ts';
import { placeOfAddress } from '../../../../src/core/export/book/bookModel.ts';
import { defaultExportOptions } from '../../../../src/shared/defaults.ts';
import type { ExportedPost, ExportOptions } from '../../../../src/shared/exportModel.ts';
import { makeExported } from '../exportedPost.ts';
import { makeHighlight } from '../makeHighlight.ts';

const TEXT = '雾散了以后，港口才显出它的样子。三十七条船进来了。';
const html = `<h2>早上</h2><p>${TEXT}</p><h3>晚上</h3><p>灯亮了。</p>`;
const note = (text: string, quote: string) =>
  makeHighlight(`早上\n${TEXT}\n晚上\n灯亮了。`, quote, { note: text });
const ownNote = (text: string) => ({
  text,
  createdAt: '2024-02-03T04:05:06Z',
  changedAt: '2024-02-03T04:05:06Z',
});

const posts: readonly ExportedPost[] = [
  makeExported(
    { title: '一<i>', path: 'a.md', day: '2024-01-02', url: 'https://daily.example/1', html },
    {
      highlights: [note('旁注一。', '港口才显出它的样子'), note('旁注二。', '灯亮了')],
      note: ownNote('整篇的批注。'),
    },
  ),
  makeExported({
    title: 'Two',
    path: 'b.md',
    source: 'Egret Gazette',
    day: '2024-02-03',
    lang: 'en',
    html: '<p id="x">See <a href="a.md">one</a> and <a href="https://daily.example/1#y">its original</a>.</p><img src="a.png">',
  }),
  makeExported({ title: '三', path: 'c.md', day: '2024-02-05', url: 'https://daily.example/3' }),
];

interface Drawn {
  readonly plan: BookPlan;
  readonly front: PrintedDocument | null;
  readonly body: PrintedDocument;
  readonly back: PrintedDocument | null;
}

const draw = (
  options: Partial<ExportOptions> = {},
  given: Partial<BookInput> & { readonly from?: readonly ExportedPost[] } = {},
): Drawn => {
  const from = given.from ?? posts;
  const plan = planBook({
    posts: from.map(({ post }) => post),
    options: { ...defaultExportOptions, ...options },
    language: 'en',
    archiveName: '江汀报刊',
    query: null,
    madeAt: new Date(2026, 10, 22, 12),
    bookStyles: ['app://broadsheet/a.css'],
    furnitureStyles: ['app://broadsheet/f.css'],
    ...given,
  });
  const contents = new Map(
    from.map((exported, at): [number, ChapterContent] => [at, { kind: 'post', exported }]),
  );
  const body = plan.bodyDocument({ from: 0, to: plan.pieces.length, contents });
  const ids = [...new Set([...body.sections, ...body.places, ...body.outline.map(({ id }) => id)])];
  const pages: BookPages = { pageOf: new Map(ids.map((id, at) => [id, at + 3])), pageCount: 99 };
  const back = plan.backDocument({ pages, endNotes: body.endNotes });
  const all = new Map([...pages.pageOf, ...(back?.sections ?? []).map((id) => [id, 98] as const)]);
  const front = plan.frontDocument({ pageOf: all, pageCount: 99 });
  return { plan, front, body, back };
};

const idsIn = (document: string): readonly string[] =>
  [...document.matchAll(/\sid="(?<id>[^"]+)"/gu)].flatMap(({ groups }) => groups?.['id'] ?? []);

const everything: Partial<ExportOptions> = {
  parts: 'month',
  notesAt: 'end',
  hasEndnotes: true,
  hasSourceIndex: true,
};

describe('a book', () => {
  test('has no id twice in all its documents, and every link leads to one of them', () => {
    const { front, body, back } = draw(everything);
    const documents = [front, body, back].map((each) => each?.html ?? '');
    const ids = documents.flatMap(idsIn);
    expect(new Set(ids).size).toBe(ids.length);
    const hrefs = documents.flatMap((each) =>
      [...each.matchAll(/href="(?<href>[^"]+)"/gu)].flatMap(({ groups }) => groups?.['href'] ?? []),
    );
    const places = hrefs.flatMap((href) =>
      href.startsWith('#') ? href.slice(1) : (placeOfAddress(href) ?? []),
    );
    expect(places.length).toBeGreaterThan(20);
    for (const place of places) expect(ids).toContain(place);
  });

  test('links in each document to every id whose page is asked for', () => {
    const { front, body, back } = draw(everything);
    for (const printed of [front, body, back]) {
      const { html: document = '', sections = [], places = [], outline = [] } = printed ?? {};
      for (const id of [...sections, ...places, ...outline.map((entry) => entry.id)]) {
        expect(document).toContain(`id="${id}"`);
        expect(document).toContain(`href="#${id}"`);
      }
    }
  });

  test('has parts in the order in which they first come, their posts together', () => {
    const { plan, body, front } = draw({ parts: 'source' });
    expect(plan.pieces.map((piece) => (piece.kind === 'post' ? piece.post : piece.title))).toEqual([
      '江汀日报',
      0,
      2,
      'Egret Gazette',
      1,
    ]);
    expect(body.outline.map(({ level, title }) => `${level} ${title}`)).toEqual([
      '1 江汀日报',
      '2 一<i>',
      '3 早上',
      '4 晚上',
      '2 三',
      '1 Egret Gazette',
      '2 Two',
    ]);
    const contents = textContent(parseDocument(front?.html ?? ''));
    expect(contents.indexOf('江汀日报3')).toBeGreaterThan(0);
    expect(contents.lastIndexOf('三')).toBeLessThan(contents.lastIndexOf('Egret Gazette'));
  });

  test('names months, and what has none', () => {
    const undated = [...posts, makeExported({ title: '四', path: 'd.md', day: null, date: null })];
    const titles = (language: 'en' | 'zh') =>
      draw({ parts: 'month' }, { from: undated, language }).plan.pieces.flatMap((piece) =>
        piece.kind === 'opener' ? piece.title : [],
      );
    expect(titles('en')).toEqual(['January 2024', 'February 2024', 'Without a date']);
    expect(titles('zh')).toEqual(['2024年1月', '2024年2月', '无日期']);
  });

  test('shows titles as text, never as markup', () => {
    const { front, body } = draw();
    for (const printed of [front, body]) {
      expect(printed?.html).toContain('一&lt;i&gt;');
      expect(printed?.html).not.toContain('一<i>');
    }
  });

  test('has a cover with its facts, and metadata to match', () => {
    const { front, plan } = draw({ title: '海雾', subtitle: '剪报选' }, { query: '“灯塔”' });
    const cover = textContent(parseDocument(front?.html ?? ''));
    for (const words of [
      '海雾',
      '剪报选',
      '3 posts',
      '2 sources',
      '2 January – 5 February 2024',
      '江汀报刊',
      'Made 22 November 2026',
      '“灯塔”',
    ]) {
      expect(cover).toContain(words);
    }
    expect(plan.metadata).toMatchObject({ title: '海雾', subject: '剪报选', lang: 'en' });
  });

  test('says of all posts what it is told of them, where it is planned of the first', () => {
    const counted = {
      posts: 5200,
      sources: [
        ['江汀报刊', 5000],
        ['Egret Gazette', 200],
      ] as const,
      firstDay: '2001-05-06',
      lastDay: '2024-02-05',
    };
    const withCover = textContent(parseDocument(draw({}, { counted }).front?.html ?? ''));
    for (const words of ['5,200 posts', '6 May 2001 – 5 February 2024', '江汀报刊5,000']) {
      expect(withCover).toContain(words);
    }
    const without = draw({ hasCover: false }, { counted }).front?.html ?? '';
    expect(textContent(parseDocument(without))).toContain('5,200 posts');
  });

  test('of one post is the post alone, under its own title', () => {
    const one = draw({ ...everything, notesAt: 'margin' }, { from: posts.slice(0, 1) });
    expect(one.front).toBeNull();
    expect(one.back).toBeNull();
    expect(one.plan.metadata).toMatchObject({ title: '一<i>', lang: 'zh-Hans' });
    // The list of addresses of one post is its address.
    expect(one.body.html).toContain('>https://daily.example/1</a>');
  });

  test('breaks a Chinese headline at its own spaces and signs, a Latin one anywhere', () => {
    const title = '“慢走！”他说：雾 散了';
    const from = [makeExported({ title }), makeExported({ title: 'One two', lang: 'en' })];
    const { html: document } = draw({}, { from }).body;
    const [first = ''] = /<h1>.*?<\/h1>/u.exec(document) ?? [];
    expect(first.match(/<span class="segment">/gu)).toHaveLength(4);
    expect(textContent(parseDocument(first))).toBe(title);
    expect(document).toContain('<h1>One two</h1>');
  });

  test('shows day and time as written, whatever the zone of this computer', () => {
    expect(draw().body.html).toContain('2 January 2024 06:30');
    expect(draw({}, { language: 'zh' }).body.html).toContain('2024年1月2日 06:30');
  });

  test('has no contents when each post is a file of its own', () => {
    expect(draw({ layout: 'separate' }, { from: posts.slice(0, 1) }).front).toBeNull();
  });

  test('leads from post to post, also by the address of the original', () => {
    const { body } = draw();
    const links = [...body.html.matchAll(/href="(?<href>https:[^"]+)"/gu)].flatMap(
      ({ groups }) => placeOfAddress(groups?.['href'] ?? '') ?? [],
    );
    expect(links).toEqual(['p0', 'p0']);
  });

  test('says on a page of its own why a post is not there', () => {
    const { plan } = draw();
    const contents = new Map<number, ChapterContent>([
      [1, { kind: 'problem', path: 'b.md', message: 'The file is gone.' }],
    ]);
    const printed = plan.bodyDocument({ from: 1, to: 2, contents });
    expect(printed.sections).toEqual(['p1']);
    expect(printed.outline).toEqual([{ level: 1, title: 'Two', id: 'p1' }]);
    const words = textContent(parseDocument(printed.html));
    for (const part of ['Two', 'could not be read', 'b.md', 'The file is gone.', 'export again']) {
      expect(words).toContain(part);
    }
  });

  test('goes without pictures, outline, facts and addresses where they are not wanted', () => {
    expect(draw().body.html).toContain('<img');
    const plain = draw({ hasPictures: false, hasOutline: false, hasMetadata: false });
    expect(plain.body.html).not.toContain('<img');
    expect(plain.body.html).not.toContain('class="meta"');
    expect(plain.body.outline).toEqual([]);
    expect(plain.front?.outline).toEqual([]);
    expect(plain.body.html).not.toContain('https://daily.example/3');
    expect(draw({ hasOriginalLink: true }).body.html).toContain('>https://daily.example/3</a>');
  });
});

describe('contents', () => {
  test('a title longer than anybody reads in a list is shown by its beginning; above its post it is whole', () => {
    const from = [
      makeExported({ title: '长'.repeat(900), path: 'a.md', url: 'https://daily.example/1' }),
      makeExported({ title: '短'.repeat(200), path: 'b.md' }),
    ];
    const { front, body, back } = draw({ hasEndnotes: true }, { from });
    const shown = (drawn: PrintedDocument | null): string =>
      textContent(parseDocument(drawn?.html ?? '', { decodeEntities: true }));
    expect(shown(front)).toMatch(/(?<!长)长{239}…/u);
    expect(shown(front)).toContain('短'.repeat(200));
    expect(shown(back)).toMatch(/(?<!长)长{239}…/u);
    expect(shown(body)).toContain('长'.repeat(900));
  });

  test('name the page of every post and of what stands behind them', () => {
    const words = textContent(parseDocument(draw(everything).front?.html ?? ''));
    expect(words).toMatch(/一<i>江汀日报\d+/u);
    expect(words).toContain('Addresses of the originals98');
    expect(words).toContain('Index of sources98');
  });

  test('are as long before the pages are known, and with a section that turns out empty', () => {
    const { plan } = draw({ ...everything, hasNotes: true }, { from: posts.slice(1) });
    const rows = (printed: PrintedDocument | null) => printed?.html.match(/<li/gu)?.length;
    const known = plan.frontDocument({ pageOf: new Map([['p0', 3]]), pageCount: 9 });
    expect(rows(plan.frontDocument(null))).toBe(rows(known));
    expect(plan.frontDocument(null)?.html).toContain('<b>0000</b>');
    expect(known?.html).toContain('class="gone"');
  });
});

describe('notes', () => {
  test('stand in the margin of a page that has room for them', () => {
    const { body, back } = draw();
    expect(body.html).toContain(
      '<span class="side-note yellow" data-book>旁注一。</span><mark class="hl hl-yellow">港口',
    );
    expect(body.html).toContain('<aside class="post-note"><b>Note</b><span>整篇的批注。</span>');
    expect(back).toBeNull();
  });

  test('stand under their post where many of them stand on few words', () => {
    const quotes = ['雾散了以后', '港口才显出', '三十七条船', '进来了', '灯亮了'];
    const highlights = quotes.map((quote) => note('问过码头上的人再写进去。'.repeat(12), quote));
    const [first, ...more] = posts;
    const crowded = { ...first, annotations: { highlights, note: null, labels: [] } };
    const { html: document } = draw(
      {},
      { from: [makeExported(crowded.post ?? {}, crowded.annotations), ...more] },
    ).body;
    expect(document).not.toContain('side-note');
    expect(document).not.toContain('has-notes');
    expect(document).toMatch(/<li id="note-p0-5"><a class="number" href="#p0-note5">5<\/a>/u);
  });

  test('stand under their post on a small page and between columns, with numbers both ways', () => {
    for (const options of [{ pageSize: 'A5' }, { columns: 2 }] as const) {
      const { html: document } = draw(options).body;
      expect(document).not.toContain('side-note');
      expect(document).toContain('<a id="p0-note1" href="#note-p0-1">1</a>');
      expect(document).toMatch(/<li id="note-p0-1"><a class="number" href="#p0-note1">1<\/a>/u);
      expect(document).toContain('旁注二。');
    }
  });

  test('stand at the end of the book under the titles of their posts, with pages', () => {
    const { body, back } = draw({ notesAt: 'end' });
    expect(textContent(parseDocument(body.html))).not.toContain('旁注一。');
    const words = textContent(parseDocument(back?.html ?? ''));
    expect(words).toMatch(/Notes一<i>\d+1整篇的批注。2港口才显出它的样子旁注一。3灯亮了旁注二。/u);
    expect(body.places).toContain('p0-note3');
    expect(back?.places).toContain('note-p0-3');
  });

  test('are there without highlights, and highlights without notes', () => {
    const notesOnly = draw({ hasHighlights: false }).body.html;
    expect(notesOnly).toContain('旁注一。');
    expect(notesOnly).not.toContain('class="hl');
    const marksOnly = draw({ hasNotes: false }).body.html;
    expect(marksOnly).toContain('class="hl hl-yellow"');
    expect(marksOnly).not.toContain('旁注');
    expect(marksOnly).not.toContain('批注');
  });

  test('on words that are gone are told under the post', () => {
    const gone = makeHighlight('别处的一句话，这里没有。', '别处的一句话', { note: '旧注。' });
    const from = [makeExported({ html }, { highlights: [gone] })];
    const words = textContent(parseDocument(draw({}, { from }).body.html));
    expect(words).toContain('earlier text');
    expect(words).toContain('别处的一句话旧注。');
  });

  test('are text, whatever is in them', () => {
    const highlights = [note('<script>&', '三十七条船')];
    const { html: document } = draw({}, { from: [makeExported({ html }, { highlights })] }).body;
    expect(document).toContain('&lt;script&gt;&amp;');
  });
});

test('words searched for are marked where it is wanted', () => {
  const sought = { text: '港口 tag:x', foldsVariants: true };
  expect(draw({ hasHits: true }, { sought }).body.html).toContain('class="hit">港口<');
  expect(draw({ hasHits: false }, { sought }).body.html).not.toContain('class="hit"');
  expect(draw({ hasHits: true }).body.html).not.toContain('class="hit"');
});

describe('at the end', () => {
  test('addresses have numbers that lead both ways', () => {
    const { body, back } = draw({ hasEndnotes: true });
    expect(body.html).toMatch(/Address: note <a id="p2-address" href="[^"]+">2<\/a>/u);
    const words = textContent(parseDocument(back?.html ?? ''));
    expect(words).toMatch(/1一<i>\d+https:\/\/daily\.example\/12三\d+https:\/\/daily\.example\/3/u);
    expect(back?.sections).toEqual(['addresses']);
  });

  test('sources name the pages of their posts, each once', () => {
    const { back, plan } = draw({ hasSourceIndex: true });
    const pageOf = new Map([
      ['p0', 5],
      ['p1', 7],
      ['p2', 5],
    ]);
    const printed = plan.backDocument({ pages: { pageOf, pageCount: 9 }, endNotes: [] });
    expect(textContent(parseDocument(printed?.html ?? ''))).toMatch(/Egret Gazette 7江汀日报 5$/u);
    expect(back?.outline).toEqual([{ level: 1, title: 'Index of sources', id: 'sources' }]);
  });
});

test('a name on the cover is set by its own script, in a book of another language too', () => {
  const plate = (title: string, language: 'en' | 'zh'): string =>
    /<h1[^>]*>/u.exec(draw({ title }, { language }).front?.html ?? '')?.[0] ?? '';
  expect(plate('Tides', 'zh')).toBe('<h1 class="name-largest" lang="und">');
  expect(plate('潮汐', 'zh')).toBe('<h1 class="name-largest" lang="zh-Hans">');
  expect(plate('潮汐', 'en')).toBe('<h1 class="name-largest" lang="zh-Hans">');
});

test('a post that is written from right to left has its headline and lines on the right', () => {
  const from = [makeExported({ title: 'مقالة', html: '<p>ميناء</p>', lang: 'und' })];
  expect(draw({}, { from }).body.html).toContain('lang="und" dir="rtl">');
});

describe('the sources on the cover', () => {
  const from = Array.from({ length: 40 }, (_, at) =>
    makeExported({ title: `第${at}篇`, path: `${at}.md`, source: `来源第${at}号报` }),
  );
  const cover = (options: Partial<ExportOptions>): string =>
    textContent(
      parseDocument(draw({ hasContents: false, ...options }, { from }).front?.html ?? ''),
    );

  test('are twelve, and it says how many more there are', () => {
    expect(cover({}).match(/来源第\d+号报/gu)).toHaveLength(12);
    expect(cover({})).toContain('and 28 more');
  });

  test('are fewer where the page has no room for twelve, and none where it has for one or two', () => {
    const low = { pageSize: 'A5', orientation: 'landscape' } as const;
    const some =
      cover({ ...low, margins: 'narrow', title: '潮汐与灯塔' }).match(/来源第\d+号报/gu) ?? [];
    expect(some.length).toBeLessThan(12);
    const long = cover({ ...low, title: '一个很长的书名，'.repeat(14) });
    expect(long).not.toContain('来源第');
    expect(long).not.toContain('more');
    expect(long).toContain('40 sources');
  });
});
