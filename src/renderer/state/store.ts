import { createContext, useContext } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '../api.ts';
import type { Actions } from './actions.ts';
import type { AppState, Session } from './model.ts';

/**
 * The window's state. Components read it with `useApp(selector)` (select small parts: the component runs again only
 * when the selected value changes) or `useSession(selector)` inside an open archive, and change it with `useActions()`.
 * Calls that are only read go through react-query with the keys of queryKeys.ts.
 */
export type AppStore = StoreApi<AppState>;

/** What stands beside the window's own state: the second pane while it is open, for keys pressed in it. */
export interface Desks {
  readonly second: () => Pick<AppContextValue, 'store' | 'actions'> | null;
  readonly setSecond: (desk: Pick<AppContextValue, 'store' | 'actions'> | null) => void;
}

/** Desks of a window that has just opened. */
export function createDesks(): Desks {
  let second: ReturnType<Desks['second']> = null;
  return {
    second: () => second,
    setSecond: (desk) => {
      second = desk;
    },
  };
}

/** What actions and components work with; made once in main.tsx. */
export interface AppContextValue {
  readonly store: AppStore;
  readonly actions: Actions;
  readonly api: Api;
  readonly queryClient: QueryClient;
  readonly desks: Desks;
}

/** Carries the window's store, actions and calls to the components. */
export const AppContext = createContext<AppContextValue | null>(null);

/** A store that starts with this state. */
export const createAppStore = (initial: AppState): AppStore => createStore(() => initial);

/** The context; throws outside of it, which only a wrong tree can cause. */
export function useAppContext(): AppContextValue {
  const context = useContext(AppContext);
  if (context === null) throw new Error('A component stands outside of AppContext.');
  return context;
}

/** A part of the state. */
export const useApp = <T>(selector: (state: AppState) => T): T =>
  useStore(useAppContext().store, selector);

/** A part of the open archive's state; null when no archive is open. */
export const useSession = <T>(selector: (session: Session) => T): T | null =>
  useApp((state) => (state.session === null ? null : selector(state.session)));

/** What can be done. */
export const useActions = (): Actions => useAppContext().actions;

/** The calls to the rest of the app. */
export const useApi = (): Api => useAppContext().api;
