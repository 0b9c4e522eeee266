import type { ActionContext } from './actionContext.ts';
import type { TrendsView } from './trendsView.ts';
import { updateSession } from './updateSession.ts';

/** What can be done about time. */
export interface TrendActions {
  /** Changes what the Trends page shows. */
  readonly setTrends: (change: Partial<TrendsView>) => void;
  /** Shows the posts of today's month and day, of all years. */
  readonly showOnThisDay: () => void;
}

/** Actions on the Trends page, and "On this day". */
export function createTrendActions({ store }: ActionContext): TrendActions {
  return {
    setTrends: (change) =>
      updateSession(store, (session) => ({ ...session, trends: { ...session.trends, ...change } })),
    showOnThisDay: () => {
      const today = new Date();
      const [month, day] = [today.getMonth() + 1, today.getDate()];
      store.setState({ dialog: { kind: 'on-this-day', month, day } });
    },
  };
}
