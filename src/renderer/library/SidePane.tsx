import { FolderOpen, PanelLeft } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FacetList } from '../filters/FacetList.tsx';
import { useShortcut } from '../commands/useShortcut.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useSession } from '../state/store.ts';
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

/** The length of the archive's largest count as it is written: filters give their counts so much room. */
function useCountLength(): CSSProperties {
  const format = useFormat();
  const all = useSession(({ counts }) => counts.all) ?? 0;
  const style: Record<`--${string}`, number> = { '--count-length': format.number(all).length };
  return style;
}

/** The left pane: archive, lists, filters, state of the index. */
export function SidePane({ onHide, children }: SidePaneProps) {
  const { t } = useTranslation(['library', 'common']);
  const { chooseFolder } = useActions();
  const folderKeys = useShortcut('open-folder');
  const sidebarKeys = useShortcut('toggle-sidebar');
  const countLength = useCountLength();
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
      <div className="scroll" style={countLength}>
        <LibraryLists />
        <SavedSearches />
        <FacetList />
      </div>
      <IndexFoot />
      {children}
    </nav>
  );
}
