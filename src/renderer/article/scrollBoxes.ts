/** Looks after the boxes of a post. */
export interface BoxKeeper {
  /** Takes in the boxes that are in the post now. */
  readonly look: () => void;
  readonly end: () => void;
}

/**
 * Boxes of tables and code that really scroll can be reached by keyboard and have a name, and show on which side there is
 * more; the others are no stop on the way.
 */
export function keepBoxesReachable(body: HTMLElement): BoxKeeper {
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const box = target.closest<HTMLElement>('.scroll-box');
      if (box !== null) update(box);
    }
  });
  // Scrolling does not bubble: caught on its way down.
  body.addEventListener('scroll', onScroll, { capture: true, passive: true });
  return {
    look: () => {
      for (const box of body.querySelectorAll<HTMLElement>('.scroll-box')) {
        watcher.observe(box);
        if (box.firstElementChild !== null) watcher.observe(box.firstElementChild);
      }
    },
    end: () => {
      watcher.disconnect();
      body.removeEventListener('scroll', onScroll, { capture: true });
    },
  };
}

function onScroll({ target }: Event): void {
  if (target instanceof HTMLElement && target.classList.contains('scroll-box')) showEdges(target);
}

function update(box: HTMLElement): void {
  const isStop = box.hasAttribute('tabindex');
  const scrolls = box.scrollWidth > box.clientWidth;
  if (scrolls && !isStop) {
    box.tabIndex = 0;
    box.role = 'region';
    box.ariaLabel = box.dataset['name'] ?? '';
  } else if (!scrolls && isStop) {
    box.removeAttribute('tabindex');
    box.role = null;
    box.ariaLabel = null;
  }
  showEdges(box);
}

/** In writing from right to left a box scrolls to negative places. */
function showEdges(box: HTMLElement): void {
  const room = box.scrollWidth - box.clientWidth;
  const isTurned = getComputedStyle(box).direction === 'rtl';
  const left = isTurned ? room + box.scrollLeft : box.scrollLeft;
  const frame = box.parentElement;
  frame?.classList.toggle('more-left', left > 1);
  frame?.classList.toggle('more-right', room - left > 1);
}
