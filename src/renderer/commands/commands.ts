import type { MenuCommand } from '../../shared/events.ts';
import type { Settings } from '../../shared/appModel.ts';
import { MAX_QUERY_LENGTH } from '../../shared/schemas.ts';
import type { Actions } from '../state/actions.ts';
import type { AppState, Session } from '../state/model.ts';
import { cyclePane, focusedPane, focusPane, focusSearchField } from './panes.ts';

/** Commands that no native menu names. */
type WindowCommand =
  | 'open-post'
  | 'toggle-read'
  | 'tick'
  | 'open-original'
  | 'list-all'
  | 'list-unread'
  | 'list-bookmarked'
  | 'next-pane'
  | 'previous-pane'
  | 'go-back'
  | 'go-forward';

/** Everything a key, the native menu or a button may ask for. */
export type CommandId = MenuCommand | WindowCommand;

/** What a command works with. */
interface CommandContext {
  readonly state: AppState;
  readonly actions: Actions;
}

/** One command. */
export interface Command {
  readonly id: CommandId;
  /** Keys as `strokeName` writes them; `g a` = one after the other. `Mod` = Command on macOS, Control elsewhere. */
  readonly keys: readonly string[];
  /** Where it can run; in a dialog none can. */
  readonly needs: 'nothing' | 'archive' | 'post';
  readonly run: (context: CommandContext) => void;
}

const READING_SIZES = { least: 15, normal: 17, most: 22 } as const;

const resize =
  (next: (size: number) => number) =>
  ({ state, actions }: CommandContext): void =>
    actions.setSettings({
      readingSize: Math.max(
        READING_SIZES.least,
        Math.min(READING_SIZES.most, next(state.settings.readingSize)),
      ),
    });

const set =
  (change: Partial<Settings>) =>
  ({ actions }: CommandContext): void =>
    actions.setSettings(change);

const showList =
  (list: Session['filters']['list']) =>
  ({ state, actions }: CommandContext): void => {
    if (state.session !== null) actions.setFilters({ ...state.session.filters, list });
  };

/** Bookmarks the ticked posts, or takes their bookmarks away when all have one; without ticks, the open post's. */
async function bookmark({ state, actions }: CommandContext): Promise<void> {
  if (state.session === null || state.session.ticked.size === 0)
    return actions.toggleOpenBookmark();
  await actions.toggleBookmarks(await actions.actedOn());
}

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

/** Focuses the search field and selects its text. */
function focusSearch(): void {
  focusSearchField([0, MAX_QUERY_LENGTH]);
}

const withArchive =
  (run: (archiveId: Session['archiveId'], context: CommandContext) => void) =>
  (context: CommandContext): void => {
    const { session } = context.state;
    if (session !== null) run(session.archiveId, context);
  };

