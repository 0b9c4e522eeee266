import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { figure, median, percentile, type Figure } from '../measure.ts';

/** How often each gesture is made. */
interface HandCounts {
  readonly moves: number;
  readonly words: number;
}

/** What the hand does and when, for the names of the figures. */
interface HandChoice {
  readonly page: Page;
  readonly posts: number;
  /** `idle` or `while indexing`. */
  readonly when: string;
  readonly counts: HandCounts;
  /** Searches that have hits, two characters each. */
  readonly queries: readonly string[];
}

/** Between two gestures, in milliseconds: a quick hand. */
const PAUSE_MS = 60;
/** Between two presses of a key that is held down. */
const REPEAT_MS = 33;
/** Without its answer in this time a gesture counts as so long. */
const PATIENCE_MS = 5_000;

/**
 * Speed of hand in the real window, from the moment the system gave the input (`Event.timeStamp`) to the end of the
 * frame that shows what it asked for: a key of the list to its row, the same key to the post's text, the last character
 * typed to rows with its hits.
 */
export async function measureHand(choice: HandChoice): Promise<readonly Figure[]> {
  const { page, posts, when } = choice;
  await page.evaluate(WATCH_HAND);
  const moves = await moveInList(choice);
  const held = await holdKey(choice);
  const typed = await typeWords(choice);
  const base = { posts, unit: 'ms' };
  const rows = (name: string, times: readonly number[], atMost: number): readonly Figure[] => [
    figure({ ...base, name: `hand, ${when}: ${name}, p50`, value: median(times) }),
    figure({
      ...base,
      name: `hand, ${when}: ${name}, p95`,
      value: percentile(times, 0.95),
      goal: { of: 'value', atMost },
    }),
  ];
  return [
    ...rows(
      'key to its row',
      moves.map(([row]) => row),
      50,
    ),
    ...rows('held key to its row', held, 50),
    ...rows(
      'key to the post painted',
      moves.map(([, post]) => post),
      100,
    ),
    ...rows('typing to results', typed, 100),
  ];
}

/** Memory of the page after so many posts were opened, over what it was before; both after collecting what is free. */
export async function measurePageMemory(
  page: Page,
  { posts, opened }: { readonly posts: number; readonly opened: number },
): Promise<Figure> {
  const session = await page.context().newCDPSession(page);
  const used = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  };
  await focusList(page);
  // What is loaded once (code, words, the first pages of the list) belongs to the beginning.
  await openNext(page, 20);
  const before = await used();
  await openNext(page, opened);
  await page.keyboard.press('Home');
  await sleep(2_000);
  const after = await used();
  return figure({
    name: `hand: memory of the page after ${opened} posts`,
    posts,
    value: after / 1e6,
    unit: 'MB',
    baseline: before / 1e6,
    goal: { of: 'ratio', atMost: 1.2 },
  });
}

async function openNext(page: Page, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.press('ArrowDown');
    await sleep(PAUSE_MS);
  }
}

async function focusList(page: Page): Promise<void> {
  await page.getByRole('listbox', { name: 'Posts' }).focus();
  await page.keyboard.press('Home');
  await page.locator('main article').waitFor();
  await sleep(500);
}

/** Each move: milliseconds to its row and to its post. */
async function moveInList({ page, counts }: HandChoice): Promise<readonly [number, number][]> {
  await focusList(page);
  const times: [number, number][] = [];
  for (let at = 0; at < counts.moves; at += 1) {
    await page.evaluate('hand.expectMove()');
    await page.keyboard.press('ArrowDown');
    times.push(await page.evaluate<[number, number]>('hand.moved'));
    await sleep(PAUSE_MS);
  }
  return times;
}

/** A key held down; only the rows count. */
async function holdKey({ page, counts }: HandChoice): Promise<readonly number[]> {
  await focusList(page);
  await page.evaluate('hand.expectHeld()');
  for (let at = 0; at < counts.moves; at += 1) {
    await page.keyboard.press('ArrowDown');
    await sleep(REPEAT_MS);
  }
  await sleep(500);
  return page.evaluate<readonly number[]>('hand.released.abort(), hand.held');
}

/** Each word: milliseconds from its last character to rows that show it. */
async function typeWords({ page, counts, queries }: HandChoice): Promise<readonly number[]> {
  const times: number[] = [];
  const field = page.locator('input[data-search]');
  for (const word of queries.slice(0, counts.words)) {
    await field.fill('');
    await sleep(400);
    await field.focus();
    const last = Array.from(word).at(-1) ?? '';
    await page.keyboard.insertText(word.slice(0, -last.length));
    await sleep(PAUSE_MS);
    await page.evaluate(`hand.expectWord(${JSON.stringify(word)})`);
    await page.keyboard.insertText(last);
    times.push(await page.evaluate<number>('hand.typed'));
  }
  await field.fill('');
  return times;
}

/** Text, because it runs in the page. A frame is over when a message sent while it was prepared arrives. */
const WATCH_HAND = `
  const painted = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  });
  const whenShown = async (isShown) => {
    const until = performance.now() + ${PATIENCE_MS};
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (isShown() || performance.now() > until) return painted();
    }
  };
  const next = (kind) => new Promise((resolve) => {
    addEventListener(kind, (event) => resolve(event.timeStamp), { once: true, capture: true });
  });
  const row = () => document.querySelector('[role=option].cur')?.getAttribute('aria-posinset');
  const post = () => document.querySelector('main article')?.getAttribute('aria-label');
  globalThis.hand = {
    held: [],
    expectMove() {
      const [rowBefore, postBefore] = [row(), post()];
      this.moved = next('keydown').then(async (at) => {
        const [rowAt, postAt] = await Promise.all([
          whenShown(() => row() !== rowBefore),
          whenShown(() => post() !== postBefore),
        ]);
        return [rowAt - at, postAt - at];
      });
    },
    expectHeld() {
      this.held = [];
      this.released = new AbortController();
      addEventListener('keydown', (event) => {
        const before = row();
        void whenShown(() => row() !== before).then((at) => this.held.push(at - event.timeStamp));
      }, { capture: true, signal: this.released.signal });
    },
    expectWord(word) {
      this.typed = next('input').then(async (at) => {
        const isShown = () =>
          [...document.querySelectorAll('[role=option] mark')].some(
            ({ textContent }) => textContent.length >= word.length,
          ) || document.querySelector('[role=option]') === null;
        return (await whenShown(isShown)) - at;
      });
    },
  };
  true`;
