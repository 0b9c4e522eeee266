import { expect, test } from 'vitest';
import { createMarkdownFolder } from '../../../src/core/export/formats/markdownFolder.ts';
import type { PostLookup } from '../../../src/core/export/formats/formatWriter.ts';
import { plainSite } from '../../../src/core/post/siteConfig.ts';
import type { Highlight } from '../../../src/shared/annotations.ts';
import { defaultExportOptions } from '../../../src/shared/defaults.ts';
import type { ExportedPost, ExportOptions } from '../../../src/shared/exportModel.ts';
import { asArchiveId } from '../../../src/shared/ids.ts';
import { parsePost } from '../../../src/core/post/parsePost.ts';
import { renderPost } from '../../../src/core/post/renderPost.ts';
import { hasSameFacts } from '../../../src/core/export/markdown/pageHead.ts';
import { isNearText, readBack } from '../../../src/core/export/markdown/readBack.ts';
import { readCases } from '../post/readCases.ts';
import { exportedFile } from '../../../src/core/post/exportedFile.ts';
import { PICTURE } from '../exporting/markdownArchives.ts';
import { annotated } from './formats/writing.ts';
import { makePost } from './makePost.ts';

/** A file as an export is given it. */
function exportedOf(path: string, content: string, more: Partial<ExportedPost> = {}): ExportedPost {
  const file = { path, bytes: new TextEncoder().encode(content), site: plainSite };
  const outcome = parsePost(file);
  if (outcome.outcome !== 'post') throw new Error('No post.');
  const { title, date, day, source, author, tags, categories, url, lang, isDraft, text } =
    outcome.post;
  const facts = { path, title, date, day, source, author, tags, categories, url, lang, isDraft };
  return {
    post: makePost({ ...facts, html: renderPost(file).html }),
    text,
    fields: outcome.post.frontMatter,
    annotations: { highlights: [], note: null, labels: [] },
    file: exportedFile(file),
    ...more,
  };
}

