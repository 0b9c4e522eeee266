import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type PointerEvent,
  type RefObject,
} from 'react';
import {
  actual,
  fitted,
  kept,
  zoomedBy,
  type Extent,
  type Point,
  type Zoom,
} from './pictureZoom.ts';

/** How the picture in the view lies, and what changes that. */
export interface Zooming {
  readonly zoom: Zoom;
  /** Null until the picture has arrived. */
  readonly picture: Extent | null;
  readonly isFitted: boolean;
  readonly onArrived: (picture: Extent) => void;
  readonly fit: () => void;
  readonly showActual: () => void;
  /** Larger (more than 1) or smaller, around a point from the middle of the view. */
  readonly zoomBy: (factor: number, at?: Point) => void;
  readonly moveBy: (x: number, y: number) => void;
  readonly drag: Readonly<
    Record<'onPointerDown' | 'onPointerMove' | 'onPointerUp', (event: PointerEvent) => void>
  >;
}

const MIDDLE: Point = { x: 0, y: 0 };

/** Zoom, shift and drag of one picture in a view; begins fitted, and stays so while the view changes. */
export function useZoom(view: RefObject<HTMLElement | null>): Zooming {
  const [picture, setPicture] = useState<Extent | null>(null);
  const [zoom, setZoom] = useState<Zoom>(actual);
  const [isFitted, setFitted] = useState(true);
  const room = useRoom(view);
  const change = useCallback(
    (next: (now: Zoom) => Zoom): void => {
      if (picture === null) return;
      setFitted(false);
      setZoom((now) => kept(next(now), picture, room));
    },
    [picture, room],
  );
  const shown = isFitted && picture !== null ? fitted(picture, room) : zoom;
  const zoomBy: Zooming['zoomBy'] = useCallback(
    (factor, at = MIDDLE) => change(() => zoomedBy(shown, factor, at)),
    [change, shown],
  );
  const moveBy = useCallback(
    (x: number, y: number): void => change(() => ({ ...shown, x: shown.x + x, y: shown.y + y })),
    [change, shown],
  );
  useWheel(view, zoomBy);
  return {
    zoom: shown,
    picture,
    isFitted,
    zoomBy,
    moveBy,
    onArrived: setPicture,
    fit: () => setFitted(true),
    showActual: () => change(() => actual),
    drag: useDrag(moveBy),
  };
}

/** Width and height of an element, as they change. */
function useRoom(ref: RefObject<HTMLElement | null>): Extent {
  const [room, setRoom] = useState<Extent>({ width: 1, height: 1 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const watcher = new ResizeObserver(() => {
      setRoom({ width: element.clientWidth, height: element.clientHeight });
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [ref]);
  return room;
}

/** Turning the wheel zooms around the pointer. React listens to the wheel passively, so the listener is our own. */
function useWheel(view: RefObject<HTMLElement | null>, zoomBy: Zooming['zoomBy']): void {
  useEffect(() => {
    const element = view.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const frame = element.getBoundingClientRect();
      zoomBy(Math.exp(-event.deltaY / 400), {
        x: event.clientX - frame.left - frame.width / 2,
        y: event.clientY - frame.top - frame.height / 2,
      });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [view, zoomBy]);
}

function useDrag(moveBy: Zooming['moveBy']): Zooming['drag'] {
  const last = useRef<Point | null>(null);
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      last.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      if (last.current === null) return;
      moveBy(event.clientX - last.current.x, event.clientY - last.current.y);
      last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: () => {
      last.current = null;
    },
  };
}
