import { noFilters } from '../../shared/defaults.ts';
import { isUnder } from '../../shared/labels.ts';
import type { ArchiveId, PostId } from '../../shared/model.ts';
import type { Result } from '../../shared/result.ts';
import type { ActionContext } from './actionContext.ts';
import { patchPosts } from './cachePatches.ts';
import { movedLabel } from './labelTree.ts';
import { queryKeys } from './queryKeys.ts';
import { renewIds } from './renewedIds.ts';
import type { ShellActions } from './shellActions.ts';
import { updateSession } from './updateSession.ts';

/** What can be done with the labels of bookmarks. What changes is told by `annotations.changed`. */
export interface LabelActions {
  /** Puts labels on posts (which bookmarks them) and takes labels off them. Answers whether it was kept. */
  readonly setLabels: (
    ids: readonly PostId[],
    change: { readonly add: readonly string[]; readonly remove: readonly string[] },
  ) => Promise<boolean>;
  /** Puts a label on posts, says so and offers Undo. */
  readonly labelPosts: (ids: readonly PostId[], label: string) => Promise<void>;
  /** Gives a label, and those under it, another name; says so and offers Undo. */
  readonly renameLabel: (from: string, to: string) => Promise<void>;
  /** Takes a label, and those under it, off all bookmarks; says so and offers Undo. */
  readonly deleteLabel: (label: string) => Promise<void>;
}

type Sayings = Pick<ShellActions, 'notify' | 'notifyFailure'>;

/** A label that gets another name, and who had either of the two names before. */
interface LabelMove {
  readonly from: string;
  readonly to: string;
  readonly withFrom: readonly PostId[];
  readonly withTo: readonly PostId[];
}

function createLabelCalls(context: ActionContext, shell: Sayings) {
  const { api } = context;
  const said = <T>(outcome: Result<T>): T | null => {
    if (outcome.ok) return outcome.value;
    shell.notifyFailure(outcome.error);
    return null;
  };
  const set = async (
    archiveId: ArchiveId,
    ids: readonly PostId[],
    change: { readonly add: readonly string[]; readonly remove: readonly string[] },
  ): Promise<readonly PostId[] | null> => {
    if (ids.length === 0) return [];
    let outcome = await api.call('labels.set', { archiveId, ids, ...change });
    if (!outcome.ok && outcome.error.code === 'index-renewed') {
      const renewed = await renewIds(context, ids);
      if (renewed !== null) {
        outcome = await api.call('labels.set', { archiveId, ids: renewed, ...change });
      }
    }
    const changed = said(outcome)?.changed ?? null;
    if (changed !== null && change.add.length > 0) {
      patchPosts(context, new Set(changed), { isBookmarked: true });
    }
    return changed;
  };
  const idsWith = async (archiveId: ArchiveId, label: string): Promise<readonly PostId[]> => {
    const filters = { ...noFilters, labels: [label] };
    const outcome = await api.call('posts.ids', { archiveId, text: '', filters, sort: 'newest' });
    return said(outcome) ?? [];
  };
  /** The labels concerned, as they are now. */
  const under = async (archiveId: ArchiveId, label: string): Promise<readonly string[]> => {
    const all = said(await api.call('labels.list', { archiveId })) ?? [];
    return all.map((one) => one.label).filter((one) => isUnder(one, label));
  };
  return { said, set, idsWith, under };
}

type LabelCalls = ReturnType<typeof createLabelCalls>;

function createRename({ api, store }: ActionContext, shell: Sayings, calls: LabelCalls) {
  const movesOf = async (archiveId: ArchiveId, from: string, to: string) => {
    const moves: LabelMove[] = [];
    for (const label of await calls.under(archiveId, from)) {
      const target = movedLabel(label, from, to);
      // One after the other: the core answers calls in their order anyway.
      const withFrom = await calls.idsWith(archiveId, label);
      const withTo = await calls.idsWith(archiveId, target);
      moves.push({ from: label, to: target, withFrom, withTo });
    }
    return moves;
  };
  const undo = async (archiveId: ArchiveId, moves: readonly LabelMove[]): Promise<void> => {
    for (const { from, to, withFrom, withTo } of moves) {
      const had = new Set(withTo);
      const both = withFrom.filter((id) => had.has(id));
      const one = withFrom.filter((id) => !had.has(id));
      await calls.set(archiveId, both, { add: [from], remove: [] });
      await calls.set(archiveId, one, { add: [from], remove: [to] });
    }
  };
  return async (from: string, to: string): Promise<void> => {
    const archiveId = store.getState().session?.archiveId;
    if (archiveId === undefined || to.trim() === '' || to === from) return;
    const moves = await movesOf(archiveId, from, to);
    for (const move of moves) {
      const outcome = await api.call('labels.rename', { archiveId, from: move.from, to: move.to });
      if (calls.said(outcome) === null) return;
    }
    followFilter(store, (label) => (isUnder(label, from) ? movedLabel(label, from, to) : label));
    shell.notify({ kind: 'mark-news', news: { kind: 'label-renamed', from, to } }, () => {
      followFilter(store, (label) => (isUnder(label, to) ? movedLabel(label, to, from) : label));
      void undo(archiveId, moves);
    });
  };
}

/** A filter by a label goes along with the label's name; null takes it away. */
function followFilter(
  store: ActionContext['store'],
  nameOf: (label: string) => string | null,
): void {
  updateSession(store, (session) => {
    const labels = session.filters.labels.flatMap((label) => nameOf(label) ?? []);
    return labels.join('\n') === session.filters.labels.join('\n')
      ? session
      : { ...session, filters: { ...session.filters, labels: [...new Set(labels)] } };
  });
}

/** Actions on labels. */
export function createLabelActions(context: ActionContext, shell: Sayings): LabelActions {
  const { store, api, queryClient } = context;
  const calls = createLabelCalls(context, shell);
  const openArchive = (): ArchiveId | null => store.getState().session?.archiveId ?? null;
  const setLabels: LabelActions['setLabels'] = async (ids, change) => {
    const archiveId = openArchive();
    if (archiveId === null) return false;
    const changed = await calls.set(archiveId, ids, change);
    void queryClient.invalidateQueries({ queryKey: queryKeys.labels(archiveId) });
    return changed !== null;
  };
  return {
    setLabels,
    labelPosts: async (ids, label) => {
      const archiveId = openArchive();
      if (archiveId === null) return;
      const changed = await calls.set(archiveId, ids, { add: [label], remove: [] });
      if (changed === null || changed.length === 0) return;
      const news = { kind: 'label-added', label, count: changed.length } as const;
      shell.notify({ kind: 'mark-news', news }, () => {
        void calls.set(archiveId, changed, { add: [], remove: [label] });
      });
    },
    renameLabel: createRename(context, shell, calls),
    deleteLabel: async (label) => {
      const archiveId = openArchive();
      if (archiveId === null) return;
      const labels = await calls.under(archiveId, label);
      for (const one of labels) {
        const outcome = await api.call('labels.delete', { archiveId, label: one });
        if (calls.said(outcome) === null) return;
      }
      followFilter(store, (one) => (isUnder(one, label) ? null : one));
      shell.notify({ kind: 'mark-news', news: { kind: 'label-deleted', label } }, () => {
        for (const one of labels) {
          void api.call('labels.restore', { archiveId, label: one }).then(calls.said);
        }
      });
    },
  };
}
