/** What is selected in an article; empty when nothing is, or when the selection stands elsewhere. */
export function selectedPassage(): string {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed) return '';
  const anchor = selection.anchorNode;
  const element = anchor instanceof Element ? anchor : anchor?.parentElement;
  return element?.closest('article') === null || element === undefined ? '' : selection.toString();
}
