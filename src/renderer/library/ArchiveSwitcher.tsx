import {
  ChevronsUpDown,
  FolderOpen,
  FolderSearch,
  RefreshCw,
  RotateCcw,
  Trash2,
  X,
} from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Archive } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApp, useSession } from '../state/store.ts';
import { isReadable } from './isReadable.ts';
import { Icon } from '../ui/Icon.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry, MenuGroup } from '../ui/MenuList.tsx';
import { shownPath } from '../ui/shownPath.ts';
import { Seal } from '../ui/Seal.tsx';
import { useArchiveKeys } from './useArchiveKeys.ts';
import { inSwitcherOrder } from './archiveOrder.ts';
import { archiveNote } from './archiveNote.ts';

/** The open archive; null on the welcome screen. */
const useOpenArchive = (): Archive | null =>
  useApp(({ session, archives }) => archives.find(({ id }) => id === session?.archiveId) ?? null);

/** The groups of the archive menu: the archives, and what can be done with the open one. */
function useArchiveGroups(open: Archive | null): readonly MenuGroup[] {
  const { t } = useTranslation(['library', 'common']);
  const format = useFormat();
  const actions = useActions();
  const archives = useApp((state) => state.archives);
  const ownEntries = useOwnEntries(open);
  const keys = useArchiveKeys();
  if (open === null) return [];
  return [
    {
      id: 'archives',
      head: t('archives'),
      entries: inSwitcherOrder(archives).map((archive, place) => ({
        id: archive.id,
        text: archive.name,
        note: archiveNote(archive, t, format),
        picture: <Seal isSmall isOutlined={archive.id !== open.id} text={archive.seal} />,
        isChecked: archive.id === open.id,
        shortcut: keys[place],
        run: () =>
          void (isReadable(archive)
            ? actions.openArchive(archive.id)
            : actions.locateArchive(archive.id)),
      })),
    },
    {
      id: 'open',
      entries: [
        {
          id: 'choose',
          text: t('common:openFolder'),
          icon: FolderOpen,
          run: () => void actions.chooseFolder(),
        },
      ],
    },
    { id: 'this', entries: ownEntries },
  ];
}

/** What can be done with the open archive. */
function useOwnEntries(open: Archive | null): readonly MenuEntry[] {
  const { t } = useTranslation('library');
  const actions = useActions();
  if (open === null) return [];
  return [
    {
      id: 'update',
      text: t('updateIndex'),
      icon: RefreshCw,
      run: () => void actions.updateIndex(open.id),
    },
    {
      id: 'rebuild',
      text: t('rebuild'),
      icon: RotateCcw,
      run: () => void actions.rebuildIndex(open.id),
    },
    {
      id: 'locate',
      text: t('locate'),
      icon: FolderSearch,
      run: () => void actions.locateArchive(open.id),
    },
    { id: 'close', text: t('closeArchive'), icon: X, run: actions.closeArchive },
    {
      id: 'remove',
      text: t('removeArchive'),
      icon: Trash2,
      run: () => actions.openDialog({ kind: 'remove-archive', archiveId: open.id }),
    },
  ];
}

/** The open archive with its seal; opens the menu of archives. */
export function ArchiveSwitcher({ isCompact = false }: { readonly isCompact?: boolean }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const open = useOpenArchive();
  const home = useApp(({ app }) => app.homeFolder);
  const isIndexing = useApp(
    ({ session, indexing }) => session !== null && indexing[session.archiveId] !== undefined,
  );
  const count = useSession(({ counts }) => counts.all) ?? 0;
  const groups = useArchiveGroups(open);
  if (open === null) return null;
  return (
    <MenuButton
      label={t('switchArchive')}
      groups={groups}
      placement={isCompact ? 'right top' : 'bottom start'}
    >
      <Button className={isCompact ? 'ib' : 'switch'}>
        <Seal text={open.seal} />
        <span className="sr">
          {isCompact ? `${t('switchArchive')}: ${open.name}` : t('switchArchive')}
        </span>
        {!isCompact && (
          <>
            <span className="names">
              <b className="cjk trunc">{open.name}</b>
              <small className="trunc">
                {isIndexing
                  ? t('postsSoFar', { count, shown: format.number(count) })
                  : shownPath(open.folder, home)}
              </small>
            </span>
            <Icon of={ChevronsUpDown} className="dim" />
          </>
        )}
      </Button>
    </MenuButton>
  );
}
