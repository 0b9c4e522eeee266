import { ChevronLeft, ChevronRight, Copy, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApi } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import type { ShownPicture } from './pictures.ts';
import { ZOOM_STEP } from './pictureZoom.ts';
import type { PictureShow } from './usePictures.ts';
import { useZoom, type Zooming } from './useZoom.ts';

interface Properties {
  readonly show: PictureShow;
  readonly onClose: () => void;
}

/** The pictures of a post, one at a time, over the window. */
export function PictureView({ show: { pictures, start }, onClose }: Properties) {
  const { t } = useTranslation('reading');
  const [place, setPlace] = useState(start);
  const picture = pictures[place];
  if (picture === undefined) return null;
  const step = (by: number): void =>
    setPlace((now) => Math.max(0, Math.min(pictures.length - 1, now + by)));
  const name = picture.alt === '' ? picture.caption : picture.alt;
  return (
    <ModalOverlay
      className="scrim picture-scrim"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="picture-modal">
        <Dialog aria-label={name === '' ? t('pictureView') : name} className="picture-view">
          <Picture
            key={place}
            picture={picture}
            place={place}
            count={pictures.length}
            onStep={step}
            onClose={onClose}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface PictureProperties {
  readonly picture: ShownPicture;
  readonly place: number;
  readonly count: number;
  readonly onStep: (by: number) => void;
  readonly onClose: () => void;
}

function Picture({ picture, place, count, onStep, onClose }: PictureProperties) {
  const { t } = useTranslation('reading');
  const format = useFormat();
  const view = useRef<HTMLDivElement>(null);
  const zooming = useZoom(view);
  const { zoom, picture: extent, onArrived, drag } = zooming;
  useKeys(zooming, onStep);
  return (
    <div className="picture-frame">
      <div className="picture-bar">
        {count > 1 && (
          <>
            <IconButton
              icon={ChevronLeft}
              label={t('previousPicture')}
              shortcut="←"
              isDisabled={place === 0}
              onPress={() => onStep(-1)}
            />
            <output className="nowrap">
              {t('pictureOf', { now: format.number(place + 1), total: format.number(count) })}
            </output>
            <IconButton
              icon={ChevronRight}
              label={t('nextPicture')}
              shortcut="→"
              isDisabled={place === count - 1}
              onPress={() => onStep(1)}
            />
            <span className="vr" />
          </>
        )}
        <ZoomTools zooming={zooming} />
        <span className="sp dim trunc picture-hint">{t('pictureHint')}</span>
        <CopyTool view={view} />
        <IconButton icon={X} label={t('closePicture')} shortcut="Esc" onPress={onClose} />
      </div>
      <div className="picture-room" ref={view} {...drag}>
        <img
          src={picture.address}
          alt={picture.alt}
          draggable={false}
          onLoad={({ currentTarget }) =>
            onArrived({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
          style={{
            visibility: extent === null ? 'hidden' : 'visible',
            width: extent === null ? undefined : extent.width * zoom.scale,
            translate: `calc(-50% + ${zoom.x}px) calc(-50% + ${zoom.y}px)`,
          }}
        />
      </div>
      <Words picture={picture} />
    </div>
  );
}

function ZoomTools({ zooming }: { readonly zooming: Zooming }) {
  const { t } = useTranslation('reading');
  const format = useFormat();
  const { zoom, isFitted, zoomBy, fit, showActual } = zooming;
  return (
    <>
      <IconButton
        icon={ZoomOut}
        label={t('zoomOut')}
        shortcut="−"
        onPress={() => zoomBy(1 / ZOOM_STEP)}
      />
      <output className="picture-scale">
        {t('zoomShown', { shown: format.number(Math.round(zoom.scale * 100)) })}
      </output>
      <IconButton
        icon={ZoomIn}
        label={t('zoomIn')}
        shortcut="+"
        onPress={() => zoomBy(ZOOM_STEP)}
      />
      <ToggleButton className="btn ghost" isSelected={isFitted} onChange={fit}>
        {t('fit')}
      </ToggleButton>
      <ToggleButton
        className="btn ghost"
        isSelected={!isFitted && zoom.scale === 1}
        onChange={showActual}
      >
        {t('actualSize')}
      </ToggleButton>
    </>
  );
}

/** The system copies what lies at a point of the window: the middle of the picture in view. */
function CopyTool({ view }: { readonly view: React.RefObject<HTMLElement | null> }) {
  const { t } = useTranslation('reading');
  const api = useApi();
  const actions = useActions();
  const copy = async (): Promise<void> => {
    const frame = view.current?.getBoundingClientRect();
    if (frame === undefined) return;
    const [x, y] = [frame.left + frame.width / 2, frame.top + frame.height / 2];
    const outcome = await api.call('clipboard.copyImage', { x, y });
    if (outcome.ok) actions.notify({ kind: 'text', text: t('pictureCopied') });
    else actions.notifyFailure(outcome.error);
  };
  return <IconButton icon={Copy} label={t('copyPicture')} onPress={() => void copy()} />;
}

/** What the post says of the picture: its caption and, where that is something else, its words for who cannot see it. */
function Words({ picture: { alt, caption } }: { readonly picture: ShownPicture }) {
  if (alt === '' && caption === '') return null;
  return (
    <div className="picture-words">
      {caption !== '' && <p className="cjk">{caption}</p>}
      {alt !== '' && alt !== caption && <p className="cjk dim">{alt}</p>}
    </div>
  );
}

/** Pixels that Shift and an arrow move the picture by. */
const SHIFT = 60;

/** The keys of the view, wherever in the dialog the focus is; each has a button too. */
function useKeys(zooming: Zooming, onStep: (by: number) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => obeyKey(event, zooming, onStep);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [zooming, onStep]);
}

function obeyKey(event: KeyboardEvent, zooming: Zooming, onStep: (by: number) => void): void {
  const { zoomBy, fit, showActual, moveBy } = zooming;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const moves: Readonly<Record<string, () => void>> = event.shiftKey
    ? {
        ArrowLeft: () => moveBy(SHIFT, 0),
        ArrowRight: () => moveBy(-SHIFT, 0),
        ArrowUp: () => moveBy(0, SHIFT),
        ArrowDown: () => moveBy(0, -SHIFT),
        '+': () => zoomBy(ZOOM_STEP),
      }
    : {
        ArrowLeft: () => onStep(-1),
        ArrowRight: () => onStep(1),
        '+': () => zoomBy(ZOOM_STEP),
        '=': () => zoomBy(ZOOM_STEP),
        '-': () => zoomBy(1 / ZOOM_STEP),
        '0': fit,
        '1': showActual,
      };
  const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
  if (move === undefined) return;
  event.preventDefault();
  move();
}
