import type { ActionContext } from './actionContext.ts';
import type { Toast, UndoStep } from './toastModel.ts';

/** Steps kept; nobody takes back more. */
const MOST_STEPS = 50;

/** A step for the list. */
interface AddedStep extends Pick<UndoStep, 'what' | 'run' | 'toastId'> {
  /**
   * Id of the last step when that began which this one came of (`lastStepId`): it is taken back after everything that the
   * reader did since. Missing = it was done now.
   */
  readonly since?: number;
}

/** Id of the newest step; 0 when there is none. */
export const lastStepId = (steps: readonly UndoStep[]): number =>
  steps.reduce((last, { id }) => Math.max(last, id), 0);

/** What Mod+Z can take back; toasts with an Undo button use the same list. */
interface UndoList {
  /** Puts a step on the list; answers what takes it back once, whoever asks for it, while its archive is open. */
  readonly add: (added: AddedStep) => () => void;
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
    const { undoSteps, session } = store.getState();
    const wanted = undoSteps.find((known) => known.id === id);
    if (wanted === undefined || wanted.archiveId !== (session?.archiveId ?? null)) return false;
    store.setState({ undoSteps: undoSteps.filter((step) => step.id !== id) });
    return true;
  };
  return {
    add: ({ what, run, toastId, since }) => {
      const { undoSteps, session } = store.getState();
      const id = lastStepId(undoSteps) + 1;
      const step: UndoStep = { id, archiveId: session?.archiveId ?? null, what, toastId, run };
      const place =
        since === undefined
          ? undoSteps.length
          : undoSteps.findLastIndex((known) => known.id <= since) + 1;
      store.setState({ undoSteps: undoSteps.toSpliced(place, 0, step).slice(-MOST_STEPS) });
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
