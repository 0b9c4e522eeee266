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
import { useAppContext } from '../state/store.ts';

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

/** The edits of one post; the same object as long as the post and the language are. */
export function useMarkingEdits(archiveId: ArchiveId, path: string): MarkingEdits {
  const { api, actions, queryClient } = useAppContext();
  const { t } = useTranslation('marking');
  return useMemo(() => {
    const patch = (change: (before: PostAnnotations) => PostAnnotations): void => {
      queryClient.setQueryData<PostAnnotations>(
        queryKeys.annotations(archiveId, path),
        (before) => before && change(before),
      );
    };
    const patchHighlights = (
      change: (before: readonly Highlight[]) => readonly Highlight[],
    ): void =>
      patch((before) => ({ ...before, highlights: sortByPlace(change(before.highlights)) }));
    const replace = (changed: Highlight): void =>
      patchHighlights((all) => all.map((one) => (one.id === changed.id ? changed : one)));
    const restore = async (ids: readonly HighlightId[]): Promise<void> => {
      const outcome = await api.call('highlights.restore', { archiveId, ids });
      if (!outcome.ok) return actions.notifyFailure(outcome.error);
      const back = outcome.value.filter((one) => one.path === path);
      patchHighlights((all) => [...all.filter(({ id }) => !ids.includes(id)), ...back]);
    };
    const attach: MarkingEdits['attach'] = async (id, anchor, before) => {
      const outcome = await api.call('highlights.attach', { archiveId, id, path, anchor });
      if (!outcome.ok) return actions.notifyFailure(outcome.error);
      replace(outcome.value);
      actions.notify({ kind: 'text', text: t('attached') }, () => void attachBack(id, before));
    };
    const attachBack = async (id: HighlightId, anchor: QuoteAnchor): Promise<void> => {
      const outcome = await api.call('highlights.attach', { archiveId, id, path, anchor });
      if (outcome.ok) replace(outcome.value);
      else actions.notifyFailure(outcome.error);
    };
    return {
      attach,
      add: async (pen, anchor) => {
        const outcome = await api.call('highlights.add', {
          archiveId,
          path,
          pen,
          note: null,
          anchor,
        });
        if (!outcome.ok) {
          actions.notifyFailure(outcome.error);
          return null;
        }
        patchHighlights((all) => [...all, outcome.value]);
        return outcome.value;
      },
      setPen: async (id, pen) => {
        const outcome = await api.call('highlights.change', { archiveId, id, pen });
        if (outcome.ok) replace(outcome.value);
        else actions.notifyFailure(outcome.error);
        return outcome.ok;
      },
      setNote: async (id, note) => {
        const outcome = await api.call('highlights.change', { archiveId, id, note });
        if (!outcome.ok) return outcome.error;
        replace(outcome.value);
        return null;
      },
      setPostNote: async (text) => {
        const outcome = await api.call('notes.set', { archiveId, path, text });
        if (!outcome.ok) return outcome.error;
        patch((before) => ({ ...before, note: outcome.value }));
        return null;
      },
      remove: async (id) => {
        const outcome = await api.call('highlights.remove', { archiveId, ids: [id] });
        if (!outcome.ok) return actions.notifyFailure(outcome.error);
        const { removed } = outcome.value;
        patchHighlights((all) => all.filter((one) => one.id !== id));
        actions.notify({ kind: 'text', text: t('highlightRemoved') }, () => void restore(removed));
      },
      noteTaken: (putBack) =>
        actions.notify({ kind: 'text', text: t('noteRemoved') }, () => {
          void putBack().then((failure) => {
            if (failure !== null) actions.notifyFailure(failure);
          });
        }),
    };
  }, [api, actions, queryClient, archiveId, path, t]);
}

const sortByPlace = (highlights: readonly Highlight[]): readonly Highlight[] =>
  highlights.toSorted((a, b) => a.position[0] - b.position[0] || a.position[1] - b.position[1]);
