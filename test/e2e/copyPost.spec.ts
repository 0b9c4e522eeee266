import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

const TITLE = 'The tide table';
const files = {
  '_posts/2024-05-01-tide.md':
    '---\ntitle: The tide table\ndate: 2024-05-01 08:00:00 +0800\nsource: 江汀日报\nurl: https://harbour.example/tide\n---\n\nThe water rose by **three** metres.\n\n- One\n- Two [link](https://e.example/)\n\n```js\nlet tide;\n```\n',
};

let archive: PostFolder;
let running: RunningApp;

test.beforeAll(async () => {
  archive = await makePostFolder(files);
});
test.afterAll(() => archive.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: archive.folder });
  const { page } = running;
  await page.getByRole('option', { name: TITLE }).click();
  await expect(page.getByRole('article', { name: TITLE })).toBeVisible();
});
test.afterEach(() => running.close());

const plain = (): Promise<string> =>
  running.app.evaluate(async ({ clipboard }) => clipboard.readText());

/** Electron reads HTML by a call of its own up to version 44, later as one of the types of what is there. */
const rich = (): Promise<string> =>
  running.app.evaluate(async ({ clipboard }) => {
    const readHtml: unknown = Reflect.get(clipboard, 'readHTML');
    if (typeof readHtml === 'function') return String(Reflect.apply(readHtml, clipboard, []));
    const [first] = await clipboard.read();
    if (first?.types.includes('text/html') !== true) return '';
    return (await first.getType('text/html')).text();
  });

/** One toast among those that are still there. */
const told = (text: string): Promise<void> =>
  expect(running.page.locator('.toast', { hasText: text })).toBeVisible();

async function choose(
  name: string,
  { tools, more } = { tools: 'Post tools', more: 'More' },
): Promise<void> {
  const { page } = running;
  await page.getByRole('toolbar', { name: tools }).getByRole('button', { name: more }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

test('the menu of the article copies the post as Markdown, rich text and plain text', async () => {
  await choose('Copy as Markdown');
  await told('Post copied as Markdown');
  expect(await plain()).toBe(
    '# The tide table\n\n江汀日报 · 2024-05-01\n\nThe water rose by **three** metres.\n\n- One\n- Two [link](https://e.example/)\n\n```js\nlet tide;\n```\n\n<https://harbour.example/tide>\n',
  );
  expect(await rich()).toBe('');
  await choose('Copy as rich text');
  await told('Post copied as rich text');
  const text =
    'The tide table\n\n江汀日报 · 2024-05-01\n\nThe water rose by three metres.\n\nOne\nTwo link\n\nlet tide;\n\nhttps://harbour.example/tide';
  expect(await plain()).toBe(text);
  expect(await rich()).toContain('<p>The water rose by <strong>three</strong> metres.</p>');
  expect(await rich()).toContain('<h1>The tide table</h1>\n<p>江汀日报 · 2024-05-01</p>\n');
  expect(await rich()).not.toMatch(/archive:|app:|class=|id=/u);
  await choose('Copy as plain text');
  await told('Post copied as plain text');
  expect(await plain()).toBe(text);
  expect(await rich()).toBe('');
});

/** Selects all of an element and asks the menu at the pointer. */
async function chooseFor(selector: string, name: string): Promise<void> {
  const { page } = running;
  const element = page.locator(`.post-body ${selector}`).last();
  await element.selectText();
  await element.click({ button: 'right', position: { x: 6, y: 6 } });
  await page.getByRole('menuitem', { name, exact: true }).click();
}

test('of a selection only that is copied, with the element it stands in', async () => {
  await chooseFor('li', 'Copy as Markdown');
  await told('Selection copied as Markdown');
  expect(await plain()).toMatch(/^[-*] Two \[link\]\(https:\/\/e\.example\/\)\n$/u);
  await chooseFor('pre', 'Copy as rich text');
  await told('Selection copied as rich text');
  expect(await rich()).toMatch(/<pre>.*let tide;.*<\/pre>/su);
  expect(await plain()).toBe('let tide;');
});

test('the palette has the commands', async () => {
  const { page } = running;
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').last().fill('Copy as Markdown');
  await page.getByRole('option', { name: 'Copy as Markdown', exact: true }).click();
  await told('Post copied as Markdown');
  expect(await plain()).toMatch(/^# The tide table\n/u);
});

test.describe('in a Chinese window', () => {
  test('the copies have the same title, line and address', async () => {
    await running.close();
    running = await launchApp({ folder: archive.folder, lang: 'zh' });
    await running.page.getByRole('option', { name: TITLE }).click();
    await expect(running.page.getByRole('article', { name: TITLE })).toBeVisible();
    const place = { tools: '文章工具', more: '更多' };
    await choose('复制为带格式文本', place);
    await told('已将全文复制为带格式文本');
    expect(await rich()).toContain('<h1>The tide table</h1>\n<p>江汀日报 · 2024-05-01</p>\n');
    expect(await rich()).toContain('<a href="https://harbour.example/tide">');
    await choose('复制为纯文本', place);
    await told('已将全文复制为纯文本');
    expect(await plain()).toMatch(
      /^The tide table\n\n江汀日报 · 2024-05-01\n\n.*https:\/\/harbour\.example\/tide$/su,
    );
  });
});
