import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from './launch.ts';
import { atRest } from './measure.ts';
import { setWindowSize } from './windowSize.ts';

export const LAMP = '码头夜航 灯塔守望';
export const HARBOUR = 'The harbour opens at six';
export const MIXED = 'A list, a table and code';

const chinese = (
  head = '',
  lamp = '这座灯塔已经亮了一百二十年，从来没有在风浪里熄灭过。',
): string => `---
title: ${LAMP}
date: 2024-05-03 08:30:00 +0800
source: 山前报
---
${head}入夜以后，码头上的灯一盏一盏亮起来，货船陆续靠岸，工人们开始连夜卸货，值班员逐一记下船名和时刻。

“${lamp}”守塔人说，他的父亲和祖父都在这里守过灯，塔里至今留着当年的**铜油灯**和一本厚厚的航海日志。

今年春天，港务局对灯塔进行了检修，更换了透镜和电路，同时保留了原来的铜制底座。
`;

const filler = Array.from({ length: 60 }, (_, day) => `Day ${day}: boats went out, came back.`);

/** Texts of posts to mark, by file. */
export const markedFiles = {
  'lamp.md': chinese(),
  'harbour.md': `---
title: ${HARBOUR}
date: 2024-05-02
---
At six the harbour opens and the first boats leave for the *outer banks*, where the fish are.

The keeper writes down every boat, its name and its hour, and has done so for thirty years.

${filler.join('\n\n')}

At the very end the keeper puts out the lamp.
`,
  'mixed.md': `---
title: ${MIXED}
date: 2024-05-01
---
Before the list stands a line.

- first entry of the list
- second entry of the list

| Ship | Hour |
|---|---|
| Swallow | nineteen |

\`\`\`js
const lamp = 'lit'; // a comment
\`\`\`

After the code stands a line.
`,
} as const;

/** The Chinese post with a paragraph more at its head, or other words in its quotation. */
export const changedLamp = chinese;

/** Points of the window, in its pixels. */
interface Place {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/*
 * What runs in the page, as text: tests know no types of the page. The words that the window itself puts into a post
 * (`data-chrome`) are none of the post's.
 */
const TEXT_NODES = `
  const nodes = [];
  const walker = document.createTreeWalker(document.querySelector('.post-body'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest('[data-chrome]') === null) nodes.push(walker.currentNode);
  }
  const rectOf = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
`;
const PLACE_OF = `(first, last) => {
  const text = nodes.map((node) => node.data).join('');
  const start = text.indexOf(first);
  const end = start < 0 ? -1 : text.indexOf(last, start) + last.length;
  if (start < 0 || end <= start) return null;
  const rectAt = (place) => {
    let left = place;
    for (const node of nodes) {
      if (left < node.length) return rectOf(node, left);
      left -= node.length;
    }
  };
  const [a, b] = [rectAt(start), rectAt(end - 1)];
  const middle = ({ top, bottom }) => (top + bottom) / 2;
  return { from: { x: a.left + 1, y: middle(a) }, to: { x: b.right - 1, y: middle(b) } };
}`;
const CHARACTER_PLACES = `() => nodes.flatMap((node) =>
  Array.from({ length: node.length }, (_, at) => at)
    .filter((at) => node.data.charAt(at).trim() !== '')
    .map((at) => {
      const { left, top, width } = rectOf(node, at);
      return [left, top, width];
    }),
)`;

/** A reader who marks, as a person would see and press things. */
export class MarkingReader {
  readonly running: RunningApp;
  readonly page: Page;

  constructor(running: RunningApp) {
    this.running = running;
    this.page = running.page;
  }

  async open(title: string): Promise<void> {
    await this.page.getByRole('option', { name: title }).click();
    await expect(this.page.getByRole('article', { name: title })).toBeVisible();
  }

  get paper(): Locator {
    return this.page.locator('.paper');
  }

  get searchField(): Locator {
    return this.page.locator('input[data-search]');
  }

  /** Everything highlighted, one text for each stretch. */
  get highlights(): Locator {
    return this.page.locator('article mark.hl');
  }

  get selectionTools(): Locator {
    return this.page.getByRole('toolbar', { name: /^(Mark the selection|标记所选文字)$/u });
  }

  get highlightTools(): Locator {
    return this.page.getByRole('toolbar', { name: /^(Highlight|高亮): /u });
  }

  /** Where words stand in the window: of the first character the left, of the last one the right edge. */
  async placeOf(from: string, to = from): Promise<Place> {
    const found: Place | null = await this.page.evaluate(
      `${TEXT_NODES} (${PLACE_OF})(${JSON.stringify(from)}, ${JSON.stringify(to)})`,
    );
    if (found === null) throw new Error(`Not in the post: "${from}" … "${to}"`);
    return found;
  }

  /** What is selected, as text. */
  selected(): Promise<string> {
    return this.page.evaluate('String(getSelection())');
  }

  /** Drags over words with the mouse. */
  async drag(from: string, to = from): Promise<void> {
    const place = await this.placeOf(from, to);
    await this.page.mouse.move(place.from.x, place.from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(place.to.x - 4, place.to.y, { steps: 4 });
    await this.page.mouse.move(place.to.x, place.to.y);
    await this.page.mouse.up();
    await expect(this.selectionTools).toBeVisible();
  }

  /** Drags over words and presses a pen's key. */
  async mark(key: '1' | '2' | '3' | '4', from: string, to = from): Promise<void> {
    const before = await this.highlights.count();
    await this.drag(from, to);
    await this.page.keyboard.press(key);
    await expect(this.selectionTools).toBeHidden();
    await expect.poll(() => this.highlights.count()).toBeGreaterThan(before);
  }

  /** Left, top and width of every character of the post's body. */
  characterPlaces(): Promise<readonly (readonly number[])[]> {
    return this.page.evaluate(`${TEXT_NODES} (${CHARACTER_PLACES})()`);
  }

  /** Fails when a character stands elsewhere by more than the rounding of layout (a 64th of a pixel). */
  async expectUnmoved(before: readonly (readonly number[])[]): Promise<void> {
    const now = await this.characterPlaces();
    expect(now.length).toBe(before.length);
    const moves = now.map((place, at) =>
      Math.max(...place.map((value, side) => Math.abs(value - (before[at]?.[side] ?? 0)))),
    );
    expect(Math.max(...moves), 'pixels that a character moved').toBeLessThan(0.1);
  }

  async boxOf(element: Locator) {
    const box = await element.boundingBox();
    if (box === null) throw new Error('It is not on screen.');
    return box;
  }

  async command(command: string): Promise<void> {
    await this.running.app.evaluate(
      ({ BrowserWindow }, asked) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send('broadsheet-event', 'menu.command', {
          command: asked,
        }),
      command,
    );
  }

  async setSize(width: number, height: number): Promise<void> {
    await setWindowSize(this.running, width, height);
  }

  async expectNoViolations(): Promise<void> {
    await atRest(this.page);
    const { violations } = await new AxeBuilder({ page: this.page })
      .setLegacyMode()
      .include('main')
      .analyze();
    expect(violations).toEqual([]);
  }
}
