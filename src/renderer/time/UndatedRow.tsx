import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filters } from '../../shared/searchModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { clearDates } from '../state/filters.ts';
import { useActions, useSession } from '../state/store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { askUndated, asksUndated } from './chosenTime.ts';

interface UndatedRowProps {
  readonly filters: Filters;
  readonly count: number;
}

/** Posts without a date: ticking writes `-date:*` into the search, for no filter of time holds them. */
export function UndatedRow({ filters, count }: UndatedRowProps) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const { setFilters, setText } = useActions();
  const text = useSession((session) => session.text) ?? '';
  const isAsked = asksUndated(text);
  if (count === 0 && !isAsked) return null;
  const share: CSSProperties & Record<'--p', number> = { '--p': 0 };
  const toggle = (): void => {
    setText(askUndated(text, !isAsked));
    setFilters(clearDates(filters));
  };
  return (
    <div className="facet undated">
      <Checkbox
        className={`fv ${isAsked ? 'on' : ''} ${count === 0 ? 'zero' : ''}`}
        isSelected={isAsked}
        onChange={toggle}
      >
        <span className="trunc">{t('undatedPosts')}</span>
        <i className="fb" aria-hidden style={share} />
        <span className="num">{format.number(count)}</span>
      </Checkbox>
    </div>
  );
}
