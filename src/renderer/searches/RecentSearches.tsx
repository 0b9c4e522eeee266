import { History, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import type { RecentList } from './useRecentList.ts';
import './searches.css';

/** The list under the search field; the focus stays in the field, which names the active line. */
export function RecentSearches({ list }: { readonly list: RecentList }) {
  const { t } = useTranslation('searches');
  const { forgetSearch } = useActions();
  if (!list.isOpen) return null;
  return (
    // The field keeps the focus whatever is pressed here.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only keeps the focus where it is
    <div className="popover recent-searches" onMouseDown={(event) => event.preventDefault()}>
      <div className="sh">
        <span>{t('recent')}</span>
        <span className="sp" />
        <button
          type="button"
          className="lnk"
          aria-label={t('clearRecentLabel')}
          onClick={() => void forgetSearch(null)}
        >
          {t('clearRecent')}
        </button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a list that a field steers is no select */}
      <div id={list.listId} role="listbox" aria-label={t('recent')}>
        {list.searches.map((text, place) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field takes the keys for all lines
          <div
            key={text}
            id={list.optionId(place)}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option stands in a select only
            role="option"
            tabIndex={-1}
            aria-selected={place === list.active}
            className={place === list.active ? 'on' : ''}
            onClick={() => list.choose(text)}
          >
            <Icon of={History} size={14} />
            <span className="cjk trunc">{text}</span>
            {/* The Delete key does the same for who does not use a pointer. */}
            <span
              aria-hidden
              className="x"
              title={t('forget', { text })}
              onClick={(event) => {
                event.stopPropagation();
                void forgetSearch(text);
              }}
            >
              <Icon of={X} size={12} stroke={1.1} />
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
