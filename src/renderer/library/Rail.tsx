import { FolderOpen, ListFilter, PanelLeft, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { partsInUse } from '../state/filters.ts';
import { useActions, useApp, useSession } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { ArchiveSwitcher } from './ArchiveSwitcher.tsx';
import { libraryLists } from './LibraryLists.tsx';

/** A count over an icon; three digits and more are shortened. */
const Badge = ({
  count,
  isWarning = false,
}: {
  readonly count: number;
  readonly isWarning?: boolean;
}) => (
  <span aria-hidden className={`bdg ${isWarning ? 'w' : ''}`}>
    {count > 99 ? '99+' : count}
  </span>
);

interface RailProps {
  /** Shows the whole sidebar (over the list in a narrow window). */
  readonly onShow: () => void;
  readonly onFilters: () => void;
}

/** The sidebar as a strip of icons: in a narrow window, or when the reader hid it. */
export function Rail({ onShow, onFilters }: RailProps) {
  const { t } = useTranslation(['library', 'common']);
  const format = useFormat();
  const { showList, setProblemsOpen, chooseFolder } = useActions();
  const filters = useSession((session) => session.filters);
  const problems = useSession(({ counts }) => counts.problems) ?? 0;
  const isProblemsOpen = useApp((state) => state.isProblemsOpen);
  if (filters === null) return null;
  const active = partsInUse(filters).length;
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
      <IconButton
        icon={ListFilter}
        label={active === 0 ? t('filters') : t('filtersActive', { count: active })}
        onPress={onFilters}
      >
        {active > 0 && <Badge count={active} />}
      </IconButton>
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
