import { createStore, type StoreApi } from 'zustand';
import { CHROME_ATTRIBUTE } from './articleText.ts';

/** Fewer headings than this are no outline. */
const FEWEST = 3;

/** A heading of the post on screen. */
export interface OutlineEntry {
  readonly text: string;
  /** Depth in the outline, from 0: levels that the post leaves out are closed up. */
  readonly depth: number;
  readonly element: HTMLElement;
}

/** The outline of the post on screen. */
interface OutlineState {
  /** Empty when there are fewer than three headings. */
  readonly entries: readonly OutlineEntry[];
  /** The heading under which the reader is; null above the first. */
  readonly current: number | null;
}

/** Holds the outline of the post on screen. */
export type OutlineStore = StoreApi<OutlineState>;

const noOutline: OutlineState = { entries: [], current: null };

/** An outline without a post. */
export const createOutlineStore = (): OutlineStore => createStore(() => noOutline);

/** Reads the outline of a post from its nodes; null = no post is on screen. */
export function fillOutline(store: OutlineStore, body: HTMLElement | null): void {
  store.setState(body === null ? noOutline : { entries: readOutline(body), current: null });
}

/** Headings, and the subheads of Chinese newspapers (adjacent lines are one). */
function readOutline(body: HTMLElement): readonly OutlineEntry[] {
  const found: { text: string; level: number; element: HTMLElement }[] = [];
  const headings = body.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6, p.subhead');
  for (const element of headings) {
    const text = wordsOf(element);
    const last = found.at(-1);
    if (element.hidden || text === '') continue;
    if (last !== undefined && element.classList.contains('subhead-next')) {
      last.text = `${last.text} ${text}`;
    } else found.push({ text, level: levelOf(element), element });
  }
  if (found.length < FEWEST) return [];
  const depths = depthsOf(found.map(({ level }) => level));
  return found.map(({ text, element }, at) => ({ text, element, depth: depths[at] ?? 0 }));
}

/** A subhead stands under the title, as a second-level heading does. */
const levelOf = ({ tagName }: HTMLElement): number =>
  tagName === 'P' ? 2 : Number(tagName.slice(1));

function wordsOf(element: HTMLElement): string {
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const extra of copy.querySelectorAll(`[${CHROME_ATTRIBUTE}], .footnote-ref, rt, rp`)) {
    extra.remove();
  }
  return copy.textContent.replaceAll(/\s+/gu, ' ').trim();
}

/** Depths of headings from their levels: one deeper than the nearest heading above of a lower level, 0 without one. */
export function depthsOf(levels: readonly number[]): readonly number[] {
  const above: number[] = [];
  return levels.map((level) => {
    while (above.length > 0 && (above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    return above.length - 1;
  });
}

/** Finds under which heading a scroller stands, and tells the store when that changes. */
export function followOutline(store: OutlineStore, scroller: HTMLElement): void {
  const { entries, current } = store.getState();
  if (entries.length === 0) return;
  const line = scroller.getBoundingClientRect().top + READ_LINE;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = entries[middle]?.element.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
    if (top <= line) low = middle + 1;
    else high = middle;
  }
  const now = low === 0 ? null : low - 1;
  if (now !== current) store.setState({ current: now });
}

/** A heading counts as reached a little below the upper edge (pixels). */
const READ_LINE = 96;
