import type { QueryClient } from '@tanstack/react-query';
import type { StoreApi } from 'zustand';
import type { Api } from '../api.ts';
import type { AppState } from './model.ts';

/** What actions work with. */
export interface ActionContext {
  readonly store: StoreApi<AppState>;
  readonly api: Api;
  readonly queryClient: QueryClient;
}
