import { labelsTyped } from '../../shared/query/absorbFilters.ts';
import { hasSearchFocus } from '../commands/panes.ts';
import type { ActionContext } from './actionContext.ts';
import { settleQuery, valueKey } from './askedQuery.ts';
import type { AppState, Session } from './model.ts';
import { updateSession } from './updateSession.ts';

/** Whether the same values are asked for in both. */
const isSame = (session: Session | null, before: Session | null): boolean =>
  session?.text === before?.text &&
  session?.filters === before?.filters &&
  session?.archiveId === before?.archiveId &&
  session?.revision === before?.revision;

/**
 * Looks up which values typed fields name, so that they tick their facets; and once nobody types any more, makes them
 * filters. Returns the function that ends it.
 */
export function startNamedValues({ store, api }: ActionContext): () => void {
  /** What the values were last looked up for. */
  let lookedUp = '';

  const settle = (): void => {
    if (!hasSearchFocus()) settleQuery(store);
  };

  const lookUp = async ({ session, settings }: AppState): Promise<void> => {
    if (session === null) return;
    const { archiveId, revision } = session;
    const wanted = labelsTyped(session.text).slice(0, 1_000);
    const { foldsVariants } = settings;
    const wish =
      wanted.length === 0 ? '' : JSON.stringify([archiveId, revision, foldsVariants, wanted]);
    if (wish === lookedUp) return settle();
    lookedUp = wish;
    if (wanted.length === 0) return settle();
    const outcome = await api.call('values.named', { archiveId, wanted, foldsVariants });
    // A later text looks up its own; without an answer the fields stay the text they are.
    if (!outcome.ok || lookedUp !== wish) return;
    const valuesNamed = new Map(
      wanted.map(({ field, typed }, at) => [valueKey(field, typed), outcome.value[at] ?? null]),
    );
    updateSession(store, (now) => (now.archiveId === archiveId ? { ...now, valuesNamed } : now));
    settle();
  };

  void lookUp(store.getState());
  return store.subscribe((state, before) => {
    const isOther = state.settings.foldsVariants !== before.settings.foldsVariants;
    if (isOther || !isSame(state.session, before.session)) void lookUp(state);
  });
}
