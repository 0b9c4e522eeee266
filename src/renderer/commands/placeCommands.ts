import {
  AppWindow,
  ArrowRightLeft,
  CheckCheck,
  Columns2,
  FileCode,
  FileText,
  FileType,
  FolderOpen,
  Quote,
  ScrollText,
  Square,
  Stethoscope,
  TextQuote,
  Undo2,
  Volume2,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { CitationStyle } from '../../shared/citations.ts';
import type { IdOf } from '../../shared/commands/commands.ts';
import type { CopyKind } from '../../shared/copyCalls.ts';
import type { placeRows } from '../../shared/commands/placeRows.ts';
import type { Behaviour, CommandContext } from './command.ts';
import { selectedHtml, selectedPassage } from './selectedPassage.ts';

const cite = (style: CitationStyle): Behaviour => ({
  icon: Quote,
  run: ({ actions }) => void actions.copyCitation({ style }),
});

/** What is selected of the post, else all of it. */
const copyAs = (kind: CopyKind, icon: LucideIcon): Behaviour => ({
  icon,
  run: ({ actions }) => void actions.copyAs(kind, selectedHtml()),
});

function showInFolder({ state, actions }: CommandContext): void {
  const path = state.session?.openPath ?? null;
  if (path !== null) void actions.showInFolder(path);
}

/** See `placeRows`. */
export const placeCommands: Readonly<Record<IdOf<typeof placeRows>, Behaviour>> = {
  'open-in-window': { icon: AppWindow, run: ({ actions }) => void actions.openInWindow() },
  compare: {
    icon: Columns2,
    cannot: ({ role }) => (role === 'reader' ? 'reader-window' : null),
    isOn: ({ session }) => session !== null && session.comparedPath !== null,
    run: ({ actions }) => actions.toggleCompare(),
  },
  'swap-sides': {
    icon: ArrowRightLeft,
    cannot: ({ session }) => (session?.comparedPath === null ? 'not-compared' : null),
    run: ({ actions }) => actions.swapSides(),
  },
  'read-aloud': {
    icon: Volume2,
    cannot: ({ voices }) => (voices.length === 0 ? 'no-voice' : null),
    run: ({ actions }) => actions.toggleReadAloud(),
  },
  'stop-reading': {
    icon: Square,
    cannot: ({ voices }) => (voices.length === 0 ? 'no-voice' : null),
    run: ({ actions }) => actions.stopReadAloud(),
  },
  'copy-with-source': {
    icon: TextQuote,
    run: ({ actions }) => void actions.copyWithSource(selectedPassage()),
  },
  'copy-markdown': copyAs('markdown', FileCode),
  'copy-rich': copyAs('rich', FileType),
  'copy-text': copyAs('text', FileText),
  cite: { icon: Quote, run: ({ actions }) => void actions.copyCitation() },
  'cite-gbt7714': cite('gbt7714'),
  'cite-apa': cite('apa'),
  'cite-bibtex': cite('bibtex'),
  'cite-ris': cite('ris'),
  'cite-csl-json': cite('csl-json'),
  'show-in-folder': { icon: FolderOpen, run: showInFolder },
  'mark-all-read': {
    icon: CheckCheck,
    cannot: ({ session }) => ((session?.result?.head.total ?? 0) === 0 ? 'no-posts' : null),
    run: ({ actions }) => actions.askMarkAllRead(),
  },
  'undo-last': {
    icon: Undo2,
    cannot: ({ undoSteps, session }) =>
      undoSteps.some(({ archiveId }) => archiveId === session?.archiveId)
        ? null
        : 'nothing-to-undo',
    run: ({ actions }) => actions.undoLast(),
  },
  'copy-diagnostics': { icon: Stethoscope, run: ({ actions }) => void actions.copyDiagnostics() },
  'open-log-folder': { icon: ScrollText, run: ({ actions }) => void actions.openLogFolder() },
};