async function written(
  posts: readonly ExportedPost[],
  options: Partial<ExportOptions> = {},
  lookup: Partial<PostLookup> = {},
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const asked: string[] = [];
  const writer = createMarkdownFolder({
    options: { ...defaultExportOptions, format: 'markdown', ...options },
    archive: { id: asArchiveId('0123456789abcdef'), name: 'A' },
    language: 'en',
    sought: null,
    total: posts.length,
    write: () => Promise.reject(new Error('This format is a folder.')),
    writeFile: (path, content) => {
      if (files.has(path)) throw new Error(`${path} is written twice.`);
      files.set(path, content);
      return Promise.resolve();
    },
    readMedia: (path) => {
      asked.push(path);
      const type = path.endsWith('.png') ? 'image/png' : 'application/octet-stream';
      return Promise.resolve(path.includes('gone') ? null : { bytes: PICTURE, type });
    },
    now: new Date(0),
    lookup: {
      site: plainSite,
      posts: () => posts.map(({ post }) => post),
      follow: () => ({ kind: 'none' }),
      articleAt: () => Promise.resolve(null),
      placesLinkedTo: () => new Set(),
      mediaOf: () => ({
        absent: 'sign',
        find: (path) => path.replace(/^\//u, ''),
        ownPath: () => null,
      }),
      ...lookup,
    },
  });
  for (const post of posts) await writer.add(post);
  await writer.finish();
  expect(new Set(asked).size).toBe(asked.length);
  return files;
}

async function onePage(content: string, more: Partial<ExportedPost> = {}, options = {}) {
  const files = await written([exportedOf('a.md', content, more)], options);
  return String([...files].find(([name]) => name.endsWith('.md'))?.[1]);
}

const HEAD = '---\ntitle: A\ndate: 2024-01-02\n---\n';

/** The visible text without white space of the post that is marked. */
const TEXT = 'Seethetidefirst.Thenthetide;Lowxandhigh.';

function highlight(quote: string, note: string | null, start: number): Highlight {
  const [made] = annotated('', quote).highlights;
  if (made === undefined) throw new Error('No highlight.');
  const end = start + quote.replaceAll(' ', '').length;
  const around = { prefix: TEXT.slice(0, start), suffix: TEXT.slice(end) };
  return { ...made, quote, note, position: [start, end], ...around };
}

test('a page that needs nothing is the file, letter for letter', async () => {
  const content = `---\ntitle:   A # kept\ndate: 2024-01-02\n---\n\n\nText  with *stars*,\n trailing   \n\n\n`;
  expect(await onePage(content)).toBe(content);
});

test('highlights are marks at their very words, notes follow the text', async () => {
  const highlights = [highlight('the tide', null, 20), highlight('Low x and', 'Why?', 28)];
  const content = `${HEAD}See [the tide](the-tide) first.\n\nThen the tide; Low **x** and high.\n`;
  const annotations = { highlights, note: annotated('On the *post*.', 'x').note, labels: [] };
  const page = await onePage(content, { annotations });
  expect(page).toContain('Then <mark>the tide</mark>; Low **x** and high.');
  expect(page).toContain('See [the tide](the-tide) first.');
  expect(page.slice(page.indexOf('## Notes'))).toBe(
    '## Notes\n\nOn the \\*post\\*.\n\n> Low x and\n\nWhy?\n',
  );
  expect(await onePage(content, { annotations }, { hasHighlights: false, hasNotes: false })).toBe(
    content,
  );
});

test('the address of the original ends the page once, and is not read as text', async () => {
  const url = 'https://harbour.example/a';
  const content = `---\ntitle: A\noriginal_url: ${url}\n---\nText.\n`;
  const page = await onePage(content, {}, { hasOriginalLink: true });
  expect(page).toBe(`${content}\n<${url}>\n`);
  expect(await onePage(page, {}, { hasOriginalLink: true })).toBe(page);
});

test('pictures are copied once, by every way to name one, and left where they are when not wanted', async () => {
  const body =
    '![a](p/x.png) <img src="p/x.png"> ![r][r] {{< figure src="p/x.png" >}} ![w](<p/y z.png>) [thumb](p/y%20z.png) ![[p/x.png|200]]\n\n[r]: p/x.png\n\n![gone](p/gone.png) [file](p/data.bin)\n\n    ![code](p/x.png)\n';
  const files = await written([exportedOf('a.md', HEAD + body)]);
  expect([...files.keys()].toSorted()).toEqual([
    '2024-01-02 A.md',
    'pictures/x.png',
    'pictures/y z.png',
  ]);
  expect(files.get('2024-01-02 A.md')).toBe(
    `${HEAD}![a](pictures/x.png) <img src="pictures/x.png"> ![r][r] {{< figure src="pictures/x.png" >}} ![w](<pictures/y%20z.png>) [thumb](pictures/y%20z.png) ![](pictures/x.png)\n\n[r]: pictures/x.png\n\n![gone](p/gone.png) [file](p/data.bin)\n\n    ![code](p/x.png)\n`.replace(
      '![](pictures/x.png)',
      '![[pictures/x.png|200]]',
    ),
  );
  const without = await written([exportedOf('a.md', HEAD + body)], { hasPictures: false });
  expect([...without]).toEqual([['2024-01-02 A.md', HEAD + body]]);
});

test('places that links name are there still, in headings under their own words and in all else', async () => {
  const file =
    '<h2 id="tide">High water</h2><h2 id="low-water">Low water</h2><h2 id="none">None</h2>' +
    '<p id="map">A map.</p><p id="other">B.</p><p><a href="#tide">1</a> <a href="#low-water">2</a></p>';
  const content = `<html><head><title>A</title></head><body>${file}</body></html>`;
  const post = exportedOf('a.html', content);
  const files = await written([post], {}, { placesLinkedTo: () => new Set(['map', 'post-map']) });
  const page = String([...files.values()][0]);
  expect(page).toContain('## <a id="tide"></a>High water\n');
  expect(page).toContain('## Low water\n');
  expect(page).toContain('## None\n');
  expect(page).toContain('<a id="map"></a>A map.');
  expect(page).not.toContain('"other"');
  const read = exportedOf('a.md', page).post.html;
  for (const id of ['tide', 'low-water', 'map']) expect(read).toContain(`id="post-${id}"`);
});

test('a name in double brackets with a heading keeps it, whatever the file is called', async () => {
  const lookup: Partial<PostLookup> = {
    follow: (_path, href) =>
      href.startsWith('%5B%5BLog')
        ? { kind: 'post', path: 'b.md', fragment: null }
        : { kind: 'none' },
  };
  const posts = [
    exportedOf('a.md', `${HEAD}See [[Log#High Water]], [[Log#^x]].\n`),
    exportedOf('b.md', '---\ntitle: Log [1]\ndate: 2024-01-03\n---\n## High Water\n'),
  ];
  const files = await written(posts, {}, lookup);
  const name = '2024-01-03%20Log%20%5B1%5D.md';
  expect(files.get('2024-01-02 A.md')).toBe(
    `${HEAD}See [Log#High Water](${name}#high-water), [Log#^x](${name}).\n`,
  );
});

test('a post whose file is gone is written from what is known of it', async () => {
  const more = { file: null, fields: {} };
  expect(await onePage(`${HEAD}One\n\n**Two**\n`, more)).toBe(
    '---\ntitle: A\ndate: 2024-01-02\n---\n\nOne\n\n**Two**\n',
  );
});

/** Bodies that are nothing but an odd address, which is the original's and no text in one kind of file, and text in another. */
const ODD = /^https:\/\/a\.example\/b\S*$/u;

test.for(['md', 'html', 'txt'])(
  'whatever our own reader is tested with is read from its page as from its .%s',
  async (ending) => {
    const bodies = readCases('markdown.txt').map(({ input }) => input);
    const wrong: string[] = [];
    for (const body of bodies) {
      if (body.trim() === '' || ODD.test(body)) continue;
      const exported = exportedOf(`a.${ending}`, body);
      const files = await written([exported]);
      const read = readBack(
        String([...files.values()].find((content) => typeof content === 'string')),
      );
      const isSame =
        read !== null && isNearText(read.text, exported.text) && hasSameFacts(exported.post, read);
      if (!isSame) wrong.push(body);
    }
    expect(wrong).toEqual([]);
  },
);