/** The table that keys, the native menu and the shortcut sheet share. */
export const commands: readonly Command[] = [
  { id: 'search', keys: ['/', 'Mod+Shift+F'], needs: 'archive', run: focusSearch },
  { id: 'next-post', keys: ['j'], needs: 'archive', run: ({ actions }) => void actions.moveBy(1) },
  {
    id: 'previous-post',
    keys: ['k'],
    needs: 'archive',
    run: ({ actions }) => void actions.moveBy(-1),
  },
  { id: 'open-post', keys: ['o'], needs: 'post', run: () => focusPane('article') },
  {
    id: 'bookmark',
    keys: ['b', 's', 'Mod+B'],
    needs: 'post',
    run: (context) => void bookmark(context),
  },
  {
    id: 'toggle-read',
    keys: ['m'],
    needs: 'post',
    run: ({ actions }) => void actions.toggleOpenRead(),
  },
  {
    id: 'tick',
    keys: ['x'],
    needs: 'archive',
    run: ({ state, actions }) => {
      const cursor = state.session?.cursor ?? null;
      if (cursor !== null) void actions.toggleTickAt(cursor);
    },
  },
  { id: 'select-all', keys: ['Mod+A'], needs: 'archive', run: selectAll },
  {
    id: 'export-selection',
    keys: ['Mod+E'],
    needs: 'archive',
    run: ({ actions }) => void actions.actedOn().then((ids) => actions.openExport(ids)),
  },
  {
    id: 'export-post',
    keys: ['Mod+Shift+E'],
    needs: 'post',
    run: ({ state, actions }) => {
      const id = state.session?.openId ?? null;
      if (id !== null) actions.openExport([id]);
    },
  },
  {
    id: 'find-in-post',
    keys: ['Mod+F'],
    needs: 'post',
    run: ({ actions }) => actions.find('focus'),
  },
  {
    id: 'find-next',
    keys: ['Mod+G', 'F3'],
    needs: 'post',
    run: ({ actions }) => actions.find('next'),
  },
  {
    id: 'find-previous',
    keys: ['Mod+Shift+G', 'Shift+F3'],
    needs: 'post',
    run: ({ actions }) => actions.find('previous'),
  },
  {
    id: 'go-back',
    keys: ['Alt+ArrowLeft', 'Mod+['],
    needs: 'archive',
    run: ({ actions }) => actions.goBack(),
  },
  {
    id: 'go-forward',
    keys: ['Alt+ArrowRight', 'Mod+]'],
    needs: 'archive',
    run: ({ actions }) => actions.goForward(),
  },
  {
    id: 'open-original',
    keys: ['v'],
    needs: 'post',
    run: ({ actions }) => {
      const url = actions.openPost()?.url ?? null;
      if (url !== null) void actions.openLink(url);
    },
  },
  { id: 'list-all', keys: ['g a'], needs: 'archive', run: showList('all') },
  { id: 'list-unread', keys: ['g u'], needs: 'archive', run: showList('unread') },
  { id: 'list-bookmarked', keys: ['g s', 'g b'], needs: 'archive', run: showList('bookmarked') },
  {
    id: 'open-folder',
    keys: ['Mod+O'],
    needs: 'nothing',
    run: ({ actions }) => void actions.chooseFolder(),
  },
  { id: 'close-archive', keys: [], needs: 'archive', run: ({ actions }) => actions.closeArchive() },
  {
    id: 'rebuild-index',
    keys: [],
    needs: 'archive',
    run: withArchive((archiveId, { actions }) => void actions.rebuildIndex(archiveId)),
  },
  {
    id: 'export-library',
    keys: [],
    needs: 'nothing',
    run: ({ actions }) => void actions.exportLibrary('json'),
  },
  {
    id: 'export-bookmarks-html',
    keys: [],
    needs: 'nothing',
    run: ({ actions }) => void actions.exportLibrary('html'),
  },
  {
    id: 'export-bookmarks-markdown',
    keys: [],
    needs: 'nothing',
    run: ({ actions }) => void actions.exportLibrary('markdown'),
  },
  {
    id: 'import-library',
    keys: [],
    needs: 'nothing',
    run: ({ actions }) => void actions.importLibrary(),
  },
  {
    id: 'toggle-sidebar',
    keys: ['Mod+\\'],
    needs: 'archive',
    run: ({ actions }) => actions.toggleSidebar(),
  },
  {
    id: 'toggle-problems',
    keys: [],
    needs: 'archive',
    run: ({ state, actions }) => actions.setProblemsOpen(!state.isProblemsOpen),
  },
  {
    id: 'text-larger',
    keys: ['Mod+=', 'Mod++', 'Mod+Shift++'],
    needs: 'nothing',
    run: resize((size) => size + 1),
  },
  { id: 'text-smaller', keys: ['Mod+-'], needs: 'nothing', run: resize((size) => size - 1) },
  { id: 'text-reset', keys: ['Mod+0'], needs: 'nothing', run: resize(() => READING_SIZES.normal) },
  { id: 'theme-system', keys: [], needs: 'nothing', run: set({ theme: 'system' }) },
  { id: 'theme-light', keys: [], needs: 'nothing', run: set({ theme: 'light' }) },
  { id: 'theme-sepia', keys: [], needs: 'nothing', run: set({ theme: 'sepia' }) },
  { id: 'theme-dark', keys: [], needs: 'nothing', run: set({ theme: 'dark' }) },
  { id: 'language-en', keys: [], needs: 'nothing', run: set({ language: 'en' }) },
  { id: 'language-zh', keys: [], needs: 'nothing', run: set({ language: 'zh' }) },
  { id: 'next-pane', keys: ['F6'], needs: 'archive', run: () => cyclePane(1) },
  { id: 'previous-pane', keys: ['Shift+F6'], needs: 'archive', run: () => cyclePane(-1) },
  {
    id: 'shortcuts',
    keys: ['?'],
    needs: 'nothing',
    run: ({ actions }) => actions.openDialog({ kind: 'shortcuts' }),
  },
  {
    id: 'about',
    keys: [],
    needs: 'nothing',
    run: ({ actions }) => actions.openDialog({ kind: 'about' }),
  },
];

/** Whether a command can run now. */
export function canRun(command: Command, state: AppState): boolean {
  if (state.dialog.kind !== 'none') return false;
  if (command.needs === 'nothing') return true;
  if (state.session === null) return false;
  return (
    command.needs === 'archive' || state.session.openPath !== null || state.session.ticked.size > 0
  );
}

/** The first key of a command, for tooltips; undefined when it has none. */
export const keyOf = (id: CommandId): string | undefined =>
  commands.find((command) => command.id === id)?.keys[0];
