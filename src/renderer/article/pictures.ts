/** A picture of a post, as the view over the window shows it. */
export interface ShownPicture {
  readonly address: string;
  /** Empty when the post gives none. */
  readonly alt: string;
  readonly caption: string;
}

/** Smaller ones (pixels) are signs in the text, not pictures to look at. */
const SMALLEST = 64;

/** Whether a picture can be looked at closely: large enough, and no link. */
function canZoom(image: HTMLImageElement): boolean {
  if (image.closest('a[href]') !== null || !image.hasAttribute('src')) return false;
  const isMeasured = image.complete && image.naturalWidth > 0;
  return !isMeasured || (image.naturalWidth >= SMALLEST && image.naturalHeight >= SMALLEST);
}

/** The pictures of a post in its order. */
export const picturesOf = (body: Element): readonly HTMLImageElement[] =>
  Array.from(body.querySelectorAll('img')).filter(canZoom);

/** What the view shows of each. */
export function describePicture(image: HTMLImageElement): ShownPicture {
  const figure = image.closest('figure')?.querySelector('figcaption')?.textContent.trim() ?? '';
  return {
    address: image.src,
    alt: image.alt,
    caption: figure === '' ? image.title : figure,
  };
}

/** Turns the pictures of a post into buttons as they arrive; `name` names one by its own words. Returns what ends it. */
export function offerPictures(body: HTMLElement, name: (alt: string) => string): () => void {
  const offer = (image: HTMLImageElement): void => {
    if (!canZoom(image) || image.naturalWidth === 0) return;
    image.classList.add('zoomable');
    image.tabIndex = 0;
    image.role = 'button';
    image.ariaHasPopup = 'dialog';
    image.ariaLabel = name(image.alt);
  };
  const onLoad = ({ target }: Event): void => {
    if (target instanceof HTMLImageElement) offer(target);
  };
  for (const image of body.querySelectorAll('img')) if (image.complete) offer(image);
  // `load` does not bubble: caught on its way down.
  body.addEventListener('load', onLoad, true);
  return () => body.removeEventListener('load', onLoad, true);
}
