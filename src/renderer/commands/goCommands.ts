import {
  ArrowLeft,
  ArrowRight,
  Command,
  CircleDot,
  GalleryVerticalEnd,
  PanelLeft,
  PanelRight,
  Star,
  CalendarDays,
  ChartSpline,
} from 'lucide-react';
import type { IdOf } from '../../shared/commands/commands.ts';
import type { goRows } from '../../shared/commands/goRows.ts';
import type { Session } from '../state/model.ts';
import { HighlightPen } from '../ui/drawings.ts';
import type { Behaviour, CommandContext } from './command.ts';
import { cyclePane } from './panes.ts';

const showList =
  (list: Session['filters']['list']) =>
  ({ actions }: CommandContext): void =>
    actions.showList(list);

/** See `goRows`. */
export const goCommands: Readonly<Record<IdOf<typeof goRows>, Behaviour>> = {
  palette: { icon: Command, run: ({ actions }) => actions.openDialog({ kind: 'palette' }) },
  'go-back': {
    icon: ArrowLeft,
    cannot: ({ session }) => (session?.trail.back.length === 0 ? 'no-way-back' : null),
    run: ({ actions }) => actions.goBack(),
  },
  'go-forward': {
    icon: ArrowRight,
    cannot: ({ session }) => (session?.trail.forward.length === 0 ? 'no-way-forward' : null),
    run: ({ actions }) => actions.goForward(),
  },
  'list-all': { icon: GalleryVerticalEnd, run: showList('all') },
  'list-unread': { icon: CircleDot, run: showList('unread') },
  'list-bookmarked': { icon: Star, run: showList('bookmarked') },
  'list-highlighted': { icon: HighlightPen, run: showList('highlighted') },
  trends: {
    icon: ChartSpline,
    isOn: ({ session }) => session?.surface === 'trends',
    run: ({ state, actions }) =>
      actions.showSurface(state.session?.surface === 'trends' ? 'post' : 'trends'),
  },
  'on-this-day': { icon: CalendarDays, run: ({ actions }) => actions.showOnThisDay() },
  'next-pane': { icon: PanelRight, run: () => cyclePane(1) },
  'previous-pane': { icon: PanelLeft, run: () => cyclePane(-1) },
};
