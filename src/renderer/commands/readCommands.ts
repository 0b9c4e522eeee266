import { ExternalLink, MailOpen } from 'lucide-react';
import type { IdOf } from '../../shared/commands/commands.ts';
import type { readRows } from '../../shared/commands/readRows.ts';
import type { Behaviour } from './command.ts';

/** See `readRows`. */
export const readCommands: Readonly<Record<IdOf<typeof readRows>, Behaviour>> = {
  'toggle-read': { icon: MailOpen, run: ({ actions }) => void actions.toggleOpenRead() },
  'open-original': {
    icon: ExternalLink,
    run: ({ actions }) => {
      const url = actions.openPost()?.url ?? null;
      if (url !== null) void actions.openLink(url);
    },
  },
};
