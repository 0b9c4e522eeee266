import { expect, type Locator, type Page } from '@playwright/test';

/** Looks at the page that only its own script can take. The tests' types know no page, so these are written as text. */

/** What of an element's style typesetting is about. */
export interface SetStyle {
  readonly textIndent: string;
  readonly textAlign: string;
  readonly lineBreak: string;
  readonly fontFamily: string;
  readonly direction: string;
  readonly lineHeight: string;
}

const element = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})`;

/** The computed style of the first element that a selector names. */
export const styleOf = (page: Page, selector: string): Promise<SetStyle> =>
  page.evaluate(`(() => {
    const { textIndent, textAlign, lineBreak, fontFamily, direction, lineHeight } =
      getComputedStyle(${element(selector)});
    return { textIndent, textAlign, lineBreak, fontFamily, direction, lineHeight };
  })()`);

/** The width of the first opening quote in the first such element, in CSS pixels; 0 when there is none. */
export const quoteWidth = (page: Page, selector: string): Promise<number> =>
  page.evaluate(`(() => {
    const walker = document.createTreeWalker(${element(selector)}, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue.indexOf('“');
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().width;
    }
    return 0;
  })()`);

/** The beginning of the first paragraph that reaches into view. */
export const topParagraph = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const top = document.querySelector('.paper').getBoundingClientRect().top;
    const paragraphs = Array.from(document.querySelectorAll('.paper .post-body p'));
    const shown = paragraphs.find((each) => each.getBoundingClientRect().bottom > top + 12);
    return shown.textContent.slice(0, 40);
  })()`);

/** What reaches beyond the right edge of the article's column, by its beginning; boxes that scroll hold their own. */
export const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const sheet = document.querySelector('article.sheet');
    const edge = sheet.querySelector('.post-body').getBoundingClientRect().right + 1;
    const parts = '.post-kicker, .post-title, .post-meta > *, .post-body > *, .scroll-frame';
    const wide = Array.from(sheet.querySelectorAll(parts))
      .filter((each) => each.getBoundingClientRect().right > edge)
      .map((each) => each.tagName + ' ' + each.textContent.slice(0, 40));
    const paper = sheet.closest('.paper');
    return paper.scrollWidth > paper.clientWidth ? [...wide, 'the paper'] : wide;
  })()`);

const PICTURES_ARE_THERE = `[...document.querySelectorAll('.post-body img')].every((each) => each.complete)`;

/**
 * Scrolls a place of the post to the upper edge of the view, this many pixels below it, once its pictures are there: one
 * that comes before the scrolled post was ever drawn moves it.
 */
export async function scrollTo(page: Page, text: string, below: number): Promise<void> {
  // Not waitForFunction: a second try of it evaluates a string in the page, which the page's policy refuses.
  await expect.poll(() => page.evaluate(PICTURES_ARE_THERE)).toBe(true);
  await page.evaluate(`(() => {
    const paper = document.querySelector('.paper');
    const paragraphs = Array.from(paper.querySelectorAll('.post-body p'));
    const wanted = paragraphs.find((each) => each.textContent.includes(${JSON.stringify(text)}));
    const top = wanted.getBoundingClientRect().top - paper.getBoundingClientRect().top;
    paper.scrollTop += top - ${below};
  })()`);
}

const MOVING = `document.getAnimations().filter(({ playState, effect }) =>
  playState === 'running' && effect.getComputedTiming().endTime !== Infinity).length`;

/** Waits until nothing fades or slides any more: colours and places are those that stay. What turns for ever may turn. */
export const atRest = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(MOVING)).toBe(0);

/** Where an element stands, in pixels of the window. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an element stands, once it has stood there for a moment. */
export async function boxAtRest(locator: Locator): Promise<Box> {
  let before: Box | null = null;
  let box: Box | null = null;
  await expect
    .poll(async () => {
      [before, box] = [box, await locator.boundingBox()];
      return JSON.stringify(box) === JSON.stringify(before) && box !== null;
    })
    .toBe(true);
  if (box === null) throw new Error('It is not on screen.');
  return box;
}
