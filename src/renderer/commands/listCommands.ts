import { BookOpen, ChevronDown, ChevronUp, ListChecks, SquareCheck } from 'lucide-react';
import type { IdOf } from '../../shared/commands/commands.ts';
import type { listRows } from '../../shared/commands/listRows.ts';
import type { Behaviour, CommandContext } from './command.ts';
import { focusedPane, focusPane } from './panes.ts';

/** Selects all text of a field or of the article when that has the focus, else the whole result. */
function selectAll({ actions }: CommandContext): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) {
    focused.select();
    return;
  }
  const article = document.querySelector('article');
  if (focusedPane() === 'article' && article !== null) {
    window.getSelection()?.selectAllChildren(article);
  } else void actions.selectAll();
}

/** Opens the post that the list's cursor stands on, and goes into it. */
async function openPost({ state, actions }: CommandContext): Promise<void> {
  const { cursor = null, openPath = null } = state.session ?? {};
  if (openPath === null && cursor !== null) await actions.openRow(cursor);
  focusPane('article');
}

/** See `listRows`. */
export const listCommands: Readonly<Record<IdOf<typeof listRows>, Behaviour>> = {
  'next-post': { icon: ChevronDown, run: ({ actions }) => void actions.moveBy(1) },
  'previous-post': { icon: ChevronUp, run: ({ actions }) => void actions.moveBy(-1) },
  'open-post': {
    icon: BookOpen,
    cannot: ({ session }) =>
      (session?.openPath ?? null) === null && (session?.cursor ?? null) === null ? 'no-post' : null,
    run: (context) => void openPost(context),
  },
  tick: {
    icon: SquareCheck,
    cannot: ({ session }) => ((session?.cursor ?? null) === null ? 'no-post' : null),
    run: ({ state, actions }) => {
      const cursor = state.session?.cursor ?? null;
      if (cursor !== null) void actions.toggleTickAt(cursor);
    },
  },
  'select-all': { icon: ListChecks, run: selectAll },
};
