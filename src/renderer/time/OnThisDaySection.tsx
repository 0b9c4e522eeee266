import { ChevronRight } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Icon } from '../ui/Icon.tsx';
import { calendarDayOf, useOnThisDay } from './useOnThisDay.ts';
import { YearsOnDay } from './YearsOnDay.tsx';
import './time.css';

/** At the end of a post: those of the same month and day in other years. Nothing when there are none. */
export const OnThisDaySection = memo(function OnThisDaySection({ post }: { readonly post: Post }) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const day = post.day === null ? null : calendarDayOf(post.day);
  const found = useOnThisDay(day);
  if (day === null || found === null || found.total === 0) return null;
  return (
    <section className="mentions" aria-label={t('otherYears')}>
      <button
        type="button"
        className="mentions-head"
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={ChevronRight} />
        {t('dayInYears', {
          count: found.total,
          shown: format.number(found.total),
          day: format.calendarDay(day.month, day.day),
        })}
      </button>
      {isOpen && (
        <div id={listId}>
          <YearsOnDay found={found} month={day.month} day={day.day} level="h2" />
        </div>
      )}
    </section>
  );
});
