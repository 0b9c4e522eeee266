import type { PostPage } from '../../shared/searchModel.ts';
import { failureOf } from '../api.ts';
import type { ActionContext } from './actionContext.ts';
import type { AppState, ResultKey, Session } from './model.ts';
import { fetchPage, forgetResult } from './rows.ts';
import { sameResult, showResult, wantedKey } from './session.ts';
import { updateSession } from './updateSession.ts';

/**
 * While an answer is on its way, the search for what is typed meanwhile starts when typing rests for so long, in
 * milliseconds, or when that answer is here.
 */
const TYPING_REST = 35;
/** A running search shows a spinner after this long, so that quick ones do not flicker. */
const SPINNER_AFTER = 200;

/**
 * How long to wait before the search. A hand types a character in 80 ms or more and most searches take less, so that each
 * may be answered at once; only where the one before is not answered yet a typed text rests.
 */
const restBefore = (session: Session, isAsking: boolean): number =>
  isAsking &&
  session.result !== null &&
  session.result.key.text !== session.text.trim() &&
  session.text !== ''
    ? TYPING_REST
    : 0;

/** The pause before a search. */
interface Rest {
  /** Runs after so many milliseconds; what was to run before does not. */
  readonly begin: (run: () => void, ms: number) => void;
  /** What waits for longer than a turn runs now. */
  readonly end: () => void;
  readonly forget: () => void;
}

function createRest(): Rest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void) | null = null;
  const forget = (): void => {
    clearTimeout(timer);
    waiting = null;
  };
  return {
    forget,
    end: () => waiting?.(),
    begin: (run, ms) => {
      forget();
      const start = (): void => {
        forget();
        run();
      };
      timer = setTimeout(start, ms);
      if (ms > 0) waiting = start;
    },
  };
}

function show(context: ActionContext, key: ResultKey, head: PostPage): void {
  const before = context.store.getState().session?.result ?? null;
  updateSession(context.store, (session) => showResult(session, { key, head }));
  if (before?.isMarkedSince === true) forgetResult(context, before.key);
}

/**
 * Keeps `session.result` in step with the query: every change of text, filters, order or revision is searched, the last
 * one wins, and the result before stays on screen until the new one is here. Returns the function that ends it.
 */
export function startSearchController(context: ActionContext): () => void {
  const { store } = context;
  let wanted: ResultKey | null = null;
  const rest = createRest();
  let spinner: ReturnType<typeof setTimeout> | undefined;
  /** Searches that are not answered yet. */
  let asked = 0;

  /** What is on screen is what is asked again: whatever ran or failed meanwhile was for something else. */
  const settle = (): void => {
    clearTimeout(spinner);
    const { session } = store.getState();
    if (session === null || (!session.isSearching && session.searchFailure === null)) return;
    updateSession(store, (now) => ({ ...now, isSearching: false, searchFailure: null }));
  };

  const search = async (key: ResultKey): Promise<void> => {
    clearTimeout(spinner);
    spinner = setTimeout(
      () => updateSession(store, (session) => ({ ...session, isSearching: true })),
      SPINNER_AFTER,
    );
    const isWanted = (): boolean => wanted !== null && sameResult(wanted, key);
    asked += 1;
    try {
      const head = await fetchPage(context, key, 0);
      if (isWanted()) show(context, key, head);
    } catch (thrown) {
      if (!isWanted()) return;
      const searchFailure = failureOf(thrown);
      // Given up for another search that nobody waits for any more: this one is still wanted.
      if (searchFailure.code === 'cancelled') return void search(key);
      updateSession(store, (session) => ({ ...session, isSearching: false, searchFailure }));
    } finally {
      asked -= 1;
      if (isWanted()) clearTimeout(spinner);
      rest.end();
    }
  };

  const follow = ({ session, settings }: AppState): void => {
    if (session === null) {
      wanted = null;
      rest.forget();
      return;
    }
    const key = wantedKey(session, settings);
    if (wanted !== null && sameResult(wanted, key)) return;
    wanted = key;
    rest.forget();
    if (session.result !== null && sameResult(session.result.key, key)) return settle();
    rest.begin(() => void search(key), restBefore(session, asked > 0));
  };

  follow(store.getState());
  const unsubscribe = store.subscribe((state, before) => {
    const isOther = state.settings.foldsVariants !== before.settings.foldsVariants;
    if (state.session !== before.session || isOther) follow(state);
  });
  return () => {
    unsubscribe();
    rest.forget();
    clearTimeout(spinner);
  };
}
