import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { hasNarrowedMargins, pageGeometry } from '../../shared/exportLayout.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { SelectBox } from '../ui/SelectBox.tsx';
import { Stepper } from '../ui/Stepper.tsx';
import { usesRow } from '../../shared/formatOptions.ts';
import { LengthField } from './LengthField.tsx';
import type { RowsProps } from './rowProps.ts';

const papers = ['A4', 'A5', 'B5', 'Letter', 'custom'] as const;

/** Millimetres, as the options allow them. */
const paperRange = { least: 60, most: 1200 } as const;
const marginRange = { least: 0, most: 100 } as const;

/** Paper and margins. */
export function PageRows(rows: RowsProps) {
  const { options, change } = rows;
  const { t } = useTranslation('exporting');
  const isNarrowed = hasNarrowedMargins(options);
  return (
    <>
      <div className="fr">
        <span className="name">{t('page')}</span>
        <div className="two">
          <SelectBox
            className="grow"
            label={t('paper')}
            value={options.pageSize}
            options={papers.map((value) => ({
              value,
              text: value === 'custom' ? t('customPaper') : value,
            }))}
            onChange={(pageSize) => change({ pageSize })}
          />
          <Segmented
            label={t('orientation')}
            value={options.orientation}
            options={[
              { value: 'portrait', text: t('portrait') },
              { value: 'landscape', text: t('landscape') },
            ]}
            onChange={(orientation) => change({ orientation })}
          />
        </div>
        {options.pageSize === 'custom' && <PaperFields {...rows} />}
      </div>
      <div className="fr">
        <span className="name">{t('margins')}</span>
        <div className="two">
          <Segmented
            label={t('margins')}
            value={options.margins}
            options={[
              { value: 'narrow', text: t('narrow') },
              { value: 'normal', text: t('normal') },
              { value: 'wide', text: t('wide') },
              { value: 'custom', text: t('custom') },
            ]}
            onChange={(margins) => change({ margins })}
          />
          {options.margins !== 'custom' && (
            <span className="dim">
              {t('millimetres', { shown: pageGeometry(options).margins.top })}
            </span>
          )}
        </div>
        {options.margins === 'custom' && <MarginFields {...rows} />}
        <output className={isNarrowed ? 'below caution' : 'sr'}>
          {isNarrowed && t('narrowPage')}
        </output>
      </div>
    </>
  );
}

function PaperFields({ options, change }: RowsProps) {
  const { t } = useTranslation('exporting');
  const unit = t('mm');
  const format = useFormat();
  const paperWords = {
    least: format.number(paperRange.least),
    most: format.number(paperRange.most),
  };
  const helpId = useId();
  return (
    <fieldset className="below two" aria-label={t('customPaper')}>
      <LengthField
        label={t('paperWidth')}
        value={options.customWidth}
        range={paperRange}
        unit={unit}
        describedBy={helpId}
        onChange={(customWidth) => change({ customWidth })}
      />
      <span aria-hidden>×</span>
      <LengthField
        label={t('paperHeight')}
        value={options.customHeight}
        range={paperRange}
        unit={unit}
        describedBy={helpId}
        onChange={(customHeight) => change({ customHeight })}
      />
      <span id={helpId} className="dim help">
        {t('lengthHelp', paperWords)}
      </span>
    </fieldset>
  );
}

const sides = ['top', 'right', 'bottom', 'left'] as const;

function MarginFields({ options, change }: RowsProps) {
  const { t } = useTranslation('exporting');
  const { customMargins } = options;
  return (
    <fieldset className="below margin-fields" aria-label={t('margins')}>
      {sides.map((side) => (
        <div key={side}>
          <span aria-hidden className="dim">
            {t(`side.${side}`)}
          </span>
          <LengthField
            label={t('marginOf', { side: t(`side.${side}`) })}
            value={customMargins[side]}
            range={marginRange}
            unit={t('mm')}
            onChange={(width) => change({ customMargins: { ...customMargins, [side]: width } })}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** Type sizes in points, as the options allow them; by halves, for 五号, the usual size of Chinese books, is 10.5. */
const sizes = { least: 7, most: 20, step: 0.5 } as const;
const leadings = { least: 1.2, most: 2.4, step: 0.1 } as const;

/** Typeface and size. */
export function TypeRow(rows: RowsProps) {
  const { options, change } = rows;
  const { t } = useTranslation('exporting');
  return (
    <div className="fr">
      <span className="name">{t('typeface')}</span>
      <div className="two">
        <Segmented
          label={t('typeface')}
          value={options.typeface}
          options={[
            { value: 'serif', text: t('serif'), className: 'serif-face' },
            { value: 'sans', text: t('sans') },
          ]}
          onChange={(typeface) => change({ typeface })}
        />
        {usesRow(rows, 'size') && (
          <>
            <span className="sp" />
            <Stepper
              label={t('size')}
              value={options.sizePoints}
              range={sizes}
              shown={t('points', { shown: options.sizePoints })}
              words={[t('smaller'), t('larger')]}
              onChange={(sizePoints) => change({ sizePoints })}
            />
          </>
        )}
      </div>
    </div>
  );
}

/** Columns and line height. */
export function ColumnsRow({ options, change }: RowsProps) {
  const { t } = useTranslation('exporting');
  const columns: Readonly<Record<'one' | 'two', ExportOptions['columns']>> = { one: 1, two: 2 };
  return (
    <>
      <div className="fr">
        <span className="name">{t('columns')}</span>
        <Segmented
          label={t('columns')}
          value={options.columns === 1 ? 'one' : 'two'}
          options={[
            { value: 'one', text: t('oneColumn') },
            { value: 'two', text: t('twoColumns') },
          ]}
          onChange={(chosen) => change({ columns: columns[chosen] })}
        />
      </div>
      <div className="fr">
        <span className="name">{t('leading')}</span>
        <Stepper
          label={t('leading')}
          value={options.leading}
          range={leadings}
          shown={options.leading.toFixed(1)}
          words={[t('tighter'), t('looser')]}
          // Tenths added up drift: 1.2000000000000002 is no line height to keep.
          onChange={(leading) => change({ leading: Math.round(leading * 10) / 10 })}
        />
      </div>
    </>
  );
}
