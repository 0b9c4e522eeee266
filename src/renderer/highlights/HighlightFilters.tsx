import { StickyNote, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { pens, type HighlightPage, type Pen } from '../../shared/annotations.ts';
import { useFormat } from '../i18n/useFormat.ts';
import type { HighlightsView } from '../state/highlightsView.ts';
import { useActions } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';

interface FilterChipProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

/** A chip that is pressed or not. */
const FilterChip = ({ isOn, onChange, children }: FilterChipProps) => (
  <ToggleButton className={`chip tog ${isOn ? 'on' : ''}`} isSelected={isOn} onChange={onChange}>
    {children}
  </ToggleButton>
);

interface HighlightFiltersProps {
  readonly view: HighlightsView;
  /** Null until the first answer is here. */
  readonly head: HighlightPage | null;
}

/** The pens with their counts, "with note" and, where there are some, those that lost their place. */
export function HighlightFilters({ view, head }: HighlightFiltersProps) {
  const { t } = useTranslation('highlights');
  const format = useFormat();
  const { setHighlightsView } = useActions();
  const togglePen = (pen: Pen, isOn: boolean): void =>
    setHighlightsView({
      pens: pens.filter((known) => (known === pen ? isOn : view.pens.includes(known))),
    });
  const orphans = head?.orphanCount ?? 0;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would draw a frame
    <div className="hc-chips" role="group" aria-label={t('filters')}>
      {pens.map((pen) => (
        <FilterChip
          key={pen}
          isOn={view.pens.includes(pen)}
          onChange={(isOn) => togglePen(pen, isOn)}
        >
          <i className="pen-sw" data-pen={pen} />
          {t(`pens.${pen}`)}
          <span className="num">{format.number(head?.penCounts[pen] ?? 0)}</span>
        </FilterChip>
      ))}
      <FilterChip isOn={view.hasNote} onChange={(hasNote) => setHighlightsView({ hasNote })}>
        <Icon of={StickyNote} size={12} />
        {t('withNote')}
      </FilterChip>
      {(orphans > 0 || view.isOrphan) && (
        <FilterChip isOn={view.isOrphan} onChange={(isOrphan) => setHighlightsView({ isOrphan })}>
          <Icon of={TriangleAlert} size={12} />
          {t('orphans')}
          <span className="num">{format.number(orphans)}</span>
        </FilterChip>
      )}
    </div>
  );
}
