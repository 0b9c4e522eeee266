import type { KeyboardEvent, RefObject } from 'react';
import { focusPane } from '../commands/panes.ts';
import type { ListLayout } from '../state/listLayout.ts';
import type { Session } from '../state/model.ts';
import { useActions, useAppContext } from '../state/store.ts';
import type { Actions } from '../state/actions.ts';
import { readListKey, type ListKey } from './listKeys.ts';

/** Where a key leads from a row. */
function targetOf(key: ListKey, cursor: number, last: number): number {
  if (key.kind === 'go') return key.to === 'first' ? 0 : last;
  const step = key.kind === 'move' ? key.by : 0;
  return Math.max(0, Math.min(last, cursor + step));
}

/** Goes to another row: opens it, or with Shift ticks up to it. */
function go(
  key: Extract<ListKey, { kind: 'move' | 'go' }>,
  session: Session,
  actions: Actions,
): void {
  const last = (session.result?.head.total ?? 0) - 1;
  if (key.isExtending) void actions.tickTo(targetOf(key, session.cursor ?? 0, last));
  else if (key.kind === 'go') void actions.openRow(key.to === 'first' ? 0 : last);
  else void actions.moveBy(key.by);
}

/** Does what a key of the list means. */
function obey(key: ListKey, session: Session, actions: Actions): void {
  const { cursor } = session;
  switch (key.kind) {
    case 'enter':
      if (cursor !== null) void actions.openRow(cursor);
      focusPane('article');
      return;
    case 'escape':
      actions.clearTicks();
      return;
    case 'move':
    case 'go':
      go(key, session, actions);
  }
}

/** The keys of the list box itself; single letters are commands (commands/). */
export function useListKeys(
  layout: ListLayout,
  scroller: RefObject<HTMLDivElement | null>,
): (event: KeyboardEvent) => void {
  const { store } = useAppContext();
  const actions = useActions();
  return (event) => {
    const pageRows = Math.floor((scroller.current?.clientHeight ?? 0) / layout.rowHeight);
    const key = readListKey(event, pageRows);
    const { session } = store.getState();
    if (key === null || session === null) return;
    event.preventDefault();
    obey(key, session, actions);
  };
}
