import type { ArchiveView } from '../../shared/appModel.ts';
import type { ActionContext } from './actionContext.ts';
import type { Session } from './model.ts';

/** What is on screen is written when it rests for this long (milliseconds). */
const SAVE_DELAY = 500;

const viewOf = (session: Session): ArchiveView => {
  const { text, filters, sort, openPath, listScrollTop, surface } = session;
  const { closedLabels, recentPosts } = session;
  return { text, filters, sort, openPath, listScrollTop, surface, closedLabels, recentPosts };
};

const isSameView = (left: Session, right: Session): boolean =>
  left.text === right.text &&
  left.filters === right.filters &&
  left.sort === right.sort &&
  left.openPath === right.openPath &&
  left.surface === right.surface &&
  left.closedLabels === right.closedLabels &&
  left.recentPosts === right.recentPosts &&
  left.listScrollTop === right.listScrollTop;

/** Remembers what is on screen of the open archive. Returns the function that ends it. */
export function startViewSaver({ store, api }: ActionContext): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsaved: Session | null = null;
  const save = (): void => {
    clearTimeout(timer);
    if (unsaved === null) return;
    // A view that could not be written is no reason to disturb reading; the next change writes it again.
    void api.call('views.save', { archiveId: unsaved.archiveId, view: viewOf(unsaved) });
    unsaved = null;
  };
  const unsubscribe = store.subscribe(({ session }, { session: before }) => {
    if (session === before) return;
    if (session === null || session.archiveId !== before?.archiveId) return save();
    if (isSameView(session, before)) return;
    unsaved = session;
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_DELAY);
  });
  window.addEventListener('pagehide', save);
  return () => {
    unsubscribe();
    window.removeEventListener('pagehide', save);
    save();
  };
}
