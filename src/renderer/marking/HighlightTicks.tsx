import { useLayoutEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { HighlightId, Pen } from '../../shared/annotations.ts';
import { showInScroller } from '../article/articleMarks.ts';
import type { Marking } from './marking.ts';

interface HighlightTicksProps {
  readonly marking: Marking;
  readonly sheetRef: RefObject<HTMLElement | null>;
}

interface HighlightTick {
  readonly id: HighlightId;
  readonly pen: Pen;
  /** Percent of the rail. */
  readonly top: number;
}

const none: readonly HighlightTick[] = [];

/**
 * A tick at the right edge for every highlight, beside those of hits; a press goes there. For the pointer only: keys go
 * from highlight to highlight by Tab and by commands.
 */
export function HighlightTicks({ marking, sheetRef }: HighlightTicksProps) {
  const elements = useStore(marking.store, (state) => state.elements);
  const placed = useStore(marking.store, ({ placement }) => placement.placed);
  const { t } = useTranslation('marking');
  const [ticks, setTicks] = useState(none);
  useLayoutEffect(() => {
    const sheet = sheetRef.current;
    if (sheet === null) return undefined;
    const measure = (): void => {
      const frame = sheet.getBoundingClientRect();
      setTicks(
        placed.flatMap(({ highlight: { id, pen } }) => {
          const first = elements.get(id)?.[0];
          if (first === undefined || frame.height === 0) return [];
          // As the ticks of hits are measured: a little off both ends.
          const share = (first.getBoundingClientRect().top - frame.top) / frame.height;
          return [{ id, pen, top: share * 98 + 1 }];
        }),
      );
    };
    const watcher = new ResizeObserver(measure);
    watcher.observe(sheet);
    return () => watcher.disconnect();
  }, [sheetRef, elements, placed]);
  return (
    <div className="hl-ticks" aria-hidden>
      {ticks.map(({ id, pen, top }) => (
        <button
          key={id}
          type="button"
          tabIndex={-1}
          aria-label={t('highlightTools')}
          data-pen={pen}
          style={{ top: `${top}%` }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const target = elements.get(id)?.[0];
            if (target !== undefined) showInScroller(target);
          }}
        />
      ))}
    </div>
  );
}
