import { ChevronRight, Ellipsis, Pencil, Share, Tag, Trash2 } from 'lucide-react';
import { useState, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { tidyLabel, type LabelNode } from '../state/labelTree.ts';
import { useActions, useAppContext } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { ContextMenu, type MenuPoint } from '../ui/ContextMenu.tsx';
import { Icon } from '../ui/Icon.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuGroup } from '../ui/MenuList.tsx';
import { nameKeys } from '../ui/nameKeys.ts';
import { postDropTarget } from './postDrag.ts';

interface LabelRowProps {
  readonly node: LabelNode;
  /** What choosing it filters by: itself and those under it. */
  readonly labels: readonly string[];
  readonly isOn: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly isRenaming: boolean;
  readonly onRename: (isRenaming: boolean) => void;
}

/** The new name of a label, in its place. Enter keeps it, Esc does not. */
function RenameField({ node, onEnd }: { readonly node: LabelNode; readonly onEnd: () => void }) {
  const { t } = useTranslation('library');
  const { renameLabel } = useActions();
  const [typed, setTyped] = useState(node.label);
  const keep = (): void => {
    const to = tidyLabel(typed);
    onEnd();
    if (to !== '' && to !== node.label) void renameLabel(node.label, to);
  };
  const onKeyDown = nameKeys({ keep, end: onEnd });
  return (
    <div className="lb-edit">
      <div className="field s">
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader asked to rename: typing goes here
          autoFocus
          aria-label={t('labelName')}
          value={typed}
          maxLength={200}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
          onBlur={keep}
        />
      </div>
    </div>
  );
}

function useLabelMenu(node: LabelNode, onRename: () => void): readonly MenuGroup[] {
  const { t } = useTranslation('library');
  const { deleteLabel, exportFrom } = useActions();
  return [
    {
      id: 'label',
      entries: [
        { id: 'rename', text: t('renameLabel'), icon: Pencil, shortcut: 'F2', run: onRename },
        {
          id: 'delete',
          text: t('deleteLabel'),
          icon: Trash2,
          run: () => void deleteLabel(node.label),
        },
      ],
    },
    {
      id: 'use',
      entries: [
        {
          id: 'export',
          text: t('exportLabel'),
          icon: Share,
          run: () => exportFrom({ kind: 'label', label: node.label }),
        },
      ],
    },
  ];
}

/** The list of the bookmarks with a label; a menu renames and deletes it, and rows of the list can be dropped on it. */
function LabelLink({ node, labels, isOn, onRename }: LabelRowProps) {
  const format = useFormat();
  const { store } = useAppContext();
  const { setFilters, labelPosts, deleteLabel } = useActions();
  const choose = (event: MouseEvent): void => {
    event.preventDefault();
    const { session } = store.getState();
    if (session !== null) setFilters({ ...session.filters, list: 'bookmarked', labels });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'F2') onRename(true);
    else if (event.key === 'Delete') void deleteLabel(node.label);
    else return;
    event.preventDefault();
  };
  return (
    <a
      href={`#label-${encodeURIComponent(node.label)}`}
      className={isOn ? 'on' : ''}
      aria-current={isOn ? 'page' : undefined}
      draggable={false}
      title={node.label}
      onClick={choose}
      onKeyDown={onKeyDown}
      {...postDropTarget((ids) => void labelPosts(ids, node.label))}
    >
      <Icon of={Tag} size={14} />
      <span className="cjk trunc">{node.name}</span>
      {node.count > 0 && <span className="num">{format.number(node.count)}</span>}
    </a>
  );
}

/** One label under Bookmarks, or a folder of labels with its fold. */
export function LabelRow(props: LabelRowProps) {
  const { node, isOpen, onToggle, isRenaming, onRename } = props;
  const { t } = useTranslation('library');
  const [menuAt, setMenuAt] = useState<MenuPoint | null>(null);
  const groups = useLabelMenu(node, () => onRename(true));
  const level: CSSProperties & Record<'--level', number> = { '--level': node.level };
  const menuLabel = t('labelMenu', { label: node.label });
  if (isRenaming) {
    return (
      <li style={level}>
        <RenameField node={node} onEnd={() => onRename(false)} />
      </li>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what the menu offers its button offers too
    <li
      className="lb-row"
      style={level}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuAt({ x: event.clientX, y: event.clientY });
      }}
    >
      {node.hasChildren && (
        <button
          type="button"
          className="lb-fold"
          aria-expanded={isOpen}
          aria-label={t('foldLabel', { label: node.label })}
          onClick={onToggle}
        >
          <Icon of={ChevronRight} size={12} />
        </button>
      )}
      <LabelLink {...props} />
      <MenuButton label={menuLabel} groups={groups} placement="bottom end">
        <IconButton isSmall className="lb-menu" icon={Ellipsis} label={menuLabel} />
      </MenuButton>
      <ContextMenu at={menuAt} label={menuLabel} groups={groups} onClose={() => setMenuAt(null)} />
    </li>
  );
}
