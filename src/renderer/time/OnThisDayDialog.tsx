import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApp } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { dayBeside, useOnThisDay } from './useOnThisDay.ts';
import { YearsOnDay } from './YearsOnDay.tsx';
import './time.css';

/** Posts of one day of the calendar in all years, from today on day by day. */
export function OnThisDayDialog() {
  const { t } = useTranslation('time');
  const { closeDialog } = useActions();
  const isOpen = useApp(({ dialog }) => dialog.kind === 'on-this-day');
  return (
    <DialogFrame
      className="day-dialog"
      title={t('onThisDay')}
      isOpen={isOpen}
      onClose={closeDialog}
    >
      <DayPosts />
    </DialogFrame>
  );
}

function DayPosts() {
  const { t } = useTranslation('time');
  const format = useFormat();
  const { closeDialog, openDialog } = useActions();
  const dialog = useApp((state) => state.dialog);
  const shown = dialog.kind === 'on-this-day' ? dialog : null;
  const found = useOnThisDay(
    shown === null ? null : { month: shown.month, day: shown.day, exceptYear: null },
  );
  if (shown === null) return null;
  const { month, day } = shown;
  const step = (by: number) => (): void =>
    openDialog({ kind: 'on-this-day', ...dayBeside({ month, day }, by) });
  const name = format.calendarDay(month, day);
  const years = found?.years.length ?? 0;
  return (
    <>
      <div className="day-head">
        <IconButton icon={ChevronLeft} label={t('dayBefore')} onPress={step(-1)} />
        <h3>{name}</h3>
        <IconButton icon={ChevronRight} label={t('dayAfter')} onPress={step(1)} />
        <output className="dim">
          {found !== null &&
            found.total > 0 &&
            t('dayCount', {
              count: found.total,
              shown: format.number(found.total),
              years: t('yearCount', { count: years, shown: format.number(years) }),
            })}
        </output>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="day-posts" tabIndex={0} aria-label={name}>
        {found !== null && found.total === 0 && (
          <p className="dim">{t('noneOnDay', { day: name })}</p>
        )}
        {found !== null && found.total > 0 && (
          <YearsOnDay found={found} month={month} day={day} level="h4" onChosen={closeDialog} />
        )}
      </section>
    </>
  );
}
