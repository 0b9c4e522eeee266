import { CircleDot, Star, type LucideIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveCounts } from '../../shared/model.ts';
import type { Filters } from '../../shared/searchModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { LabelRows } from '../labels/LabelRows.tsx';
import { postDropTarget } from '../labels/postDrag.ts';
import { useActions, useSession } from '../state/store.ts';
import { HighlightPen, PostStack } from '../ui/drawings.ts';
import { Icon } from '../ui/Icon.tsx';

/** A library list: its filter, name, picture and count. */
interface LibraryList {
  readonly list: Filters['list'];
  readonly name: 'allPosts' | 'unread' | 'bookmarks' | 'highlights';
  readonly icon: LucideIcon;
  readonly count: (counts: ArchiveCounts) => number;
}

/** The lists in the order of the sidebar and the rail. */
export const libraryLists: readonly LibraryList[] = [
  { list: 'all', name: 'allPosts', icon: PostStack, count: ({ all }) => all },
  { list: 'unread', name: 'unread', icon: CircleDot, count: ({ unread }) => unread },
  { list: 'bookmarked', name: 'bookmarks', icon: Star, count: ({ bookmarked }) => bookmarked },
  {
    list: 'highlighted',
    name: 'highlights',
    icon: HighlightPen,
    count: ({ highlights }) => highlights,
  },
];

/** One list: a link, because it leads to a place; the address never changes. */
function ListLink({ entry, isOn }: { readonly entry: LibraryList; readonly isOn: boolean }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const { showList, setBookmarked } = useActions();
  const counts = useSession((session) => session.counts);
  const { list, name, icon, count } = entry;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    showList(list);
  };
  const target =
    list === 'bookmarked' ? postDropTarget((ids) => void setBookmarked(ids, true)) : {};
  return (
    <a
      href={`#${list}`}
      className={isOn ? 'on' : ''}
      aria-current={isOn ? 'page' : undefined}
      draggable={false}
      onClick={open}
      {...target}
    >
      <Icon of={icon} />
      {t(name)}
      {counts !== null && <span className="num">{format.number(count(counts))}</span>}
    </a>
  );
}

/** All posts, Unread, Bookmarks with their labels, Highlights. */
export function LibraryLists() {
  const { t } = useTranslation('library');
  const filters = useSession((session) => session.filters);
  if (filters === null) return null;
  return (
    <ul className="nav" aria-label={t('lists')}>
      {libraryLists.map((entry) => (
        <li key={entry.list}>
          <ListLink
            entry={entry}
            // A label that was chosen is the place one is in; its row says so.
            isOn={filters.list === entry.list && filters.labels.length === 0}
          />
          {entry.list === 'bookmarked' && <LabelRows />}
        </li>
      ))}
    </ul>
  );
}
