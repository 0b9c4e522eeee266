/** Room between the upper edge and a heading that was gone to (pixels). */
const HEAD_ROOM = 24;

/** Brings a heading to the top of its scroller and puts the focus there, so that reading goes on below it. */
export function showHeading(heading: HTMLElement): void {
  const scroller = heading.closest<HTMLElement>('.paper');
  if (scroller === null) return;
  scroller.focus({ preventScroll: true });
  const top = heading.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += top - HEAD_ROOM;
}
