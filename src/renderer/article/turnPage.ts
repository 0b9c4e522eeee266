/** Lines of the page before that stay in view. */
const KEPT_LINES = 2;

/**
 * Scrolls by the height in view less two lines. False when there is nothing more that way, or nothing that scrolls: then
 * it is the next post's turn.
 */
export function turnPage(scroller: HTMLElement | null, step: 1 | -1): boolean {
  if (scroller === null) return false;
  const most = scroller.scrollHeight - scroller.clientHeight;
  const isAtEnd = step === 1 ? scroller.scrollTop >= most - 1 : scroller.scrollTop <= 0;
  if (isAtEnd) return false;
  const body = scroller.querySelector('.post-body');
  const line = body === null ? Number.NaN : Number.parseFloat(getComputedStyle(body).lineHeight);
  const kept = KEPT_LINES * (Number.isFinite(line) ? line : 32);
  scroller.scrollTop += step * Math.max(line || 32, scroller.clientHeight - kept);
  return true;
}
