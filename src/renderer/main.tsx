// The order of style sheets decides: tokens and primitives first, so that the panes' own sheets can refine them.
import './styles/tokens.css';
import './styles/base.css';
import './styles/primitives.css';
import './styles/pens.css';
import './styles/shell.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './App.tsx';
import { createApi } from './api.ts';
import { createI18n, localeOf, type Language } from './i18n/i18n.ts';
import { ReaderApp } from './places/ReaderApp.tsx';
import type { ActionContext } from './state/actionContext.ts';
import type { StartState } from '../shared/appModel.ts';
import { createActions, type Actions } from './state/actions.ts';
import { startAppEvents } from './state/appEvents.ts';
import { languageOf } from './state/appearance.ts';
import { startRecentSearches } from './state/recentSearches.ts';
import { startNamedValues } from './state/namedValues.ts';
import { startCursorFinder } from './state/cursorFinder.ts';
import { startRecentPosts } from './state/recentPosts.ts';
import { startPostMemory } from './state/postMemory.ts';
import { startSearchController } from './state/searchController.ts';
import { initialState } from './state/startState.ts';
import { AppContext, createAppStore, createDesks } from './state/store.ts';
import { startViewSaver } from './state/viewSaver.ts';
import type { FailureInfo } from '../shared/result.ts';
import { ControlsLocale } from './ui/ControlsLocale.tsx';
import { CrashScreen } from './ui/CrashScreen.tsx';
import { StartFailureScreen } from './ui/StartFailureScreen.tsx';

/** Asks main for the start state, wires store, events and search together, and draws the window. */
async function start(root: HTMLElement): Promise<void> {
  const api = createApi(window.archive);
  const queryClient = new QueryClient({
    // Everything comes from this computer: a failed call fails again at once, and being online means nothing.
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    },
  });
  const started = await api.call('app.start', undefined);
  if (!started.ok) {
    const language = await api.call('app.language', undefined);
    showStartFailure(root, started.error, language.ok ? language.value : 'en');
    return;
  }
  const startState = started.value;
  const isSystemDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const store = createAppStore(initialState(startState, isSystemDark));
  const context = { store, api, queryClient };
  const actions = createActions(context);
  startAppEvents(context, actions);
  if (startState.reader === null) startMainWindow(context, actions, startState);
  const i18n = createI18n(languageOf(startState.settings, startState.app));
  createRoot(root).render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <AppContext value={{ ...context, actions, desks: createDesks() }}>
          <ControlsLocale>
            <CrashScreen>{startState.reader === null ? <App /> : <ReaderApp />}</CrashScreen>
          </ControlsLocale>
        </AppContext>
      </QueryClientProvider>
    </I18nextProvider>,
  );
}

/** What only the window with the list does: it searches, remembers what is on screen, and opens the last archive. */
function startMainWindow(context: ActionContext, actions: Actions, state: StartState): void {
  startSearchController(context);
  startNamedValues(context);
  startRecentSearches(context, actions);
  startCursorFinder(context);
  startRecentPosts(context);
  startViewSaver(context);
  startPostMemory(context.queryClient);
  if (state.initialArchiveId !== null) void actions.openArchive(state.initialArchiveId);
}

/** Nothing of the reader's choices is known, so the language is that of the menus. */
function showStartFailure(root: HTMLElement, failure: FailureInfo, language: Language): void {
  document.documentElement.lang = localeOf(language);
  createRoot(root).render(
    <I18nextProvider i18n={createI18n(language)}>
      <StartFailureScreen failure={failure} />
    </I18nextProvider>,
  );
}

const root = document.getElementById('root');
if (root !== null) void start(root);
