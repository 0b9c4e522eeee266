import { Minus, Plus } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { pageGeometry } from '../../shared/exportLayout.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { IconButton } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { SelectBox } from '../ui/SelectBox.tsx';

interface Properties {
  readonly options: ExportOptions;
  /** Number of posts to export. */
  readonly count: number;
  readonly isDisabled: boolean;
  readonly onChange: (options: ExportOptions) => void;
}

/** All settings of an export. Disabled as a whole while one runs. */
export function ExportForm({ options, count, isDisabled, onChange }: Properties) {
  const change = (part: Partial<ExportOptions>): void => onChange({ ...options, ...part });
  return (
    <fieldset className="form" disabled={isDisabled} inert={isDisabled}>
      <LayoutCards options={options} count={count} change={change} />
      <div className="sepa" />
      <PageRows options={options} change={change} />
      <div className="sepa" />
      <FurnitureRows options={options} change={change} />
      <div className="sepa" />
      <IncludeRows options={options} change={change} />
    </fieldset>
  );
}

interface RowsProps {
  readonly options: ExportOptions;
  readonly change: (part: Partial<ExportOptions>) => void;
}

function LayoutCards({ options, count, change }: RowsProps & { readonly count: number }) {
  const { t } = useTranslation('exporting');
  const format = useFormat();
  const cards = [
    { value: 'merged', title: t('merged'), note: t('mergedNote') },
    {
      value: 'separate',
      title: t('separate'),
      note: t('separateNote', { count, shown: format.number(count) }),
    },
  ] as const;
  return (
    <RadioGroup
      className="cards"
      aria-label={t('layout')}
      orientation="horizontal"
      value={options.layout}
      onChange={(chosen) => change({ layout: chosen === 'separate' ? 'separate' : 'merged' })}
    >
      {cards.map(({ value, title, note }) => (
        <Radio key={value} value={value} className="card">
          {({ isSelected }) => (
            <>
              <span aria-hidden className={isSelected ? 'rb on' : 'rb'} />
              <b>{title}</b>
              <small>{note}</small>
            </>
          )}
        </Radio>
      ))}
    </RadioGroup>
  );
}

const papers = ['A4', 'A5', 'B5', 'Letter'] as const;

function PageRows({ options, change }: RowsProps) {
  const { t } = useTranslation('exporting');
  return (
    <>
      <div className="fr">
        <span className="name">{t('page')}</span>
        <div className="two">
          <SelectBox
            className="grow"
            label={t('paper')}
            value={options.pageSize}
            options={papers.map((value) => ({ value, text: value }))}
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
            ]}
            onChange={(margins) => change({ margins })}
          />
          <span className="dim">{t('millimetres', { shown: pageGeometry(options).margins.top })}</span>
        </div>
      </div>
      <TypeRow options={options} change={change} />
      <OrderRow options={options} change={change} />
    </>
  );
}

/** Type sizes in points, as the options allow them. */
const SMALLEST = 7;
const LARGEST = 20;

function TypeRow({ options, change }: RowsProps) {
  const { t } = useTranslation('exporting');
  const size = options.sizePoints;
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
        <span className="sp" />
        <fieldset className="step-field" aria-label={t('size')}>
          <IconButton
            icon={Minus}
            iconSize={12}
            label={t('smaller')}
            isDisabled={size <= SMALLEST}
            onPress={() => change({ sizePoints: Math.max(SMALLEST, size - 1) })}
          />
          <output>{t('points', { shown: size })}</output>
          <IconButton
            icon={Plus}
            iconSize={12}
            label={t('larger')}
            isDisabled={size >= LARGEST}
            onPress={() => change({ sizePoints: Math.min(LARGEST, size + 1) })}
          />
        </fieldset>
      </div>
    </div>
  );
}

function OrderRow({ options, change }: RowsProps) {
  const { t } = useTranslation('exporting');
  return (
    <div className="fr">
      <span className="name">{t('order')}</span>
      <Segmented
        label={t('order')}
        value={options.order}
        options={[
          { value: 'listed', text: t('listed') },
          { value: 'date', text: t('date') },
          { value: 'source', text: t('source') },
        ]}
        onChange={(order) => change({ order })}
      />
    </div>
  );
}

function FurnitureRows({ options, change }: RowsProps) {
  const { t } = useTranslation('exporting');
  return (
    <>
      <div className="fr">
        <Checkbox isSelected={options.hasHeader} onChange={(hasHeader) => change({ hasHeader })}>
          {t('header')}
        </Checkbox>
        <span className="dim">{t('headerNote')}</span>
      </div>
      <div className="fr">
        <Checkbox isSelected={options.hasFooter} onChange={(hasFooter) => change({ hasFooter })}>
          {t('footer')}
        </Checkbox>
        <span className="dim">{t('footerNote')}</span>
      </div>
    </>
  );
}

function IncludeRows({ options, change }: RowsProps) {
  const { t } = useTranslation('exporting');
  return (
    <div className="fr">
      <span className="name top">{t('include')}</span>
      <div className="choices">
        <Checkbox
          isSelected={options.hasMetadata}
          onChange={(hasMetadata) => change({ hasMetadata })}
        >
          {t('metadata')}
        </Checkbox>
        <Checkbox
          isSelected={options.hasOriginalLink}
          onChange={(hasOriginalLink) => change({ hasOriginalLink })}
        >
          {t('originalLink')}
        </Checkbox>
        <Checkbox isSelected={options.hasOutline} onChange={(hasOutline) => change({ hasOutline })}>
          {t('outline')}
        </Checkbox>
      </div>
    </div>
  );
}
