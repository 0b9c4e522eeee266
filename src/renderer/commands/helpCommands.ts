import { Info, Keyboard } from 'lucide-react';
import type { IdOf } from '../../shared/commands/commands.ts';
import type { helpRows } from '../../shared/commands/helpRows.ts';
import type { Behaviour } from './command.ts';

/** See `helpRows`. */
export const helpCommands: Readonly<Record<IdOf<typeof helpRows>, Behaviour>> = {
  shortcuts: { icon: Keyboard, run: ({ actions }) => actions.openDialog({ kind: 'shortcuts' }) },
  about: { icon: Info, run: ({ actions }) => actions.openDialog({ kind: 'about' }) },
};
