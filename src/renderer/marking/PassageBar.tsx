import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { placeBox, type Box } from './placeBox.ts';

interface PassageBarProps {
  readonly label: string;
  /** Lines of what the bar belongs to, in the window; empty while it has none. */
  readonly lines: () => readonly DOMRect[];
  readonly paper: HTMLElement;
  /** True when the bar takes the focus as it opens. */
  readonly takesFocus: boolean;
  /** Tab, or Esc: back to the text. */
  readonly onLeave: (key: 'Tab' | 'Escape') => void;
  readonly children: ReactNode;
}

/**
 * A small bar of tools over (else under) a passage. It never takes the focus by itself; arrow keys move inside of it
 * (WAI-ARIA toolbar pattern), Tab and Esc leave it.
 */
export function PassageBar({
  label,
  lines,
  paper,
  takesFocus,
  onLeave,
  children,
}: PassageBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const linesRef = useRef(lines);
  useLayoutEffect(() => {
    linesRef.current = lines;
  }, [lines]);
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return undefined;
    const place = (): void => placeBar(element, paper, linesRef.current());
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(paper);
    watcher.observe(element);
    paper.addEventListener('scroll', place, { passive: true });
    return () => {
      watcher.disconnect();
      paper.removeEventListener('scroll', place);
    };
  });
  useEffect(() => {
    if (takesFocus) focusIn(bar.current, 0);
  }, [takesFocus]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = buttonsOf(bar.current);
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = nextButton(event.key, at, buttons.length);
    if (next === null && event.key !== 'Tab' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (next !== null) focusIn(bar.current, next);
    else onLeave(event.key === 'Tab' ? 'Tab' : 'Escape');
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the buttons in it have the focus
    <div
      ref={bar}
      className="pop passage-bar"
      role="toolbar"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

const buttonsOf = (bar: HTMLElement | null): readonly HTMLElement[] =>
  bar === null ? [] : [...bar.querySelectorAll<HTMLElement>('button')];

const focusIn = (bar: HTMLElement | null, place: number): void => buttonsOf(bar)[place]?.focus();

/** Moves the focus into the bar that is open in a frame. False when none is. */
export function focusBar(frame: Element | null): boolean {
  const button = frame?.querySelector<HTMLElement>('.passage-bar:not([hidden]) button') ?? null;
  button?.focus();
  return button !== null;
}

function nextButton(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** All pieces of the line that a piece stands in: hits and bold words cut a line into several. */
function wholeLine(lines: readonly DOMRect[], piece: DOMRect | undefined): DOMRect | undefined {
  if (piece === undefined) return undefined;
  const middle = (piece.top + piece.bottom) / 2;
  const same = lines.filter(
    ({ top, bottom, width }) => top < middle && middle < bottom && width > 0,
  );
  const left = Math.min(piece.left, ...same.map((one) => one.left));
  const right = Math.max(piece.right, ...same.map((one) => one.right));
  return new DOMRect(left, piece.top, right - left, piece.height);
}

/** Puts the bar where there is room; hides it while its passage is out of view. */
function placeBar(bar: HTMLElement, paper: HTMLElement, lines: readonly DOMRect[]): void {
  const frame = paper.getBoundingClientRect();
  const inFrame = ({ left, top, right, bottom }: DOMRect): Box => ({
    left: left - frame.left,
    top: top - frame.top,
    right: right - frame.left,
    bottom: bottom - frame.top,
  });
  const first = wholeLine(lines, lines[0]);
  const last = wholeLine(lines, lines.at(-1));
  bar.hidden = false;
  const found =
    first === undefined || last === undefined
      ? null
      : placeBox({
          first: inFrame(first),
          last: inFrame(last),
          width: bar.offsetWidth,
          height: bar.offsetHeight,
          frame: { left: 0, top: 0, right: frame.width, bottom: frame.height },
        });
  bar.hidden = found === null;
  if (found === null) return;
  bar.style.left = `${Math.round(found.left)}px`;
  bar.style.top = `${Math.round(found.top)}px`;
}
