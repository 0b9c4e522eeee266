import { CircleDot, GalleryVerticalEnd, Star, type LucideIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveCounts } from '../../shared/model.ts';
import type { Filters } from '../../shared/searchModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useSession } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';

/** A library list: its filter, name, picture and count. */
interface LibraryList {
  readonly list: Filters['list'];
  readonly name: 'allPosts' | 'unread' | 'bookmarks';
  readonly icon: LucideIcon;
  readonly count: (counts: ArchiveCounts) => number;
}

/** The lists in the order of the sidebar and the rail. */
export const libraryLists: readonly LibraryList[] = [
  { list: 'all', name: 'allPosts', icon: GalleryVerticalEnd, count: ({ all }) => all },
  { list: 'unread', name: 'unread', icon: CircleDot, count: ({ unread }) => unread },
  { list: 'bookmarked', name: 'bookmarks', icon: Star, count: ({ bookmarked }) => bookmarked },
];

/** All posts, Unread, Bookmarks. Links, because they lead to a place; the address never changes. */
export function LibraryLists() {
  const { t } = useTranslation('library');
  const format = useFormat();
  const { setFilters } = useActions();
  const filters = useSession((session) => session.filters);
  const counts = useSession((session) => session.counts);
  if (filters === null || counts === null) return null;
  return (
    <ul className="nav" aria-label={t('lists')}>
      {libraryLists.map(({ list, name, icon, count }) => {
        const isOn = filters.list === list;
        const open = (event: MouseEvent): void => {
          event.preventDefault();
          setFilters({ ...filters, list });
        };
        return (
          <li key={list}>
            <a
              href={`#${list}`}
              className={isOn ? 'on' : ''}
              aria-current={isOn ? 'page' : undefined}
              draggable={false}
              onClick={open}
            >
              <Icon of={icon} />
              {t(name)}
              <span className="num">{format.number(count(counts))}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
