import type { Page } from '@playwright/test';

/*
 * What can go wrong with a layout when text grows, the window shrinks or colours are taken away, measured by boxes.
 * Everything runs in the page, as text: tests know no types of the page.
 */

/** Tools shared by the measures below: every control on screen, and the box a pointer aims at. */
const CONTROLS = `
  const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && element.closest('[inert], [aria-hidden="true"]') === null;
  const name = (element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)
    + ' <' + element.tagName.toLowerCase() + '.' + String(element.className).slice(0, 40) + '>';
  // A native control that is drawn by its label is aimed at by its label.
  const aim = (element) => {
    const box = element.getBoundingClientRect();
    return box.width <= 2 || box.height <= 2 || getComputedStyle(element).opacity === '0'
      || element.closest('[style*="clip-path"]') !== null
      ? (element.closest('label') ?? element)
      : element;
  };
  const controls = [...document.querySelectorAll(
    'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex]:not([tabindex="-1"])',
  )].filter((element) => isShown(element) || isShown(aim(element))).map(aim)
    // What only a screen reader can reach (the end of a popover) has no size for a hand.
    .filter((element) => element.offsetWidth !== 1);
  // A box as far as scrolling can bring it into view: null = part of it is cut off for good.
  const reachable = (element) => {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    for (let at = element.parentElement; at !== null && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      const frame = at.getBoundingClientRect();
      if (style.position === 'fixed') break;
      const scrollsX = style.overflowX === 'auto' || style.overflowX === 'scroll';
      const scrollsY = style.overflowY === 'auto' || style.overflowY === 'scroll';
      if (style.overflowX !== 'visible' && !scrollsX && (left < frame.left - 1.5 || right > frame.right + 1.5)) return null;
      if (style.overflowY !== 'visible' && !scrollsY && (top < frame.top - 1.5 || bottom > frame.bottom + 1.5)) return null;
      if (scrollsX) [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
      if (scrollsY) [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    }
    return { left, top, right, bottom };
  };
`;

const LAYOUT = `(() => {
  ${CONTROLS}
  const faults = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > innerWidth + 1) faults.push('the page scrolls sideways: ' + root.scrollWidth);
  for (const control of controls) {
    const box = reachable(control);
    if (box === null) faults.push('cut off: ' + name(control));
    else if (box.left < -1.5 || box.top < -1.5 || box.right > innerWidth + 1.5 || box.bottom > innerHeight + 1.5) {
      faults.push('outside: ' + name(control) + ' ' + JSON.stringify(box));
    }
  }
  const isFolded = (style) => style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
  for (const element of document.querySelectorAll('body *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (!hasText || !isShown(element) || element.closest('.sr, svg, [data-chrome]') !== null) continue;
    // Said to those who listen, not drawn.
    if (element.offsetWidth === 1) continue;
    const style = getComputedStyle(element);
    if (style.display === 'inline' || isFolded(style)) continue;
    if (style.overflowX === 'auto' || style.overflowY === 'auto') continue;
    if (element.clientWidth > 2 && element.scrollWidth > element.clientWidth + 2) {
      faults.push('text wider than its box: ' + name(element));
    }
    if (style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 3) {
      faults.push('text higher than its box: ' + name(element));
    }
  }
  return [...new Set(faults)];
})()`;

const COVERED = `(() => {
  ${CONTROLS}
  const faults = [];
  // Beyond the edge of a box that scrolls: it comes into view there.
  const isScrolledOut = (control, x, y) => {
    for (let at = control.parentElement; at !== null; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (!/auto|scroll/.test(overflowX + overflowY)) continue;
      const frame = at.getBoundingClientRect();
      if (y < frame.top || y > frame.bottom || x < frame.left || x > frame.right) return true;
    }
    return false;
  };
  for (const control of controls) {
    const box = control.getBoundingClientRect();
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
    if (isScrolledOut(control, x, y)) continue;
    const top = document.elementFromPoint(x, y);
    if (top === null || control.contains(top) || top.contains(control)) continue;
    // What goes by itself or is to be closed first: a message, a popover, the sidebar over the list with its scrim.
    const layer = top.closest('.popover, .side-over, .side-over-scrim, .toast');
    if (layer !== null && !layer.contains(control)) continue;
    faults.push(name(control) + ' lies under ' + name(top));
  }
  return [...new Set(faults)];
})()`;

/** Half of the smallest target (WCAG 2.5.8: 24 CSS pixels), less the rounding of hit testing to whole pixels. */
const HALF = 11;

const TARGETS = `(() => {
  ${CONTROLS}
  const faults = [];
  for (const control of controls) {
    // Links in running text are as high as their line (the exception "inline").
    if (control.matches('.post-body *, .article-text *') && getComputedStyle(control).display === 'inline') continue;
    const box = control.getBoundingClientRect();
    const reached = reachable(control);
    if (reached === null || reached.top > box.top + 1 || reached.bottom < box.bottom - 1) continue;
    // An edge between panes is as wide as it must be in the head.
    const middle = control.matches('.divider') ? box.top + 24 : (box.top + box.bottom) / 2;
    const [x, y] = [(box.left + box.right) / 2, middle];
    const points = [[x - ${HALF}, y], [x + ${HALF}, y], [x, y - ${HALF}], [x, y + ${HALF}]];
    const isIn = points.every(([px, py]) => px >= 0 && py >= 0 && px < innerWidth && py < innerHeight);
    if (!isIn) continue;
    const centre = document.elementFromPoint(x, y);
    // Scrolled out of its box, or under a layer: measured when it is in view.
    if (centre === null || !(control.contains(centre) || centre.contains(control))) continue;
    const misses = points.filter(([px, py]) => {
      const hit = document.elementFromPoint(px, py);
      return hit === null || !(control.contains(hit) || hit.closest('label') === control);
    });
    if (misses.length > 0) {
      faults.push(name(control) + ' ' + box.width.toFixed(1) + ' x ' + box.height.toFixed(1));
    }
  }
  return [...new Set(faults)];
})()`;

/** Controls cut off or outside of the window, a page that scrolls sideways, text that does not fit its box. */
export const layoutFaults = (page: Page): Promise<readonly string[]> => page.evaluate(LAYOUT);

/** Controls whose middle lies under something else. */
export const coveredControls = (page: Page): Promise<readonly string[]> => page.evaluate(COVERED);

/** Controls that a pointer misses less than 12 pixels from their middle. */
export const smallTargets = (page: Page): Promise<readonly string[]> => page.evaluate(TARGETS);

/** Lets text be spaced as WCAG 1.4.12 says readers may; no sheet of the project is changed. */
export const spaceText = (page: Page): Promise<void> =>
  page.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }' +
      'p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  })()`);

/** What a live region said, and when (milliseconds of the page). */
interface Announcement {
  readonly at: number;
  readonly text: string;
}

/** Starts writing down what live regions say. */
export const hearAnnouncements = (page: Page): Promise<void> =>
  page.evaluate(`(() => {
    const REGION = 'output, [role="status"], [role="alert"], [aria-live]:not([aria-live="off"])';
    window.heard = [];
    const last = new Map();
    const look = () => {
      for (const region of document.querySelectorAll(REGION)) {
        const text = region.textContent.trim();
        if (text !== (last.get(region) ?? '')) {
          last.set(region, text);
          if (text !== '') window.heard.push({ at: Math.round(performance.now()), text });
        }
      }
    };
    look();
    window.heard.length = 0;
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  })()`);

/** What live regions have said since {@link hearAnnouncements}. */
export const announcements = (page: Page): Promise<readonly Announcement[]> =>
  page.evaluate('window.heard');
