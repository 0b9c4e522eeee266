import {
  ArrowDown,
  ArrowUp,
  Bookmark,
  Library,
  Search,
  TextCursorInput,
  TextSearch,
} from 'lucide-react';
import type { IdOf } from '../../shared/commands/commands.ts';
import type { searchRows } from '../../shared/commands/searchRows.ts';
import { MAX_QUERY_LENGTH } from '../../shared/schemas.ts';
import { isBlank } from '../state/savedSearches.ts';
import type { Behaviour } from './command.ts';
import { focusSearchField } from './panes.ts';

/** See `searchRows`. */
export const searchCommands: Readonly<Record<IdOf<typeof searchRows>, Behaviour>> = {
  search: { icon: Search, run: () => focusSearchField([0, MAX_QUERY_LENGTH]) },
  'save-search': {
    icon: Bookmark,
    cannot: ({ session }) => (session === null || isBlank(session) ? 'nothing-searched' : null),
    run: ({ actions }) => actions.openDialog({ kind: 'save-search' }),
  },
  'edit-as-text': {
    icon: TextCursorInput,
    run: ({ actions }) => actions.openDialog({ kind: 'query-text' }),
  },
  'search-all-archives': {
    icon: Library,
    run: ({ actions }) => actions.openDialog({ kind: 'all-archives' }),
  },
  'find-in-post': { icon: TextSearch, run: ({ actions }) => actions.find('focus') },
  'find-next': { icon: ArrowDown, run: ({ actions }) => actions.find('next') },
  'find-previous': { icon: ArrowUp, run: ({ actions }) => actions.find('previous') },
};
