import { Star } from 'lucide-react';
import type { IdOf } from '../../shared/commands/commands.ts';
import type { markRows } from '../../shared/commands/markRows.ts';
import type { Behaviour, CommandContext } from './command.ts';

/** Bookmarks the ticked posts, or takes their bookmarks away when all have one; without ticks, the open post's. */
async function bookmark({ actions }: CommandContext): Promise<void> {
  if (!(await actions.hasTicks())) return actions.toggleOpenBookmark();
  await actions.toggleBookmarks(await actions.actedOn());
}

/** See `markRows`. */
export const markCommands: Readonly<Record<IdOf<typeof markRows>, Behaviour>> = {
  bookmark: { icon: Star, run: (context) => void bookmark(context) },
};
