import type { Settings } from '../../shared/appModel.ts';
import type { FailureInfo } from '../../shared/result.ts';
import type { ActionContext } from './actionContext.ts';
import type { DialogState } from './dialogModel.ts';
import type { FindState } from './model.ts';
import type { Toast, UndoStep } from './toastModel.ts';
import { createExportActions } from './exportActions.ts';
import type { ExportActions } from './exportActions.ts';
import { createUndo, whatOf } from './undo.ts';
import { updateSession } from './updateSession.ts';

/** Seconds that a toast stays; one with something to press stays longer. */
const TOAST_SECONDS = 6;
const UNDO_SECONDS = 12;
/** Settings are written when the reader rests for this long (milliseconds). */
const SAVE_DELAY = 300;

/** Window, settings, dialogs, toasts, find bar. */
export interface ShellActions extends ExportActions {
  /** Changes settings at once and saves them shortly after. */
  readonly setSettings: (change: Partial<Settings>) => void;
  /** Another window changed settings; what is being changed here and not yet saved stays. */
  readonly takeSettings: (settings: Settings) => void;
  readonly setSystemDark: (isSystemDark: boolean) => void;
  readonly openDialog: (dialog: DialogState) => void;
  readonly closeDialog: () => void;
  readonly setProblemsOpen: (isOpen: boolean) => void;
  readonly toggleSidebar: () => void;
  readonly setSidebarOverlay: (isOpen: boolean) => void;
  /** Says something for a few seconds; `undo` adds an Undo button. */
  readonly notify: (content: Toast['content'], undo?: () => void) => void;
  /** Lets Mod+Z take something back (`since`: see `undo.ts`); `notify` does so by itself for what it offers to undo. */
  readonly canUndo: (what: UndoStep['what'], run: () => void, since?: number) => void;
  /** Takes back what was done last, in this archive; does nothing when there is nothing. */
  readonly undoLast: () => void;
  readonly notifyFailure: (failure: FailureInfo) => void;
  readonly dismissToast: (id: number) => void;
  /** Opens the find bar, moves, or (with a text) finds something else. */
  readonly find: (move: FindState['move'], text?: string) => void;
  readonly closeFind: () => void;
}

/** Toasts come with numbers of their own. */
const nextToastId = (toasts: readonly Toast[]): number =>
  Math.max(0, ...toasts.map(({ id }) => id)) + 1;

function createToastActions({ store }: ActionContext) {
  const undos = createUndo(store);
  const dismissToast = (id: number): void => {
    store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
  };
  const notify: ShellActions['notify'] = (content, undo) => {
    const id = nextToastId(store.getState().toasts);
    const undoStep =
      undo === undefined ? null : undos.add({ what: whatOf(content), run: undo, toastId: id });
    const toast: Toast = { id, content, undo: undoStep };
    store.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), toast] }));
    const isLong = undo !== undefined || content.kind === 'link-missing';
    setTimeout(() => dismissToast(id), (isLong ? UNDO_SECONDS : TOAST_SECONDS) * 1000);
  };
  const notifyFailure: ShellActions['notifyFailure'] = (failure) => {
    if (failure.code !== 'cancelled') notify({ kind: 'failure', failure });
  };
  const undoLast = (): void => {
    const step = undos.takeLast();
    if (step === null) return;
    if (step.toastId !== null) dismissToast(step.toastId);
    step.run();
    notify({ kind: 'told', told: { kind: 'undone', what: step.what } });
  };
  const canUndo: ShellActions['canUndo'] = (what, run, since) =>
    void undos.add({ what, run, toastId: null, ...(since === undefined ? {} : { since }) });
  return { dismissToast, notify, notifyFailure, undoLast, canUndo };
}

/** Actions on the window itself. */
export function createShellActions(context: ActionContext): ShellActions {
  const { store, api } = context;
  const toasts = createToastActions(context);
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  const save = async (): Promise<void> => {
    saveTimer = undefined;
    const outcome = await api.call('settings.set', store.getState().settings);
    if (!outcome.ok) toasts.notifyFailure(outcome.error);
  };
  // A window that closes before the reader rested still keeps the choice.
  window.addEventListener('pagehide', () => {
    if (saveTimer === undefined) return;
    clearTimeout(saveTimer);
    void save();
  });
  return {
    ...toasts,
    ...createExportActions(context),
    setSettings: (change) => {
      store.setState(({ settings }) => ({ settings: { ...settings, ...change } }));
      clearTimeout(saveTimer);
      saveTimer = setTimeout(() => void save(), SAVE_DELAY);
    },
    takeSettings: (settings) => {
      if (saveTimer === undefined) store.setState({ settings });
    },
    setSystemDark: (isSystemDark) => store.setState({ isSystemDark }),
    openDialog: (dialog) => store.setState({ dialog }),
    closeDialog: () => store.setState({ dialog: { kind: 'none' } }),
    setProblemsOpen: (isProblemsOpen) => store.setState({ isProblemsOpen }),
    toggleSidebar: () =>
      store.setState(({ isSidebarOverlayOpen }) => ({
        isSidebarOverlayOpen: !isSidebarOverlayOpen,
      })),
    setSidebarOverlay: (isSidebarOverlayOpen) => store.setState({ isSidebarOverlayOpen }),
    find: (move, text) =>
      updateSession(store, (session) => ({
        ...session,
        find: { isOpen: true, request: session.find.request + 1, move, text: text ?? null },
      })),
    closeFind: () =>
      updateSession(store, (session) => ({ ...session, find: { ...session.find, isOpen: false } })),
  };
}
