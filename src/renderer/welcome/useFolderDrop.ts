import { useEffect, useState } from 'react';
import { useActions } from '../state/store.ts';

/** What a drag over the window does now; `rejected` stays for a while after a file was dropped. */
export type DropState = 'rest' | 'over' | 'rejected';

/** How long it says why a drop was not taken (milliseconds). */
const REJECTED_FOR = 5000;

/** Files of the system, not text or links dragged inside the window. */
const bringsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** The dropped folder; null when the first thing dropped is a file. */
function droppedFolder(transfer: DataTransfer | null): File | null {
  const [first] = transfer?.items ?? [];
  return first?.webkitGetAsEntry()?.isDirectory === true ? first.getAsFile() : null;
}

/** Opens a folder that is dropped anywhere on the window. The window never shows a dropped file itself. */
export function useFolderDrop(): DropState {
  const { openDropped } = useActions();
  const [state, setState] = useState<DropState>('rest');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: DropState): void => {
      clearTimeout(timer);
      setState(next);
    };
    const onDragOver = (event: DragEvent): void => {
      event.preventDefault();
      if (event.dataTransfer !== null) {
        event.dataTransfer.dropEffect = bringsFiles(event) ? 'copy' : 'none';
      }
      if (bringsFiles(event)) show('over');
    };
    const onDragLeave = (event: DragEvent): void => {
      // Only leaving the window has no element that is entered instead.
      if (event.relatedTarget === null) show('rest');
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      if (!bringsFiles(event)) return;
      const folder = droppedFolder(event.dataTransfer);
      show(folder === null ? 'rejected' : 'rest');
      if (folder === null) timer = setTimeout(() => setState('rest'), REJECTED_FOR);
      else void openDropped(folder);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [openDropped]);
  return state;
}
