import { MAX_RECENT_COMMANDS } from '../../shared/appModel.ts';
import { noFilters } from '../../shared/defaults.ts';
import type { Filters } from '../../shared/searchModel.ts';
import { focusPane } from '../commands/panes.ts';
import { isReadable } from '../library/isReadable.ts';
import type { AppContextValue } from '../state/store.ts';
import type { Target } from './paletteModel.ts';

/** What running an entry works with. */
type Desk = Pick<AppContextValue, 'store' | 'actions'>;

/** Everything that ends the palette. */
export type FinalTarget = Exclude<Target, { readonly kind: 'more' }>;

/** Narrows the list to one value of a facet, in place of those chosen there; everything else that is asked stays. */
function chooseValue(desk: Desk, change: Partial<Filters>): void {
  const { session } = desk.store.getState();
  if (session === null) return;
  desk.actions.setFilters({ ...session.filters, ...change });
  focusPane('list');
}

function runCommand(desk: Desk, { command }: Extract<FinalTarget, { kind: 'command' }>): void {
  const { recentCommands } = desk.store.getState().settings;
  const others = recentCommands.filter((id) => id !== command.id);
  desk.actions.setSettings({
    recentCommands: [command.id, ...others].slice(0, MAX_RECENT_COMMANDS),
  });
  command.run({ state: desk.store.getState(), actions: desk.actions });
}

/** Does what an entry of the palette stands for. To be called once the palette has given the focus back. */
export function runTarget(desk: Desk, target: FinalTarget): void {
  const { actions } = desk;
  switch (target.kind) {
    case 'command':
      return runCommand(desk, target);
    case 'archive':
      return void (isReadable(target.archive)
        ? actions.openArchive(target.archive.id)
        : actions.locateArchive(target.archive.id));
    case 'saved': {
      const { text, filters, sort } = target.search;
      actions.setQuery({ text, filters });
      actions.setSort(sort);
      return focusPane('list');
    }
    case 'source':
      return chooseValue(desk, { sources: [target.value] });
    case 'tag':
      return chooseValue(desk, { tags: [target.value] });
    case 'post':
      actions.openPath(target.post.path, null);
      return focusPane('article');
    case 'search-all':
      actions.setQuery({ text: target.text, filters: noFilters });
      return focusPane('list');
    case 'find':
      return actions.find('focus', target.text);
  }
}
