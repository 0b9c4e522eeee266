import { useLayoutEffect, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { ArticleMarks, MarksState } from './articleMarks.ts';

interface Properties {
  readonly marks: ArticleMarks;
  readonly sheetRef: RefObject<HTMLElement | null>;
}

/** Where the hits stand, in percent of the article's height, for the current hit apart. */
interface Ticks {
  readonly tops: readonly number[];
  readonly now: number | null;
}

const none: Ticks = { tops: [], now: null };

/** Ticks closer than this (percent) are drawn as one: more would be a solid bar. */
const CLOSEST = 0.25;

/** Of more hits than this only every second, third… is measured: their ticks would be drawn as one anyway. */
const MOST_MEASURED = 1000;

/** A tick at the right edge for every hit; follows the layout. */
export function TickRail({ marks, sheetRef }: Properties) {
  const state = useStore(marks.store);
  const [ticks, setTicks] = useState(none);
  useLayoutEffect(() => {
    const sheet = sheetRef.current;
    if (sheet === null) return undefined;
    // The observer reports once at the start and after every change of size.
    const watcher = new ResizeObserver(() => setTicks(measure(sheet, state)));
    watcher.observe(sheet);
    return () => watcher.disconnect();
  }, [sheetRef, state]);
  return (
    <div className="ticks" aria-hidden>
      {ticks.tops.map((top) => (
        <i key={top} style={{ top: `${top}%` }} />
      ))}
      {ticks.now !== null && <i className="now" style={{ top: `${ticks.now}%` }} />}
    </div>
  );
}

function measure(sheet: HTMLElement, { titleRanges, bodyHits, current }: MarksState): Ticks {
  if (titleRanges.length + bodyHits.length === 0) return none;
  const frame = sheet.getBoundingClientRect();
  const title = sheet.querySelector('.post-title');
  const topOf = (element: Element | null | undefined): number | null =>
    element === null || element === undefined || frame.height === 0
      ? null
      : ((element.getBoundingClientRect().top - frame.top) / frame.height) * 98 + 1;
  const tops: number[] = [];
  const add = (top: number | null): void => {
    const last = tops.at(-1);
    if (top !== null && (last === undefined || top - last >= CLOSEST)) tops.push(top);
  };
  if (titleRanges.length > 0) add(topOf(title));
  const step = Math.ceil(bodyHits.length / MOST_MEASURED);
  for (let place = 0; place < bodyHits.length; place += step) add(topOf(bodyHits[place]?.[0]));
  if (current === null) return { tops, now: null };
  const now = current < titleRanges.length ? title : bodyHits[current - titleRanges.length]?.[0];
  return { tops, now: topOf(now) };
}
