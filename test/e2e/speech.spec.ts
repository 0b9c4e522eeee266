import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

const files = {
  '_posts/2024-05-01-tide.md':
    '---\ntitle: The tide\ndate: 2024-05-01\n---\n\nThe water rose. Nobody saw it.\n\n```js\nconst depth = 3;\n```\n\nThen it fell again.\n',
  '_posts/2024-05-02-boats.md':
    '---\ntitle: The boats\ndate: 2024-05-02\n---\n\nThe boats came home late, all of them, and nobody slept.\n',
};

let archive: PostFolder;
let running: RunningApp;

test.beforeAll(async () => {
  archive = await makePostFolder(files);
});
test.afterAll(() => archive.remove());
test.beforeEach(async () => {
  running = await launchApp({ folder: archive.folder });
  await expect(running.page.getByRole('option', { name: 'The tide' })).toBeVisible();
});
test.afterEach(() => running.close());

/** Gives the page voices as a system would, and keeps what it has them say in `window.said`. */
const giveVoices = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
    window.said = [];
    const voice = (name, lang, localService) => ({ name, lang, localService, default: false });
    const voices = [voice('Cloud', 'en-US', false), voice('Local', 'en-GB', true)];
    window.SpeechSynthesisUtterance = class extends EventTarget {
      voice = null;
      constructor(text) {
        super();
        this.text = text;
      }
    };
    const engine = window.speechSynthesis;
    Object.defineProperty(engine, 'getVoices', { value: () => voices });
    Object.defineProperty(engine, 'cancel', { value: () => undefined });
    Object.defineProperty(engine, 'speak', {
      value: (utterance) => {
        window.said.push(utterance.voice?.name + ': ' + utterance.text);
        window.endSentence = () => utterance.dispatchEvent(new Event('end'));
      },
    });
    engine.dispatchEvent(new Event('voiceschanged'));
  })()`);

const said = (page: Page): Promise<unknown> => page.evaluate('window.said');
const endSentence = (page: Page): Promise<unknown> => page.evaluate('void window.endSentence()');
const spoken = (page: Page): Promise<string> =>
  page.evaluate("[...(CSS.highlights.get('spoken') ?? [])].join()");

async function open(page: Page, title: string): Promise<void> {
  await page.getByRole('option', { name: title }).click();
  await expect(page.getByRole('article', { name: title })).toBeVisible();
}

test('without a local voice nothing offers to read aloud', async () => {
  const { page } = running;
  await open(page, 'The tide');
  await page.keyboard.press('ControlOrMeta+Shift+l');
  await expect(page.getByRole('toolbar', { name: 'Read aloud' })).toHaveCount(0);
  await page
    .getByRole('toolbar', { name: 'Post tools' })
    .getByRole('button', { name: 'More' })
    .click();
  await expect(page.getByRole('menuitem', { name: 'Copy title' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Read aloud' })).toHaveCount(0);
});

test('reads title and text with a local voice, skips code, and follows on the page', async () => {
  const { page } = running;
  await giveVoices(page);
  await open(page, 'The tide');
  await page.keyboard.press('ControlOrMeta+Shift+l');
  const bar = page.getByRole('toolbar', { name: 'Read aloud' });
  await expect(bar).toBeVisible();
  await expect.poll(() => said(page)).toEqual(['Local: The tide']);
  await endSentence(page);
  await expect.poll(() => spoken(page)).toBe('The water rose.');
  await endSentence(page);
  await endSentence(page);
  await expect.poll(() => spoken(page)).toBe('Then it fell again.');
  expect(await said(page)).toEqual([
    'Local: The tide',
    'Local: The water rose.',
    'Local: Nobody saw it.',
    'Local: Then it fell again.',
  ]);
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations).toEqual([]);
  const folder = process.env['PLACE_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/speech.png` });
  await endSentence(page);
  await expect(bar).toHaveCount(0);
  await expect.poll(() => spoken(page)).toBe('');
});

test('pauses, goes back a sentence, and ends when another post opens', async () => {
  const { page } = running;
  await giveVoices(page);
  await open(page, 'The tide');
  await page.keyboard.press('ControlOrMeta+Shift+l');
  const bar = page.getByRole('toolbar', { name: 'Read aloud' });
  await expect.poll(() => said(page)).toEqual(['Local: The tide']);
  await endSentence(page);
  await bar.getByRole('button', { name: 'Pause' }).click();
  await bar.getByRole('button', { name: 'Previous sentence' }).click();
  await expect.poll(() => said(page)).toEqual(['Local: The tide', 'Local: The water rose.']);
  await bar.getByRole('button', { name: 'Go on reading' }).click();
  await expect
    .poll(() => said(page))
    .toEqual(['Local: The tide', 'Local: The water rose.', 'Local: The tide']);
  await open(page, 'The boats');
  await expect(bar).toHaveCount(0);
});
