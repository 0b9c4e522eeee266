import { ArrowDown, ArrowUp, Search, TextSearch } from 'lucide-react';
import type { IdOf } from '../../shared/commands/commands.ts';
import type { searchRows } from '../../shared/commands/searchRows.ts';
import { MAX_QUERY_LENGTH } from '../../shared/schemas.ts';
import type { Behaviour } from './command.ts';
import { focusSearchField } from './panes.ts';

/** See `searchRows`. */
export const searchCommands: Readonly<Record<IdOf<typeof searchRows>, Behaviour>> = {
  search: { icon: Search, run: () => focusSearchField([0, MAX_QUERY_LENGTH]) },
  'find-in-post': { icon: TextSearch, run: ({ actions }) => actions.find('focus') },
  'find-next': { icon: ArrowDown, run: ({ actions }) => actions.find('next') },
  'find-previous': { icon: ArrowUp, run: ({ actions }) => actions.find('previous') },
};
