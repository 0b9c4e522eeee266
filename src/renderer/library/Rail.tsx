import { FolderOpen, PanelLeft, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FiltersButton } from '../filters/FiltersButton.tsx';
import { SavedSearchesMenu } from '../searches/SavedSearchesMenu.tsx';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApp, useSession } from '../state/store.ts';
import { Badge } from '../ui/Badge.tsx';
import { IconButton } from '../ui/Button.tsx';
import { ArchiveSwitcher } from './ArchiveSwitcher.tsx';
import { libraryLists } from './LibraryLists.tsx';

interface RailProps {
  /** Shows the whole sidebar (over the list in a narrow window). */
  readonly onShow: () => void;
}

/** The sidebar as a strip of icons: in a narrow window, or when the reader hid it. */
export function Rail({ onShow }: RailProps) {
  const { t } = useTranslation(['library', 'common']);
  const format = useFormat();
  const { showList, setProblemsOpen, chooseFolder } = useActions();
  const filters = useSession((session) => session.filters);
  const problems = useSession(({ counts }) => counts.problems) ?? 0;
  const isProblemsOpen = useApp((state) => state.isProblemsOpen);
  if (filters === null) return null;
  return (
    <nav className="pane side rail" aria-label={t('archivePane')} data-pane="sidebar">
      <span className="lights-space" aria-hidden />
      <ArchiveSwitcher isCompact />
      {libraryLists.map(({ list, name, icon }) => (
        <IconButton
          key={list}
          icon={icon}
          label={list === 'bookmarked' ? t('savedPosts') : t(name)}
          isOn={filters.list === list}
          onPress={() => showList(list)}
        />
      ))}
      <SavedSearchesMenu />
      <FiltersButton />
      <IconButton
        icon={FolderOpen}
        label={t('common:openFolder')}
        onPress={() => void chooseFolder()}
      />
      <span className="sp" />
      {problems > 0 && (
        <IconButton
          icon={TriangleAlert}
          label={t('common:problems', { count: problems, shown: format.number(problems) })}
          isOn={isProblemsOpen}
          onPress={() => setProblemsOpen(!isProblemsOpen)}
        >
          <Badge isWarning count={problems} />
        </IconButton>
      )}
      <IconButton icon={PanelLeft} label={t('showSidebar')} onPress={onShow} />
    </nav>
  );
}
