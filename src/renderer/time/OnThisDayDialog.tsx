import { useState } from 'react';
import { ChevronLeft, ChevronRight, Share } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PostId } from '../../shared/model.ts';
import type { OnThisDay } from '../../shared/timeModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { toggleTick } from '../state/selection.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
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
  const dialog = useApp((state) => state.dialog);
  const shown = dialog.kind === 'on-this-day' ? dialog : null;
  const found = useOnThisDay(
    shown === null ? null : { month: shown.month, day: shown.day, exceptYear: null },
  );
  if (shown === null) return null;
  // Ticks are of one day: another day begins without any.
  return <DayShown key={`${shown.month}-${shown.day}`} {...shown} found={found} />;
}

interface DayShownProps {
  readonly month: number;
  readonly day: number;
  /** Null while it is looked up. */
  readonly found: OnThisDay | null;
}

function DayShown({ month, day, found }: DayShownProps) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const { closeDialog } = useActions();
  const [ticked, setTicked] = useState<ReadonlySet<PostId>>(new Set());
  const name = format.calendarDay(month, day);
  const hasPosts = found !== null && found.total > 0;
  const toggle = (id: PostId): void => setTicked((before) => toggleTick(before, id));
  return (
    <>
      <DayHead month={month} day={day} found={found} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="day-posts" tabIndex={0} aria-label={name}>
        {found !== null && found.total === 0 && (
          <p className="dim">{t('noneOnDay', { day: name })}</p>
        )}
        {hasPosts && (
          <YearsOnDay
            found={found}
            month={month}
            day={day}
            level="h4"
            onChosen={closeDialog}
            ticks={{ ticked, toggle }}
          />
        )}
      </section>
      {hasPosts && <DayFoot found={found} ticked={ticked} />}
    </>
  );
}

function DayHead({ month, day, found }: DayShownProps) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const { openDialog } = useActions();
  const step = (by: number) => (): void =>
    openDialog({ kind: 'on-this-day', ...dayBeside({ month, day }, by) });
  const years = found?.years.length ?? 0;
  return (
    <div className="day-head">
      <IconButton icon={ChevronLeft} label={t('dayBefore')} onPress={step(-1)} />
      <h3>{format.calendarDay(month, day)}</h3>
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
  );
}

interface DayFootProps {
  readonly found: OnThisDay;
  readonly ticked: ReadonlySet<PostId>;
}

/** Exports what is ticked, in the order shown; all that is named while nothing is. */
function DayFoot({ found, ticked }: DayFootProps) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const { openExport } = useActions();
  const named = found.years.flatMap(({ posts }) => posts.map(({ id }) => id));
  const some = named.filter((id) => ticked.has(id));
  const count = some.length === 0 ? named.length : some.length;
  return (
    <footer>
      <span className="sp" />
      <Button
        variant="primary"
        icon={Share}
        onPress={() => openExport(some.length === 0 ? named : some)}
      >
        {t(some.length === 0 ? 'exportDay' : 'exportTicked', {
          count,
          shown: format.number(count),
        })}
      </Button>
    </footer>
  );
}
