import type { CSSProperties, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import type { FacetRow } from './facetRows.ts';

interface FacetValueRowProps {
  readonly row: FacetRow;
  /** The largest count of the facet: the full bar. */
  readonly most: number;
  readonly onToggle: (value: string) => void;
  /** Leaves a value out, or no more, by a click with Alt; missing where that cannot be. */
  readonly onExclude?: ((value: string) => void) | undefined;
}

/** A facet value: tick, name, bar, count. One that is left out is struck through. */
export function FacetValueRow({ row, most, onToggle, onExclude }: FacetValueRowProps) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const share: CSSProperties & Record<'--p', number> = { '--p': row.count / most };
  const isExcluded = row.isExcluded === true;
  const onClick = (event: MouseEvent): void => {
    if (!event.altKey || onExclude === undefined) return;
    // The tick box under the pointer must not change as well.
    event.preventDefault();
    event.stopPropagation();
    onExclude(row.value);
  };
  const marks = [row.isChosen ? 'on' : '', row.count === 0 ? 'zero' : '', isExcluded ? 'not' : ''];
  return (
    // A shortcut for the pointer; the keyboard has the menu and the popover.
    <div className="fv-box" onClickCapture={onClick}>
      <Checkbox
        className={`fv ${marks.join(' ')}`}
        isSelected={row.isChosen}
        isMixed={isExcluded}
        onChange={() => onToggle(row.value)}
      >
        <span className="cjk trunc" title={row.label}>
          {row.label}
        </span>
        {isExcluded && <span className="sr">{t('excluded')}</span>}
        <i className="fb" aria-hidden style={share} />
        <span className="num">{format.number(row.count)}</span>
      </Checkbox>
    </div>
  );
}
