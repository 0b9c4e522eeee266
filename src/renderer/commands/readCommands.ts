import {
  ArrowDown,
  ArrowUp,
  ChevronsDown,
  ChevronsUp,
  ExternalLink,
  MailOpen,
  TableOfContents,
} from 'lucide-react';
import type { IdOf } from '../../shared/commands/commands.ts';
import type { readRows } from '../../shared/commands/readRows.ts';
import type { Behaviour } from './command.ts';

/** See `readRows`. */
export const readCommands: Readonly<Record<IdOf<typeof readRows>, Behaviour>> = {
  'page-down': { icon: ArrowDown, run: ({ actions }) => actions.read('page-down') },
  'page-up': { icon: ArrowUp, run: ({ actions }) => actions.read('page-up') },
  'next-hit': { icon: ChevronsDown, run: ({ actions }) => actions.read('next-hit') },
  'previous-hit': { icon: ChevronsUp, run: ({ actions }) => actions.read('previous-hit') },
  outline: { icon: TableOfContents, run: ({ actions }) => actions.read('outline') },
  'toggle-read': { icon: MailOpen, run: ({ actions }) => void actions.toggleOpenRead() },
  'open-original': {
    icon: ExternalLink,
    run: ({ actions }) => {
      const url = actions.openPost()?.url ?? null;
      if (url !== null) void actions.openLink(url);
      else if (actions.openPost() !== null) {
        actions.notify({ kind: 'told', told: { kind: 'no-address' } });
      }
    },
  },
};
