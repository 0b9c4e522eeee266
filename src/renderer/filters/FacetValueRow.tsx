import type { CSSProperties } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import type { FacetRow } from './facetRows.ts';

interface FacetValueRowProps {
  readonly row: FacetRow;
  /** The largest count of the facet: the full bar. */
  readonly most: number;
  readonly onToggle: (value: string) => void;
}

/** A facet value: tick, name, bar, count. */
export function FacetValueRow({ row, most, onToggle }: FacetValueRowProps) {
  const format = useFormat();
  const share: CSSProperties & Record<'--p', number> = { '--p': row.count / most };
  return (
    <Checkbox
      className={`fv ${row.isChosen ? 'on' : ''} ${row.count === 0 ? 'zero' : ''}`}
      isSelected={row.isChosen}
      onChange={() => onToggle(row.value)}
    >
      <span className="cjk trunc" title={row.label}>
        {row.label}
      </span>
      <i className="fb" aria-hidden style={share} />
      <span className="num">{format.number(row.count)}</span>
    </Checkbox>
  );
}
