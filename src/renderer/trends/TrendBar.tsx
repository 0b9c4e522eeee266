import { Plus, ZoomIn, ZoomOut } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { noFilters } from '../../shared/defaults.ts';
import { MOST_LINES, type TrendCounts } from '../../shared/timeModel.ts';
import { Chip } from '../filters/Chip.tsx';
import { useFormat } from '../i18n/useFormat.ts';
import { clearDates } from '../state/filters.ts';
import { useActions, useSession } from '../state/store.ts';
import { firstTrends } from '../state/trendsView.ts';
import { spanOfUnit, spanText, unitAt } from '../time/units.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LineKey } from './LineKey.tsx';
import type { ShownLine } from './trendLines.ts';
import type { UnitSpan } from './useCrosshair.ts';

interface TrendBarProps {
  readonly counts: TrendCounts & { readonly first: string };
  readonly lines: readonly ShownLine[];
  readonly chosen: readonly UnitSpan[];
}

/** Below the chart: terms that are compared, and the time that is chosen. */
export function TrendBar({ counts, lines, chosen }: TrendBarProps) {
  const { t } = useTranslation('time');
  const { setTrends } = useActions();
  const { others } = useSession((session) => session.trends) ?? firstTrends;
  return (
    <div className="tr-bar">
      <CompareField />
      {others.length > 0 && (
        <ul className="tr-terms">
          {others.map((term, at) => (
            <Chip
              key={term}
              removeLabel={t('removeTerm', { term })}
              onRemove={() => setTrends({ others: others.filter((each) => each !== term) })}
            >
              <LineKey at={at + 1} />
              <span className="cjk trunc">{term}</span>
            </Chip>
          ))}
        </ul>
      )}
      <Chosen counts={counts} lines={lines} chosen={chosen} />
    </div>
  );
}

/** "+ Compare a term": a field in its place while one is typed. */
function CompareField() {
  const { t } = useTranslation('time');
  const { setTrends } = useActions();
  const { others } = useSession((session) => session.trends) ?? firstTrends;
  const [typed, setTyped] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const add = (): void => {
    const term = (typed ?? '').trim();
    if (term !== '' && !others.includes(term)) setTrends({ others: [...others, term] });
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') add();
    else setTyped(null);
    // The field goes: the button that comes back in its place takes the focus.
    requestAnimationFrame(() => button.current?.focus());
  };
  if (others.length >= MOST_LINES - 1) return <span className="dim">{t('termsFull')}</span>;
  if (typed === null) {
    return (
      <AriaButton ref={button} className="chip add" onPress={() => setTyped('')}>
        <Icon of={Plus} size={12} />
        {t('compare')}
      </AriaButton>
    );
  }
  return (
    <span className="field s">
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader pressed the button that it takes the place of
        autoFocus
        aria-label={t('compareLabel')}
        placeholder={t('compareLabel')}
        autoComplete="off"
        spellCheck={false}
        maxLength={1_000}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={add}
        onKeyDown={onKeyDown}
      />
    </span>
  );
}

/** The chosen time, and ways to look closer at it. */
function Chosen({ counts, chosen }: TrendBarProps) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const { setFilters, setTrends } = useActions();
  const filters = useSession((session) => session.filters) ?? noFilters;
  const { within } = useSession((session) => session.trends) ?? firstTrends;
  const unit = (place: number): string => unitAt(counts.first, counts.grain, place);
  const nameOf = ({ first, last }: UnitSpan): string => {
    const [from, to] = spanText(unit(first), unit(last), format);
    return to === undefined ? from : t('span', { from, to });
  };
  const [only] = chosen;
  const zoom = ({ first, last }: UnitSpan): void =>
    setTrends({
      within: {
        from: spanOfUnit(unit(first)).from.slice(0, 7),
        to: spanOfUnit(unit(last)).to.slice(0, 7),
      },
    });
  return (
    <>
      {chosen.length > 0 && (
        <ul className="tr-terms">
          <Chip removeLabel={t('clearSelected')} onRemove={() => setFilters(clearDates(filters))}>
            {t('selected', { span: chosen.map(nameOf).join(', ') })}
          </Chip>
        </ul>
      )}
      {only !== undefined && chosen.length === 1 && counts.grain !== 'day' && (
        <Button variant="ghost" icon={ZoomIn} onPress={() => zoom(only)}>
          {t('zoom')}
        </Button>
      )}
      {within !== null && (
        <Button variant="ghost" icon={ZoomOut} onPress={() => setTrends({ within: null })}>
          {t('zoomOut')}
        </Button>
      )}
      <span className="dim tr-hint">{t(chosen.length > 0 ? 'dragHint' : 'dragFirst')}</span>
    </>
  );
}
