import { useTranslation } from 'react-i18next';
import { domId } from './domId.ts';
import { PaletteLine } from './PaletteLine.tsx';
import type { PaletteQuery, PaletteRow, PaletteSection } from './paletteModel.ts';

interface PaletteListProps {
  readonly query: PaletteQuery;
  readonly sections: readonly PaletteSection[];
  /** Posts that searching for what is typed finds; null while unknown. */
  readonly total: number | null;
  readonly activeId: string | null;
  /** The reader moved to the chosen line, so that it must be in view. */
  readonly isFollowed: boolean;
  readonly onPoint: (id: string) => void;
  readonly onChoose: (row: PaletteRow) => void;
}

/** The lines, group by group. They take no focus: the field keeps it and names the one that is chosen. */
export function PaletteList(props: PaletteListProps) {
  const { query, sections, total, activeId, isFollowed, onPoint, onChoose } = props;
  const { t } = useTranslation('palette');
  const hasAnswer = sections.some(({ group }) => group !== 'search');
  return (
    <>
      {!hasAnswer && <p className="none">{t(`none.${query.scope ?? 'all'}`)}</p>}
      <div
        id="palette-lines"
        className="lines"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold lines of this kind
        role="listbox"
        aria-label={t('title')}
      >
        {sections.map(({ group, rows }) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an optgroup stands in a select only
          <div key={group} role="group" aria-labelledby={`palette-group-${group}`}>
            <div className="h" id={`palette-group-${group}`}>
              {query.text === '' && group === 'posts' ? t('recentPosts') : t(`groups.${group}`)}
            </div>
            {rows.map((row) => (
              <PaletteLine
                key={row.id}
                id={domId(row)}
                row={row}
                total={total}
                isActive={row.id === activeId}
                isFollowed={isFollowed}
                onPoint={onPoint}
                onChoose={onChoose}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
