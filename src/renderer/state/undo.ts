import type { ActionContext } from './actionContext.ts';
import type { Toast, UndoStep } from './model.ts';

/** Steps kept; nobody takes back more. */
const MOST_STEPS = 50;

/** What Mod+Z can take back; toasts with an Undo button use the same list. */
interface UndoList {
  /** Puts a step on the list; answers what takes it back once, whoever asks for it. */
  readonly add: (what: UndoStep['what'], run: () => void, toastId: number | null) => () => void;
  /** Takes the newest step of this archive off the list; null when there is none. */
  readonly takeLast: () => UndoStep | null;
}

/** The kind of step behind a toast's Undo button. */
export function whatOf({ kind, ...content }: Toast['content']): UndoStep['what'] {
  if (kind === 'bookmarks-removed') return 'bookmark';
  const isRead = 'told' in content && content.told.kind === 'marked-read';
  return isRead ? 'read' : 'other';
}

/** The list of what can be taken back, kept in the state. Steps of other archives wait until those are open again. */
export function createUndo(store: ActionContext['store']): UndoList {
  const take = (id: number): boolean => {
    const { undoSteps } = store.getState();
    if (!undoSteps.some((step) => step.id === id)) return false;
    store.setState({ undoSteps: undoSteps.filter((step) => step.id !== id) });
    return true;
  };
  return {
    add: (what, run, toastId) => {
      const { undoSteps, session } = store.getState();
      const id = (undoSteps.at(-1)?.id ?? 0) + 1;
      const step: UndoStep = { id, archiveId: session?.archiveId ?? null, what, toastId, run };
      store.setState({ undoSteps: [...undoSteps, step].slice(-MOST_STEPS) });
      return () => {
        if (take(id)) run();
      };
    },
    takeLast: () => {
      const { undoSteps, session } = store.getState();
      const archiveId = session?.archiveId ?? null;
      const step = undoSteps.findLast((known) => known.archiveId === archiveId) ?? null;
      if (step !== null) take(step.id);
      return step;
    },
  };
}
