import type { ActionContext } from './actionContext.ts';
import type { MarkingWish } from './model.ts';
import { updateSession } from './updateSession.ts';

/** What can be asked of the article on screen about marks. */
export interface MarkingActions {
  /** Asks the article on screen to mark something (a key, the palette, a menu or a button did). */
  readonly mark: (wish: MarkingWish) => void;
  /** Keeps a note that could not be saved until it can be; null forgets it. */
  readonly keepDraft: (key: string, text: string | null) => void;
}

/** Actions on marks. */
export function createMarkingActions({ store }: ActionContext): MarkingActions {
  return {
    mark: (wish) =>
      updateSession(store, (session) => ({
        ...session,
        marking: { request: (session.marking?.request ?? 0) + 1, wish },
      })),
    keepDraft: (key, text) =>
      store.setState(({ drafts }) => {
        if (text === null && drafts[key] === undefined) return {};
        const { [key]: _old, ...others } = drafts;
        return { drafts: text === null ? others : { ...others, [key]: text } };
      }),
  };
}
