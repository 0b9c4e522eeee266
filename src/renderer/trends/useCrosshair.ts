import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { TimeGrain } from '../../shared/timeModel.ts';
import type { Plot } from './chartPlot.ts';

/** Units from one to another, the earlier first. */
export interface UnitSpan {
  readonly first: number;
  readonly last: number;
}

/** What moves over a chart. */
export interface Crosshair {
  /** The unit pointed at; null = none. */
  readonly at: number | null;
  /** What is being dragged over; null = nothing. */
  readonly dragged: UnitSpan | null;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
    readonly onPointerLeave: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
}

interface CrosshairWish {
  readonly plot: Plot;
  readonly grain: TimeGrain;
  /** Where the keyboard begins. */
  readonly start: number;
  readonly onChoose: (span: UnitSpan) => void;
}

/** A press that moves less than this (CSS pixels) is a click. */
const SLOP = 4;

/** How far Page Up and Page Down go. */
const PAGE: Readonly<Record<TimeGrain, number>> = { day: 7, month: 12, year: 10 };

const spanOf = (one: number, other: number): UnitSpan => ({
  first: Math.min(one, other),
  last: Math.max(one, other),
});

/** Distance of a pointer from the left of what it is over. */
const xOf = (event: PointerEvent<HTMLElement>): number =>
  event.clientX - event.currentTarget.getBoundingClientRect().left;

/** Pointer and keys of a chart: pointing, choosing a unit, dragging over several. */
export function useCrosshair(wish: CrosshairWish): Crosshair {
  const { plot, start } = wish;
  const [wanted, setAt] = useState<number | null>(null);
  const at = wanted === null ? null : Math.min(wanted, plot.units - 1);
  const { dragged, press, stop, pointer } = useDrag(wish, setAt);
  const keys = useKeys(wish, { here: at ?? start, setAt });
  return {
    at,
    dragged,
    handlers: {
      ...pointer,
      onKeyDown: (event) => {
        if (event.key === 'Escape' && dragged !== null) {
          event.preventDefault();
          event.stopPropagation();
          stop();
        } else keys.onKeyDown(event);
      },
      onFocus: () => {
        if (press.current === null) setAt((now) => now ?? start);
      },
      onBlur: () => {
        keys.forget();
        setAt(null);
      },
    },
  };
}

function useDrag({ plot, onChoose }: CrosshairWish, setAt: (at: number | null) => void) {
  const [dragged, setDragged] = useState<UnitSpan | null>(null);
  const press = useRef<{ readonly x: number; readonly unit: number } | null>(null);
  const stop = (): void => {
    press.current = null;
    setDragged(null);
  };
  const pointer = {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { x: xOf(event), unit: plot.unitAt(xOf(event)) };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const unit = plot.unitAt(xOf(event));
      setAt(unit);
      const begun = press.current;
      if (begun === null) return;
      if (dragged !== null || Math.abs(xOf(event) - begun.x) > SLOP) {
        setDragged(spanOf(begun.unit, unit));
      }
    },
    onPointerUp: (): void => {
      const begun = press.current;
      if (begun !== null) onChoose(dragged ?? spanOf(begun.unit, begun.unit));
      stop();
    },
    onPointerCancel: stop,
    onPointerLeave: (): void => {
      if (press.current === null) setAt(null);
    },
  };
  return { dragged, press, stop, pointer };
}

function useKeys(
  { plot, grain, onChoose }: CrosshairWish,
  { here, setAt }: { readonly here: number; readonly setAt: (at: number) => void },
) {
  /** Where a choice with Shift began. */
  const anchor = useRef<number | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') onChoose(spanOf(here, here));
    else {
      const next = nextUnit(event.key, here, { last: plot.units - 1, page: PAGE[grain] });
      if (next === null) return;
      setAt(next);
      if (event.shiftKey) {
        anchor.current ??= here;
        onChoose(spanOf(anchor.current, next));
      } else anchor.current = null;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const forget = (): void => {
    anchor.current = null;
  };
  return { onKeyDown, forget };
}

/** Where a key leads; null for a key that leads nowhere. */
export function nextUnit(
  key: string,
  here: number,
  { last, page }: { readonly last: number; readonly page: number },
): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -page,
    PageUp: page,
    Home: -last,
    End: last,
  };
  const step = steps[key];
  return step === undefined ? null : Math.max(0, Math.min(last, here + step));
}
