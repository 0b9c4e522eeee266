/** What is selected in an article; empty when nothing is, or when the selection stands elsewhere. */
export function selectedPassage(): string {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed) return '';
  const anchor = selection.anchorNode;
  const element = anchor instanceof Element ? anchor : anchor?.parentElement;
  return element?.closest('article') === null || element === undefined ? '' : selection.toString();
}

/**
 * What is selected in an article as HTML with pictures by their paths in the archive, as the core's HTML has them; null when
 * nothing is.
 */
export function selectedHtml(): string | null {
  const selection = window.getSelection();
  if (selectedPassage() === '' || selection === null || selection.rangeCount === 0) return null;
  const range = withinBody(selection.getRangeAt(0));
  if (range === null) return null;
  const box = document.createElement('div');
  box.append(inItsElement(range));
  asInCore(box);
  return new XMLSerializer().serializeToString(box);
}

/** Takes out what the page put there itself, and gives pictures back what they were known by. */
function asInCore(box: HTMLElement): void {
  for (const shown of box.querySelectorAll<HTMLElement>('[data-path]')) {
    const path = shown.dataset['path'] ?? '';
    shown.setAttribute('src', path.split('/').map(encodeURIComponent).join('/'));
  }
  // Put there by the page: where a link leads, as its hint, and buttons.
  for (const link of box.querySelectorAll('a[title]')) {
    if (link.getAttribute('title') === link.getAttribute('href')) link.removeAttribute('title');
  }
  for (const button of box.querySelectorAll('button')) button.remove();
  for (const away of box.querySelectorAll<HTMLElement>('.picture-away')) {
    const picture = document.createElement('img');
    const { address = '', remote } = away.dataset;
    if (remote !== undefined) picture.setAttribute('data-src', address);
    away.replaceWith(picture);
  }
}

/** Elements that say what a part of them is: code, an item of a list, a cell. */
const TELLING = 'pre, li, blockquote, h1, h2, h3, h4, h5, h6, code, strong, em, a[href]';

/** The content of a range within the elements around it that say what it is. */
function inItsElement(range: Range): Node {
  const { commonAncestorContainer: common } = range;
  let around = common instanceof Element ? common : common.parentElement;
  let content: Node = range.cloneContents();
  while (around !== null && !around.matches('.post-body, article')) {
    if (around.matches(TELLING)) {
      const copy = around.cloneNode(false);
      copy.appendChild(content);
      content = copy;
    }
    around = around.parentElement;
  }
  return content;
}

/** The part of a range that lies in the post itself, not in its head; null when none does. */
function withinBody(range: Range): Range | null {
  const { startContainer, commonAncestorContainer: common } = range;
  const near = common instanceof Element ? common : common.parentElement;
  const body = near?.closest('.post-body') ?? near?.querySelector('.post-body') ?? null;
  if (body === null) return null;
  const inside = range.cloneRange();
  const whole = document.createRange();
  whole.selectNodeContents(body);
  if (!body.contains(startContainer)) inside.setStart(whole.startContainer, whole.startOffset);
  if (!body.contains(range.endContainer)) inside.setEnd(whole.endContainer, whole.endOffset);
  return inside.collapsed ? null : inside;
}
