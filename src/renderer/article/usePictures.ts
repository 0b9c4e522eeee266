import { useCallback, useEffect, useState } from 'react';
import { describePicture, picturesOf, type ShownPicture } from './pictures.ts';

/** The pictures being looked at, and which of them. */
export interface PictureShow {
  readonly pictures: readonly ShownPicture[];
  readonly start: number;
}

/** Opens a picture over the window when it is pressed, by pointer or key. */
export function usePictures(paper: HTMLElement | null) {
  const [show, setShow] = useState<PictureShow | null>(null);
  const close = useCallback((): void => setShow(null), []);
  const open = useCallback((image: HTMLImageElement): void => {
    const body = image.closest('.post-body');
    const images = body === null ? [] : picturesOf(body);
    const pictures = images.includes(image) ? images : [image];
    setShow({ pictures: pictures.map(describePicture), start: pictures.indexOf(image) });
  }, []);
  useEffect(() => {
    if (paper === null) return undefined;
    const pressed = ({ target }: Event): HTMLImageElement | null =>
      target instanceof HTMLImageElement && target.classList.contains('zoomable') ? target : null;
    const onClick = (event: MouseEvent): void => {
      const image = event.button === 0 ? pressed(event) : null;
      if (image === null) return;
      event.preventDefault();
      open(image);
    };
    const onKey = (event: KeyboardEvent): void => {
      const image = event.key === 'Enter' || event.key === ' ' ? pressed(event) : null;
      if (image === null || event.defaultPrevented) return;
      event.preventDefault();
      open(image);
    };
    paper.addEventListener('click', onClick);
    paper.addEventListener('keydown', onKey);
    return () => {
      paper.removeEventListener('click', onClick);
      paper.removeEventListener('keydown', onKey);
    };
  }, [paper, open]);
  return { show, open, close };
}
