import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Highlight,
  HighlightId,
  Pen,
  PostAnnotations,
  QuoteAnchor,
} from '../../shared/annotations.ts';
import type { ArchiveId } from '../../shared/model.ts';
import type { FailureInfo } from '../../shared/result.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useAppContext, type AppContextValue } from '../state/store.ts';

/**
 * Changes of what the reader wrote on a post. Nothing is shown as done before the library has it; failures are said,
 * removals can be undone.
 */
export interface MarkingEdits {
  /** Marks a passage; null when it could not be saved. */
  readonly add: (pen: Pen, anchor: QuoteAnchor) => Promise<Highlight | null>;
  readonly setPen: (id: HighlightId, pen: Pen) => Promise<boolean>;
  /** Answers why it could not be saved; null when it was. Says nothing itself. */
  readonly setNote: (id: HighlightId, note: string | null) => Promise<FailureInfo | null>;
  readonly setPostNote: (text: string | null) => Promise<FailureInfo | null>;
  readonly remove: (id: HighlightId) => Promise<void>;
  /** Gives a highlight that lost its place another one; `before` is the one it had. */
  readonly attach: (id: HighlightId, anchor: QuoteAnchor, before: QuoteAnchor) => Promise<void>;
  /** Says that a note was taken away, with Undo. */
  readonly noteTaken: (putBack: () => Promise<FailureInfo | null>) => void;
}

/** What edits of one post are made with. */
interface EditPlace extends Pick<AppContextValue, 'api' | 'actions' | 'queryClient'> {
  readonly archiveId: ArchiveId;
  readonly path: string;
  /** What is said, in the reader's language. */
  readonly words: Readonly<Record<'attached' | 'removed' | 'noteRemoved', string>>;
}

/** The edits of one post; the same object as long as the post and the language are. */
export function useMarkingEdits(archiveId: ArchiveId, path: string): MarkingEdits {
  const { api, actions, queryClient } = useAppContext();
  const { t } = useTranslation('marking');
  return useMemo(() => {
    const words = {
      attached: t('attached'),
      removed: t('highlightRemoved'),
      noteRemoved: t('noteRemoved'),
    };
    const place: EditPlace = { api, actions, queryClient, archiveId, path, words };
    const shown = shownAnnotations(place);
    return { ...createChanges(place, shown), ...createMoves(place, shown) };
  }, [api, actions, queryClient, archiveId, path, t]);
}

/** What the window knows of the post's annotations, to be brought up to date with what the library answered. */
function shownAnnotations({ queryClient, archiveId, path }: EditPlace) {
  const patch = (change: (before: PostAnnotations) => PostAnnotations): void => {
    queryClient.setQueryData<PostAnnotations>(
      queryKeys.annotations(archiveId, path),
      (before) => before && change(before),
    );
  };
  /** Puts highlights in, in place of those of the same ids. */
  const put = (changed: readonly Highlight[]): void => {
    const ids = new Set(changed.map(({ id }) => id));
    patch((before) => ({
      ...before,
      highlights: [...before.highlights.filter(({ id }) => !ids.has(id)), ...changed].toSorted(
        (a, b) => a.position[0] - b.position[0] || a.position[1] - b.position[1],
      ),
    }));
  };
  const take = (id: HighlightId): void =>
    patch((before) => ({
      ...before,
      highlights: before.highlights.filter((one) => one.id !== id),
    }));
  return { patch, put, take };
}

type Shown = ReturnType<typeof shownAnnotations>;

type Changes = Pick<MarkingEdits, 'add' | 'setPen' | 'setNote' | 'setPostNote' | 'noteTaken'>;

function createChanges({ api, actions, archiveId, path, words }: EditPlace, shown: Shown): Changes {
  return {
    add: async (pen, anchor) => {
      const outcome = await api.call('highlights.add', {
        archiveId,
        path,
        pen,
        note: null,
        anchor,
      });
      if (outcome.ok) shown.put([outcome.value]);
      else actions.notifyFailure(outcome.error);
      return outcome.ok ? outcome.value : null;
    },
    setPen: async (id, pen) => {
      const outcome = await api.call('highlights.change', { archiveId, id, pen });
      if (outcome.ok) shown.put([outcome.value]);
      else actions.notifyFailure(outcome.error);
      return outcome.ok;
    },
    setNote: async (id, note) => {
      const outcome = await api.call('highlights.change', { archiveId, id, note });
      if (!outcome.ok) return outcome.error;
      shown.put([outcome.value]);
      return null;
    },
    setPostNote: async (text) => {
      const outcome = await api.call('notes.set', { archiveId, path, text });
      if (!outcome.ok) return outcome.error;
      shown.patch((before) => ({ ...before, note: outcome.value }));
      return null;
    },
    noteTaken: (putBack) =>
      actions.notify({ kind: 'text', text: words.noteRemoved }, () => {
        void putBack().then((failure) => {
          if (failure !== null) actions.notifyFailure(failure);
        });
      }),
  };
}

function createMoves(
  { api, actions, archiveId, path, words }: EditPlace,
  shown: Shown,
): Pick<MarkingEdits, 'remove' | 'attach'> {
  const restore = async (ids: readonly HighlightId[]): Promise<void> => {
    const outcome = await api.call('highlights.restore', { archiveId, ids });
    if (outcome.ok) shown.put(outcome.value.filter((one) => one.path === path));
    else actions.notifyFailure(outcome.error);
  };
  const move = async (id: HighlightId, anchor: QuoteAnchor): Promise<boolean> => {
    const outcome = await api.call('highlights.attach', { archiveId, id, path, anchor });
    if (outcome.ok) shown.put([outcome.value]);
    else actions.notifyFailure(outcome.error);
    return outcome.ok;
  };
  return {
    remove: async (id) => {
      const outcome = await api.call('highlights.remove', { archiveId, ids: [id] });
      if (!outcome.ok) return actions.notifyFailure(outcome.error);
      const { removed } = outcome.value;
      shown.take(id);
      actions.notify({ kind: 'text', text: words.removed }, () => void restore(removed));
    },
    attach: async (id, anchor, { quote, prefix, suffix, position, ...rest }) => {
      if (!(await move(id, anchor))) return;
      const before = { quote, prefix, suffix, position, ...rivalsOf(rest) };
      actions.notify({ kind: 'text', text: words.attached }, () => void move(id, before));
    },
  };
}

/** What an anchor (also as part of a highlight) knows of rivals of its passage. */
const rivalsOf = ({ rivals }: Pick<QuoteAnchor, 'rivals'>): Pick<QuoteAnchor, 'rivals'> =>
  rivals === undefined ? {} : { rivals };
