import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrendCounts } from '../../shared/timeModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { unitAt, unitText } from '../time/units.ts';
import { LineKey } from './LineKey.tsx';
import { lineColour } from './lineLook.ts';
import { sparkBars } from './sparkBars.ts';
import { type Measure, perThousand, type ShownLine } from './trendLines.ts';
import type { UnitSpan } from './useCrosshair.ts';
import { useLineName } from './useLineName.ts';

interface TrendTableProps {
  readonly counts: TrendCounts & { readonly first: string };
  readonly lines: readonly ShownLine[];
  readonly measure: Measure;
  readonly chosen: readonly UnitSpan[];
  readonly isByTerms: boolean;
  /** Nothing is looked for: the rate is a share of the archive. */
  readonly isAll: boolean;
}

/** The numbers of the chart, line by line. */
export function TrendTable(properties: TrendTableProps) {
  const { counts, lines, measure, chosen, isByTerms, isAll } = properties;
  const { t } = useTranslation('time');
  const shareHint = isAll ? 'share' : 'source';
  return (
    <table className="tt2" aria-label={t('tableLabel')}>
      <thead>
        <tr>
          <th scope="col">{t(isByTerms ? 'term' : 'source')}</th>
          <th scope="col">{t(`by.${counts.grain}`)}</th>
          <th scope="col" className="r">
            {t('posts')}
          </th>
          <th scope="col" className="r" title={t(`rateHint.${isByTerms ? 'terms' : shareHint}`)}>
            {t('perThousand')}
          </th>
          <th scope="col" className="r">
            {t('peak')}
          </th>
          <th scope="col" className="r" title={t(`peakHint.${counts.grain}`)}>
            {t('peakToUsual')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <TrendRow key={line.at} counts={counts} line={line} measure={measure} chosen={chosen} />
        ))}
      </tbody>
    </table>
  );
}

interface TrendRowProps extends Pick<TrendTableProps, 'counts' | 'measure' | 'chosen'> {
  readonly line: ShownLine;
}

function TrendRow({ counts, line, chosen }: TrendRowProps) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const nameOf = useLineName();
  const { at, values, posts, rate, peak, peakToUsual } = line;
  return (
    <tr>
      <th scope="row">
        <LineKey at={at} />
        <span className="cjk trunc" title={nameOf(line)}>
          {nameOf(line)}
        </span>
      </th>
      <td>
        <Spark at={at} values={values} chosen={chosen} />
      </td>
      <td className="r">{format.number(posts)}</td>
      <td className="r">{rate === null ? t('noValue') : format.decimal(rate)}</td>
      <td className="r">
        {peak === null ? t('noValue') : unitText(unitAt(counts.first, counts.grain, peak), format)}
      </td>
      <td className="r">
        {peakToUsual === null ? t('noValue') : t('times', { value: format.decimal(peakToUsual) })}
      </td>
    </tr>
  );
}

interface SparkProps extends Pick<ShownLine, 'at' | 'values'> {
  readonly chosen: readonly UnitSpan[];
}

/** A line as small bars; those of the chosen time in its colour. */
function Spark({ at, values, chosen }: SparkProps) {
  return (
    <svg className="spk" viewBox="0 0 152 24" preserveAspectRatio="none" aria-hidden>
      {sparkBars(values, chosen).map(({ x, width, height, isChosen }) => (
        <rect
          key={x}
          x={x}
          y={24 - height}
          width={width}
          height={height}
          fill={isChosen ? lineColour(at) : 'var(--line-2)'}
        />
      ))}
    </svg>
  );
}

/** Every unit of every line: all that the chart draws, as text. Made when it is opened. */
export function AllNumbers({ counts, lines }: Pick<TrendTableProps, 'counts' | 'lines'>) {
  const { t } = useTranslation('time');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="all-numbers" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t(`allNumbers.${counts.grain}`)}</summary>
      {isOpen && <NumbersTable counts={counts} lines={lines} />}
    </details>
  );
}

function NumbersTable({ counts, lines }: Pick<TrendTableProps, 'counts' | 'lines'>) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const nameOf = useLineName();
  const cell = (at: number, unit: number): string => {
    const { counts: posts, bases } = counts.lines[at] ?? { counts: [], bases: [] };
    const rate = perThousand(posts[unit] ?? 0, bases[unit] ?? 0);
    const shown = format.number(posts[unit] ?? 0);
    return rate === null ? shown : `${shown} · ${format.decimal(rate)}‰`;
  };
  return (
    <div className="numbers-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t(`unit.${counts.grain}`)}</th>
            {lines.map((line) => (
              <th key={line.at} scope="col" className="r cjk">
                {nameOf(line)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.found.map((_, unit) => {
            const name = unitAt(counts.first, counts.grain, unit);
            return (
              <tr key={name}>
                <th scope="row">{unitText(name, format)}</th>
                {lines.map(({ at }) => (
                  <td key={at} className="r">
                    {cell(at, unit)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
