import type { DragEvent } from 'react';
import { asPostId } from '../../shared/ids.ts';
import type { PostId } from '../../shared/model.ts';

/** Rows of the list dragged onto Bookmarks or a label: what travels, and how a target takes it. */

/** Names posts among what is dragged; nothing outside this window knows it. */
const KIND = 'application/x-broadsheet-posts';

/** Whether posts of this window are dragged. */
const bringsPosts = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(KIND);

/** Puts posts on the way; `words` is what the pointer carries ("3 posts"). */
export function startPostDrag(event: DragEvent, ids: readonly PostId[], words: string): void {
  event.dataTransfer.setData(KIND, JSON.stringify(ids));
  event.dataTransfer.effectAllowed = 'copy';
  const picture = document.createElement('div');
  picture.className = 'drag-posts';
  picture.textContent = words;
  document.body.append(picture);
  event.dataTransfer.setDragImage(picture, -8, -8);
  // The picture is taken when this handler has ended.
  setTimeout(() => picture.remove(), 0);
}

function droppedPosts({ dataTransfer }: DragEvent): readonly PostId[] {
  const ids: unknown = JSON.parse(dataTransfer.getData(KIND) || '[]');
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'number').map(asPostId) : [];
}

/** Handlers of a place that takes posts; it wears the class `drop-here` while some hang over it. */
export const postDropTarget = (take: (ids: readonly PostId[]) => void) => ({
  onDragOver: (event: DragEvent<HTMLElement>): void => {
    if (!bringsPosts(event)) return;
    event.preventDefault();
    // The window refuses everything but folders where it hears of a drag.
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'copy';
    event.currentTarget.classList.add('drop-here');
  },
  onDragLeave: (event: DragEvent<HTMLElement>): void => {
    event.currentTarget.classList.remove('drop-here');
  },
  onDrop: (event: DragEvent<HTMLElement>): void => {
    event.currentTarget.classList.remove('drop-here');
    if (!bringsPosts(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const ids = droppedPosts(event);
    if (ids.length > 0) take(ids);
  },
});
