import {
  Bookmark,
  FileUp,
  FolderOpen,
  FolderX,
  Import,
  Library,
  Printer,
  RefreshCw,
  Share,
} from 'lucide-react';
import type { archiveRows } from '../../shared/commands/archiveRows.ts';
import type { IdOf } from '../../shared/commands/commands.ts';
import { inSwitcherOrder } from '../library/archiveOrder.ts';
import { isReadable } from '../library/isReadable.ts';
import { exportMeant } from '../state/exportMeant.ts';
import type { Session } from '../state/model.ts';
import { HighlightPen } from '../ui/drawings.ts';
import type { Behaviour, CommandContext } from './command.ts';

const withArchive =
  (run: (archiveId: Session['archiveId'], context: CommandContext) => void) =>
  (context: CommandContext): void => {
    const { session } = context.state;
    if (session !== null) run(session.archiveId, context);
  };

/** Mod+1 to Mod+9: the archives in the order of the switcher; `place` counts from 0. */
const openNth = (place: number): Behaviour => ({
  icon: Library,
  cannot: ({ archives }) => {
    const archive = inSwitcherOrder(archives)[place];
    if (archive === undefined) return 'no-such-archive';
    return isReadable(archive) ? null : 'archive-away';
  },
  detail: ({ archives }) => {
    const archive = inSwitcherOrder(archives)[place];
    return archive === undefined ? null : { kind: 'text', text: archive.name };
  },
  isOn: ({ archives, session }) =>
    session !== null && inSwitcherOrder(archives)[place]?.id === session.archiveId,
  run: ({ state, actions }) => {
    const archive = inSwitcherOrder(state.archives)[place];
    if (archive !== undefined) void actions.openArchive(archive.id);
  },
});

/** See `archiveRows`. */
export const archiveCommands: Readonly<Record<IdOf<typeof archiveRows>, Behaviour>> = {
  'open-folder': { icon: FolderOpen, run: ({ actions }) => void actions.chooseFolder() },
  'close-archive': { icon: FolderX, run: ({ actions }) => actions.closeArchive() },
  'rebuild-index': {
    icon: RefreshCw,
    run: withArchive((archiveId, { actions }) => void actions.rebuildIndex(archiveId)),
  },
  'export-selection': {
    icon: Share,
    detail: ({ session }) =>
      session === null || session.ticked.size === 0
        ? null
        : { kind: 'selected', count: session.ticked.size },
    run: ({ actions }) => void exportMeant(actions),
  },
  'export-post': {
    icon: Share,
    run: ({ state, actions }) => {
      const id = state.session?.openId ?? null;
      if (id !== null) actions.openExport([id]);
    },
  },
  'print-post': { icon: Printer, run: ({ actions }) => void actions.printOpen() },
  'export-library': { icon: FileUp, run: ({ actions }) => void actions.exportLibrary('json') },
  'export-bookmarks-html': {
    icon: Bookmark,
    run: ({ actions }) => void actions.exportLibrary('html'),
  },
  'export-bookmarks-markdown': {
    icon: Bookmark,
    run: ({ actions }) => void actions.exportLibrary('markdown'),
  },
  'export-highlights': {
    icon: HighlightPen,
    run: ({ actions }) => void actions.exportHighlights(null),
  },
  'import-library': { icon: Import, run: ({ actions }) => void actions.importLibrary() },
  'archive-1': openNth(0),
  'archive-2': openNth(1),
  'archive-3': openNth(2),
  'archive-4': openNth(3),
  'archive-5': openNth(4),
  'archive-6': openNth(5),
  'archive-7': openNth(6),
  'archive-8': openNth(7),
  'archive-9': openNth(8),
};
