import { ChevronDown, ChevronUp, NotebookPen, Star, Tag, TextCursor } from 'lucide-react';
import type { IdOf } from '../../shared/commands/commands.ts';
import type { markRows } from '../../shared/commands/markRows.ts';
import type { MarkingWish } from '../state/model.ts';
import { HighlightPen, NoteSheet } from '../ui/drawings.ts';
import type { Behaviour, CommandContext } from './command.ts';

/** Bookmarks the ticked posts, or takes their bookmarks away when all have one; without ticks, the open post's. */
async function bookmark({ actions }: CommandContext): Promise<void> {
  if (!(await actions.hasTicks())) return actions.toggleOpenBookmark();
  await actions.toggleBookmarks(await actions.actedOn());
}

/** The label picker for the ticked posts, else for the open one. */
async function openLabels({ actions }: CommandContext): Promise<void> {
  const ids = await actions.actedOn();
  if (ids.length > 0) actions.openDialog({ kind: 'labels', ids });
}

const ask =
  (wish: MarkingWish) =>
  ({ actions }: CommandContext): void =>
    actions.mark(wish);

/** See `markRows`. */
export const markCommands: Readonly<Record<IdOf<typeof markRows>, Behaviour>> = {
  bookmark: { icon: Star, run: (context) => void bookmark(context) },
  labels: { icon: Tag, run: (context) => void openLabels(context) },
  highlight: { icon: HighlightPen, run: ask('highlight') },
  'pen-yellow': { icon: HighlightPen, run: ask('pen-yellow') },
  'pen-green': { icon: HighlightPen, run: ask('pen-green') },
  'pen-blue': { icon: HighlightPen, run: ask('pen-blue') },
  'pen-pink': { icon: HighlightPen, run: ask('pen-pink') },
  note: { icon: NoteSheet, run: ask('note') },
  'post-note': { icon: NotebookPen, run: ask('post-note') },
  caret: { icon: TextCursor, run: ask('caret') },
  'next-highlight': { icon: ChevronDown, run: ask('next-highlight') },
  'previous-highlight': { icon: ChevronUp, run: ask('previous-highlight') },
};
