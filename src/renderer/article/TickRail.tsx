import { memo, useLayoutEffect, useState, type MouseEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '../i18n/useFormat.ts';
import type { ArticleMarks, MarksState } from './articleMarks.ts';
import { clusterTicks, nearestTick, type Tick } from './ticks.ts';

interface Properties {
  readonly marks: ArticleMarks;
  readonly sheetRef: RefObject<HTMLElement | null>;
}

/** Where the hits stand, the current one apart. */
interface Ticks {
  readonly ticks: readonly Tick[];
  readonly now: number | null;
}

const none: Ticks = { ticks: [], now: null };

/** Of more hits than this only every second, third… is measured: their ticks would be drawn as one anyway. */
const MOST_MEASURED = 1000;

/**
 * A tick at the right edge for every hit; follows the layout. A press goes to the hit, pointing at it shows its words.
 * For the pointer only: with keys one goes from hit to hit.
 */
export const TickRail = memo(function TickRail({ marks, sheetRef }: Properties) {
  const state = useStore(marks.store);
  const [{ ticks, now }, setTicks] = useState(none);
  const [pointed, setPointed] = useState<Tick | null>(null);
  useLayoutEffect(() => {
    const sheet = sheetRef.current;
    if (sheet === null) return undefined;
    // The observer reports once at the start and after every change of size.
    const watcher = new ResizeObserver(() => setTicks(measure(sheet, state)));
    watcher.observe(sheet);
    return () => watcher.disconnect();
  }, [sheetRef, state]);
  const tickAt = ({ currentTarget, clientY }: MouseEvent): Tick | null => {
    const rail = currentTarget.getBoundingClientRect();
    return nearestTick(ticks, ((clientY - rail.top) / rail.height) * 100, rail.height);
  };
  return (
    // Hidden from assistive technology; keys have n, N and the find bar.
    <div
      className="ticks"
      aria-hidden
      onMouseMove={(event) => setPointed(tickAt(event))}
      onMouseLeave={() => setPointed(null)}
      onClick={(event) => {
        const tick = tickAt(event);
        if (tick !== null) marks.goTo(tick.first);
      }}
    >
      {ticks.map(({ top, count }) => (
        <i key={top} className={count > 1 ? 'many' : ''} style={{ top: `${top}%` }} />
      ))}
      {now !== null && <i className="now" style={{ top: `${now}%` }} />}
      {pointed !== null && <TickLabel tick={pointed} state={state} />}
    </div>
  );
});

/** How many hits a tick stands for, and the words around its first. */
function TickLabel({ tick, state }: { readonly tick: Tick; readonly state: MarksState }) {
  const { t } = useTranslation('reading');
  const format = useFormat();
  const parts = state.bodyHits[tick.first - state.titleRanges.length] ?? [];
  const { before, hit, after } = wordsAround(parts);
  return (
    <span className="tick-label" style={{ top: `${Math.max(3, Math.min(97, tick.top))}%` }}>
      {tick.count > 1 && (
        <span className="dim">
          {t('ticksHere', { count: tick.count, shown: format.number(tick.count) })}
        </span>
      )}
      {hit !== '' && (
        <span className="cjk">
          {before}
          <b>{hit}</b>
          {after}
        </span>
      )}
    </span>
  );
}

/** Characters shown on either side of a hit. */
const AROUND = 14;

function wordsAround(parts: readonly HTMLElement[]): Record<'before' | 'hit' | 'after', string> {
  const [first] = parts;
  const last = parts.at(-1);
  const block = first?.closest(
    'p, li, td, th, h1, h2, h3, h4, h5, h6, blockquote, pre, figcaption',
  );
  if (first === undefined || last === undefined || block === null || block === undefined) {
    return { before: '', hit: '', after: '' };
  }
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEndBefore(first);
  const after = document.createRange();
  after.setStartAfter(last);
  after.setEnd(block, block.childNodes.length);
  return {
    before: line(before.toString()).slice(-AROUND),
    hit: parts.map(({ textContent }) => textContent).join(''),
    after: line(after.toString()).slice(0, AROUND),
  };
}

const line = (text: string): string => text.replaceAll(/\s+/gu, ' ');

function measure(sheet: HTMLElement, { titleRanges, bodyHits, current }: MarksState): Ticks {
  if (titleRanges.length + bodyHits.length === 0) return none;
  const frame = sheet.getBoundingClientRect();
  const title = sheet.querySelector('.post-title');
  const topOf = (element: Element | null | undefined): number | null =>
    element === null || element === undefined || frame.height === 0
      ? null
      : ((element.getBoundingClientRect().top - frame.top) / frame.height) * 98 + 1;
  const places: { readonly top: number; readonly hit: number }[] = [];
  const add = (element: Element | null | undefined, hit: number): void => {
    const top = topOf(element);
    if (top !== null) places.push({ top, hit });
  };
  for (const hit of titleRanges.keys()) add(title, hit);
  const step = Math.ceil(bodyHits.length / MOST_MEASURED);
  for (let place = 0; place < bodyHits.length; place += step) {
    add(bodyHits[place]?.[0], titleRanges.length + place);
  }
  const ticks = clusterTicks(places, titleRanges.length + bodyHits.length);
  if (current === null) return { ticks, now: null };
  const now = current < titleRanges.length ? title : bodyHits[current - titleRanges.length]?.[0];
  return { ticks, now: topOf(now) };
}
