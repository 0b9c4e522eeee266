import { Ellipsis, FileDown, Pencil, Pin, PinOff, RefreshCw, Search, Trash2 } from 'lucide-react';
import { useState, type DragEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../../shared/savedSearches.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { ContextMenu, type MenuPoint } from '../ui/ContextMenu.tsx';
import { Icon } from '../ui/Icon.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuGroup } from '../ui/MenuList.tsx';
import { RenameSearch } from './RenameSearch.tsx';

interface SavedSearchRowProps {
  readonly search: SavedSearch;
  /** Null until it was counted. */
  readonly count: number | null;
  readonly state: 'on' | 'edited' | 'other';
  readonly isRenaming: boolean;
  readonly onRename: (isRenaming: boolean) => void;
  readonly onMove: (step: -1 | 1) => void;
  /** Another saved search was dropped on this one. */
  readonly onDrop: (id: string) => void;
}

/** What a drag of a saved search carries. */
const DRAGGED = 'application/x-broadsheet-search';

/** The menu of a saved search. */
function useSearchMenu({ search, state, onRename, onMove }: SavedSearchRowProps) {
  const { t } = useTranslation('searches');
  const actions = useActions();
  const isPinned = search.isPinned;
  const groups: readonly MenuGroup[] = [
    {
      id: 'keep',
      entries: [
        {
          id: 'update',
          text: t('update'),
          icon: RefreshCw,
          isDisabled: state === 'on',
          run: () => void actions.updateSavedSearch(search),
        },
        {
          id: 'rename',
          text: t('rename'),
          icon: Pencil,
          shortcut: 'F2',
          run: () => onRename(true),
        },
        {
          id: 'pin',
          text: t(isPinned ? 'unpin' : 'pin'),
          icon: isPinned ? PinOff : Pin,
          run: () => void actions.changeSavedSearch(search, { isPinned: !isPinned }),
        },
      ],
    },
    {
      id: 'move',
      entries: [
        { id: 'up', text: t('moveUp'), shortcut: 'Alt+↑', run: () => onMove(-1) },
        { id: 'down', text: t('moveDown'), shortcut: 'Alt+↓', run: () => onMove(1) },
      ],
    },
    {
      id: 'use',
      entries: [
        {
          id: 'export',
          text: t('export'),
          icon: FileDown,
          run: () => actions.exportFrom({ kind: 'search', id: search.id }),
        },
        {
          id: 'remove',
          text: t('remove'),
          icon: Trash2,
          run: () => void actions.removeSavedSearch(search),
        },
      ],
    },
  ];
  return groups;
}

/** The saved search itself: choosing it searches for it. */
function SearchLink(props: SavedSearchRowProps) {
  const { search, count, state, onRename, onMove } = props;
  const { t } = useTranslation('searches');
  const format = useFormat();
  const { showSavedSearch, removeSavedSearch } = useActions();
  const choose = (event: MouseEvent): void => {
    event.preventDefault();
    showSavedSearch(search);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'F2') onRename(true);
    else if (event.key === 'Delete') void removeSavedSearch(search);
    else if (event.altKey && event.key === 'ArrowUp') onMove(-1);
    else if (event.altKey && event.key === 'ArrowDown') onMove(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <a
      href={`#search-${search.id}`}
      className={state === 'other' ? '' : state}
      aria-current={state === 'on' ? 'true' : undefined}
      title={search.name}
      draggable
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(DRAGGED, search.id);
        dataTransfer.effectAllowed = 'move';
      }}
      onClick={choose}
      onDoubleClick={() => onRename(true)}
      onKeyDown={onKeyDown}
    >
      <Icon of={search.isPinned ? Pin : Search} />
      <span className="cjk trunc">{search.name}</span>
      {search.isPinned && <span className="sr">{t('pinned')}</span>}
      {state === 'edited' && <span className="sr">{t('edited')}</span>}
      {count !== null && <span className="num">{format.number(count)}</span>}
    </a>
  );
}

/** One saved search: chosen by a click, renamed in its place, moved by drag or Alt and an arrow. */
export function SavedSearchRow(props: SavedSearchRowProps) {
  const { search, isRenaming, onRename, onDrop } = props;
  const { t } = useTranslation('searches');
  const [menuAt, setMenuAt] = useState<MenuPoint | null>(null);
  const [isOver, setOver] = useState(false);
  const groups = useSearchMenu(props);
  const menuLabel = t('menu', { name: search.name });
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes(DRAGGED)) return;
    event.preventDefault();
    // The window refuses everything but folders where it hears of a drag.
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'move';
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    const id = event.dataTransfer.getData(DRAGGED);
    if (id === '') return;
    event.preventDefault();
    event.stopPropagation();
    onDrop(id);
  };
  if (isRenaming) {
    return (
      <li>
        <RenameSearch search={search} onEnd={() => onRename(false)} />
      </li>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its link has the keys, its button the menu; this is the pointer's way
    <li
      className={`sv-row ${isOver ? 'over' : ''}`}
      data-saved={search.id}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuAt({ x: event.clientX, y: event.clientY });
      }}
    >
      <SearchLink {...props} />
      <MenuButton label={menuLabel} groups={groups} placement="bottom end">
        <IconButton isSmall className="sv-menu" icon={Ellipsis} label={menuLabel} />
      </MenuButton>
      <ContextMenu at={menuAt} label={menuLabel} groups={groups} onClose={() => setMenuAt(null)} />
    </li>
  );
}
