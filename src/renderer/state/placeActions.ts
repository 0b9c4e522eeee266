import type { CitationStyle } from '../../shared/citations.ts';
import type { CopyKind } from '../../shared/copyCalls.ts';
import { MOST_CITED } from '../../shared/citations.ts';
import { failureOf } from '../api.ts';
import { textWithSource } from '../places/sourceText.ts';
import type { ActionContext } from './actionContext.ts';
import type { ListActions } from './listActions.ts';
import type { PostActions } from './postActions.ts';
import { fetchIds } from './rows.ts';
import type { ShellActions } from './shellActions.ts';

/** How a citation is wanted. */
interface CitationWish {
  /** Missing = as the reader cited last. */
  readonly style?: CitationStyle;
  /** Words of the open post to put before its citation. */
  readonly quote?: string;
}

/** Citations, and what is done with a whole result. */
export interface PlaceActions {
  /** Cites the ticked posts, else the open one; with a quote always the open one. Says so when it is copied. */
  readonly copyCitation: (wish?: CitationWish) => Promise<void>;
  /** Copies words of the open post with title, source, day and address; without words these alone. */
  readonly copyWithSource: (passage: string) => Promise<void>;
  /** Copies the open post, or the HTML of what is selected of it. Says what was copied. */
  readonly copyAs: (kind: CopyKind, selection: string | null) => Promise<void>;
  /** Asks whether all posts of the list are to be marked as read. */
  readonly askMarkAllRead: () => void;
  /** Marks all posts of the present result as read. */
  readonly markResultRead: () => Promise<void>;
}

type Others = Pick<ShellActions, 'notify' | 'notifyFailure' | 'setSettings' | 'openDialog'> &
  Pick<PostActions, 'openPost' | 'markAllRead' | 'copyText'> &
  Pick<ListActions, 'actedOn'>;

/** Makes them over the actions they are made of. */
export function createPlaceActions(context: ActionContext, others: Others): PlaceActions {
  const { store, api } = context;
  const citedIds = async (quote: string | undefined) => {
    const openId = store.getState().session?.openId ?? null;
    if (quote !== undefined && openId !== null) return [openId];
    return others.actedOn();
  };
  return {
    copyCitation: async ({ style: wanted, quote } = {}) => {
      const { session, settings } = store.getState();
      const style = wanted ?? settings.citationStyle;
      const ids = await citedIds(quote);
      if (session === null || ids.length === 0) return;
      if (ids.length > MOST_CITED) {
        others.notify({ kind: 'told', told: { kind: 'too-many-cited', most: MOST_CITED } });
        return;
      }
      if (style !== settings.citationStyle) others.setSettings({ citationStyle: style });
      const { archiveId } = session;
      const made = await api.call('citations.make', {
        archiveId,
        ids,
        style,
        quote: quote ?? null,
      });
      if (!made.ok) return others.notifyFailure(made.error);
      const { text, count } = made.value;
      await others.copyText(text);
      others.notify({ kind: 'told', told: { kind: 'cited', count, style } });
    },
    copyWithSource: async (passage) => {
      const post = others.openPost();
      if (post === null) return;
      await others.copyText(textWithSource(passage, post));
      others.notify({ kind: 'told', told: { kind: 'copied-with-source' } });
    },
    copyAs: (kind, selection) => copyAs(context, others, { kind, selection }),
    askMarkAllRead: () => {
      const count = store.getState().session?.result?.head.total ?? 0;
      if (count > 0) others.openDialog({ kind: 'mark-all-read', count });
    },
    markResultRead: async () => {
      const key = store.getState().session?.result?.key;
      if (key === undefined) return;
      try {
        await others.markAllRead(await fetchIds(context, key));
      } catch (thrown) {
        others.notifyFailure(failureOf(thrown));
      }
    },
  };
}

interface CopyWish {
  readonly kind: CopyKind;
  /** HTML; null for all of the post. */
  readonly selection: string | null;
}

async function copyAs(
  { api }: ActionContext,
  others: Others,
  { kind, selection }: CopyWish,
): Promise<void> {
  const post = others.openPost();
  if (post === null) return;
  const { archiveId, path } = post;
  const made = await api.call('posts.forCopy', { archiveId, path, html: selection });
  if (!made.ok) return others.notifyFailure(made.error);
  const { html, markdown, text } = made.value;
  const written = await api.call('clipboard.write', {
    text: kind === 'markdown' ? markdown : text,
    html: kind === 'rich' ? html : null,
  });
  if (!written.ok) return others.notifyFailure(written.error);
  const isWhole = selection === null;
  others.notify({ kind: 'told', told: { kind: 'copied-as', as: kind, isWhole } });
}
