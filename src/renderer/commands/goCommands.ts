import { ArrowLeft, ArrowRight, Inbox, Mail, PanelLeft, PanelRight, Star } from 'lucide-react';
import type { IdOf } from '../../shared/commands/commands.ts';
import type { goRows } from '../../shared/commands/goRows.ts';
import type { Session } from '../state/model.ts';
import type { Behaviour, CommandContext } from './command.ts';
import { cyclePane } from './panes.ts';

const showList =
  (list: Session['filters']['list']) =>
  ({ state, actions }: CommandContext): void => {
    if (state.session !== null) actions.setFilters({ ...state.session.filters, list });
  };

/** See `goRows`. */
export const goCommands: Readonly<Record<IdOf<typeof goRows>, Behaviour>> = {
  'go-back': { icon: ArrowLeft, run: ({ actions }) => actions.goBack() },
  'go-forward': { icon: ArrowRight, run: ({ actions }) => actions.goForward() },
  'list-all': { icon: Inbox, run: showList('all') },
  'list-unread': { icon: Mail, run: showList('unread') },
  'list-bookmarked': { icon: Star, run: showList('bookmarked') },
  'next-pane': { icon: PanelRight, run: () => cyclePane(1) },
  'previous-pane': { icon: PanelLeft, run: () => cyclePane(-1) },
};
