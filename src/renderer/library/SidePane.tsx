import { FolderOpen, PanelLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FacetList } from '../filters/FacetList.tsx';
import { useShortcut } from '../commands/useShortcut.ts';
import { useActions } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { SavedSearches } from '../searches/SavedSearches.tsx';
import { ArchiveSwitcher } from './ArchiveSwitcher.tsx';
import { IndexFoot } from './IndexFoot.tsx';
import { LibraryLists } from './LibraryLists.tsx';
import './library.css';
import '../filters/filters.css';

interface SidePaneProps {
  readonly onHide: () => void;
  /** Its right edge, when it can be moved. */
  readonly children?: ReactNode;
}

/** The left pane: archive, lists, filters, state of the index. */
export function SidePane({ onHide, children }: SidePaneProps) {
  const { t } = useTranslation(['library', 'common']);
  const { chooseFolder } = useActions();
  const folderKeys = useShortcut('open-folder');
  const sidebarKeys = useShortcut('toggle-sidebar');
  return (
    <nav className="pane side" aria-label={t('archivePane')} data-pane="sidebar">
      <div className="top">
        <span className="lights-space" aria-hidden />
        <span className="brand">{t('common:appName')}</span>
        <span className="sp" />
        <IconButton
          icon={FolderOpen}
          label={t('common:openFolder')}
          {...folderKeys}
          onPress={() => void chooseFolder()}
        />
        <IconButton icon={PanelLeft} label={t('hideSidebar')} {...sidebarKeys} onPress={onHide} />
      </div>
      <ArchiveSwitcher />
      <div className="scroll">
        <LibraryLists />
        <SavedSearches />
        <FacetList />
      </div>
      <IndexFoot />
      {children}
    </nav>
  );
}
