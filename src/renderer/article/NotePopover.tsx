import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useEscape } from '../ui/useEscape.ts';
import { CHROME_ATTRIBUTE } from './articleText.ts';
import { noteContent } from './notes.ts';
import { showFragment } from './useArticleLinks.ts';
import type { ShownNote } from './useNotes.ts';

interface Properties {
  readonly note: ShownNote;
  readonly paper: HTMLElement;
  readonly lang: string;
  readonly onClose: () => void;
}

/**
 * A footnote beside its mark. It stands inside the scroller, so that it goes along with the text and its links work as
 * those of the post do. Pressed open it takes the focus; Esc and a press outside close it.
 */
export function NotePopover({ note, paper, lang, onClose }: Properties) {
  const { t } = useTranslation('reading');
  const box = useRef<HTMLDialogElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { mark, block, isPinned } = note;
  const [place] = useState(() => placeBeside(mark, paper));
  const leave = (): void => {
    onClose();
    if (isPinned) mark.focus({ preventScroll: true });
  };
  useLayoutEffect(() => content.current?.replaceChildren(noteContent(block)), [block]);
  useLayoutEffect(() => {
    if (isPinned) box.current?.focus({ preventScroll: true });
  }, [isPinned]);
  useEscape(box, leave);
  useClosing({ box, mark, onClose });
  const goTo = (): void => {
    onClose();
    paper.focus({ preventScroll: true });
    showFragment(mark.closest('.post-body'), (mark.getAttribute('href') ?? '').slice(1));
  };
  return (
    <dialog
      open
      ref={box}
      className="note-popover popover"
      aria-label={t('noteMark', {
        mark: mark.textContent.replaceAll(/[[\]()（）〔〕［］【】]/gu, ''),
      })}
      tabIndex={-1}
      style={place}
      {...{ [CHROME_ATTRIBUTE]: '' }}
    >
      <div className="post-body" lang={lang} ref={content} />
      <Button variant="ghost" className="lnk" onPress={goTo}>
        {t('goToNote')}
      </Button>
    </dialog>
  );
}

interface Closing {
  readonly box: React.RefObject<HTMLElement | null>;
  readonly mark: HTMLElement;
  readonly onClose: () => void;
}

/** Closes on a press elsewhere, on Esc from the text, and when the focus goes on. */
function useClosing({ box, mark, onClose }: Closing): void {
  useEffect(() => {
    const isInside = (target: EventTarget | null): boolean =>
      target instanceof Node && (box.current?.contains(target) === true || mark.contains(target));
    const onPress = ({ target }: Event): void => {
      if (!isInside(target)) onClose();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('focusin', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('focusin', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, [box, mark, onClose]);
}

/** Pixels: widest, between mark and box, to the edges of the scroller, and the least room that is enough below. */
const WIDEST = 380;
const GAP = 6;
const EDGE = 12;
const ENOUGH = 200;

/** Under the mark, or over it where there is more room. */
function placeBeside(mark: HTMLElement, paper: HTMLElement): CSSProperties {
  const spot = mark.getBoundingClientRect();
  const view = paper.getBoundingClientRect();
  const width = Math.min(WIDEST, view.width - 2 * EDGE - 14);
  const wanted = spot.left - view.left - width / 3;
  const left = Math.max(EDGE, Math.min(wanted, view.width - width - EDGE - 14));
  const below = view.bottom - spot.bottom;
  const isBelow = below >= ENOUGH || below >= spot.top - view.top;
  const top = isBelow ? spot.bottom - view.top + GAP : spot.top - view.top - GAP;
  return {
    left,
    width,
    top: top + paper.scrollTop,
    maxHeight: Math.max(80, (isBelow ? below : spot.top - view.top) - GAP - EDGE),
    ...(isBelow ? {} : { translate: '0 -100%' }),
  };
}
