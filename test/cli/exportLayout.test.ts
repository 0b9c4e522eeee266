import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../core/indexing/archiveFolder.ts';
import { picture } from '../e2e/readingPosts.ts';
import { readPdf } from '../support/readPdf.ts';
import { printedPages } from '../support/printedPages.ts';
import { builtCli, isBuilt, isInstalled } from './builtCli.ts';

/** Pages of posts that are hard to lay out, as Poppler draws and reads them. */

const LINE =
  '港口的清晨总是从一声汽笛开始。码头工人把缆绳一圈一圈地绕在铁桩上，雾里看不见对岸的灯塔，只听得见潮水拍打石阶的声音。';
const lines = (count: number): string => `${LINE}${LINE}\n\n`.repeat(count);
const post = (title: string, body: string, rest = ''): string =>
  `---\ntitle: ${title}\ndate: 2024-03-01\n${rest}---\n${body}`;

async function madeOf(files: Readonly<Record<string, string>>): Promise<string> {
  const [folder, out] = [join(temporaryFolder(), '港口'), temporaryFolder()];
  writeFiles(folder, files);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'wide.png'), picture(1200, 900, [60, 90, 140]));
  const at = ['--data-dir', join(temporaryFolder(), 'data')];
  expect(await builtCli(['index', folder, ...at])).toMatchObject({ code: 0 });
  const file = join(out, 'a.pdf');
  const ran = await builtCli(['export', folder, '--query', '', '--to', file, ...at]);
  expect(ran).toMatchObject({ code: 0, out: expect.stringContaining(' on ') });
  return file;
}

describe.skipIf(!isBuilt || !isInstalled('pdftoppm'))('a page', () => {
  test('is not left half white by a picture: it becomes a little smaller and stands with its text', async () => {
    const file = await madeOf({
      'a.md': post('大图', `${lines(6)}![](wide.png)\n\n${lines(20)}`),
    });
    const pages = printedPages(file);
    expect(pages.length).toBeGreaterThan(1);
    for (const { whiteBelow } of pages.slice(0, -1)) expect(whiteBelow).toBeLessThan(0.12);
    // A picture of four to three over the whole line is 127.5 mm high; it is neither lost nor made tiny.
    const seen = spawnSync('pdfimages', ['-list', file], { encoding: 'utf8' }).stdout;
    expect(seen).toContain('1200');
    const share = Math.max(...pages.map(({ longestInk }) => longestInk));
    expect(share).toBeGreaterThan(0.55 * (127.5 / 297));
    expect(share).toBeLessThan(127.5 / 297);
  });

  test('with a line or two alone is saved by setting its post a little tighter', async () => {
    // However many lines a page has, some of these posts are a line or two too long for it.
    const counts = Array.from({ length: 8 }, (_, at) => 30 + at);
    const files = counts.map((count) => [
      `${count}.md`,
      post(`${count}行`, '潮水来了又退。\n\n'.repeat(count)),
    ]);
    const pages = printedPages(await madeOf(Object.fromEntries(files))).slice(2);
    expect(pages.length).toBeGreaterThan(counts.length);
    // A page of the book holds 0.86 of the paper, and a line 0.02 of it.
    for (const { whiteBelow } of pages) expect(whiteBelow).toBeLessThan(0.815);
  });
});

describe.skipIf(!isBuilt)('an address of 9,000 characters', () => {
  const address = `https://paper.example/${'a/b'.repeat(3_000)}/end.html`;

  test('takes a few lines, and its link is whole', async () => {
    const { pages } = await readPdf(
      await madeOf({ 'a.md': post('地址', `见 <${address}> 一文。\n\n后文。\n`) }),
    );
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text).toContain('…');
    expect(pages[0]?.text).toContain('/end.html');
    expect(pages[0]?.text).toContain('后文。');
    expect(pages[0]?.addresses).toContain(address);
  });
});
