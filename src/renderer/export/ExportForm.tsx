import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ExportOptions } from '../../shared/exportModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useApp } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { SelectBox } from '../ui/SelectBox.tsx';
import { BookRows, TextRow } from './BookRows.tsx';
import { formatNames, usesRow } from '../../shared/formatOptions.ts';
import { FurnitureRows } from './FurnitureRows.tsx';
import { IncludeRows, MoreRows } from './IncludeRows.tsx';
import { ColumnsRow, PageRows, TypeRow } from './PageRows.tsx';
import { PresetRow } from './PresetRow.tsx';
import type { RowsProps } from './rowProps.ts';
import type { ExportPosts } from './useExportPosts.ts';
import { sourceKey, type ExportSource } from '../state/exportSource.ts';

interface Properties extends Omit<RowsProps, 'isAlone'> {
  readonly posts: ExportPosts;
  /** The title of a book that was given none. */
  readonly usualTitle: string;
  /** The options as a preset keeps them: also those that these posts have no use for. */
  readonly presetOptions: ExportOptions;
  readonly isDisabled: boolean;
  readonly onSource: (source: ExportSource) => void;
}

/** All settings of an export: what everybody needs in view, the rest in folded groups. Disabled while one runs. */
export function ExportForm({
  options,
  change,
  posts,
  usualTitle,
  presetOptions,
  isDisabled,
  onSource,
}: Properties) {
  const count = posts.ids?.length ?? 0;
  const isAlone = count === 1 || options.layout === 'separate';
  const rows = { options, isAlone, change };
  const isPdf = usesRow(rows, 'layout');
  return (
    <fieldset className="form" disabled={isDisabled} inert={isDisabled}>
      <WhatRows {...rows} posts={posts} onSource={onSource} />
      <PresetRow options={presetOptions} change={change} />
      {isPdf && count !== 1 && <LayoutCards {...rows} count={count} />}
      {usesRow(rows, 'pages') && (
        <>
          <div className="sepa" />
          <PageRows {...rows} />
        </>
      )}
      <ReadingRows {...rows} />
      {usesRow(rows, 'furniture') && (
        <>
          <div className="sepa" />
          <FurnitureRows {...rows} />
        </>
      )}
      {usesRow(rows, 'notes') && (
        <>
          <div className="sepa" />
          <IncludeRows {...rows} hasQuery={posts.query !== null} />
        </>
      )}
      <FoldedRows {...rows} usualTitle={usualTitle} />
    </fieldset>
  );
}

/** Typeface and order. */
function ReadingRows(rows: RowsProps) {
  const hasType = usesRow(rows, 'typeface');
  const hasOrder = usesRow(rows, 'order');
  const isFirst = !usesRow(rows, 'pages') && (hasType || hasOrder);
  return (
    <>
      {isFirst && <div className="sepa" />}
      {hasType && <TypeRow {...rows} />}
      {hasOrder && <OrderRow {...rows} />}
    </>
  );
}

/** What a book is made of, and what few change. */
function FoldedRows({ usualTitle, ...rows }: RowsProps & Pick<Properties, 'usualTitle'>) {
  const { t } = useTranslation('exporting');
  return (
    <>
      {usesRow(rows, 'title') && !rows.isAlone && (
        <Fold title={t('bookGroup')}>
          <BookRows {...rows} usualTitle={usualTitle} />
        </Fold>
      )}
      {(usesRow(rows, 'endnotes') || usesRow(rows, 'title') || usesRow(rows, 'size')) && (
        <Fold title={t('moreGroup')}>
          {usesRow(rows, 'title') && rows.isAlone && <AloneTitle {...rows} />}
          {usesRow(rows, 'size') && <ColumnsRow {...rows} />}
          <MoreRows {...rows} />
        </Fold>
      )}
    </>
  );
}

/** The title of the file of one post: its own, unless another is given. */
function AloneTitle({ options, change }: RowsProps) {
  const { t } = useTranslation('exporting');
  return (
    <TextRow
      name={t('bookTitle')}
      value={options.title}
      placeholder={t('ownTitle')}
      onChange={(title) => change({ title })}
    />
  );
}

function Fold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="more-fold">
      <summary>
        <Icon of={ChevronRight} size={14} />
        {title}
      </summary>
      <div className="fold-rows">{children}</div>
    </details>
  );
}

/** Which posts, to what. */
function WhatRows({
  options,
  change,
  posts,
  onSource,
}: RowsProps & Pick<Properties, 'posts' | 'onSource'>) {
  const { t } = useTranslation('exporting');
  const format = useFormat();
  const formats = useApp(({ app }) => app.exportFormats);
  const { offered, source, ids } = posts;
  const chosen = offered.find((one) => one.key === sourceKey(source));
  return (
    <>
      <div className="fr">
        <span className="name">{t('posts')}</span>
        <div className="two">
          <SelectBox
            className="grow"
            label={t('posts')}
            value={chosen?.key ?? ''}
            options={offered.map(({ key, text }) => ({ value: key, text }))}
            onChange={(key) => {
              const next = offered.find((one) => one.key === key);
              if (next !== undefined) onSource(next.source);
            }}
          />
          <output className="dim count">
            {posts.hasFailed
              ? t('countFailed')
              : ids !== null && t('count', { count: ids.length, shown: format.number(ids.length) })}
          </output>
        </div>
      </div>
      <div className="fr">
        <span className="name">{t('format')}</span>
        <div className="two">
          <SelectBox
            className="grow"
            label={t('format')}
            value={options.format}
            options={formats.map((value) => ({ value, text: formatNames[value] }))}
            onChange={(value) => change({ format: value })}
          />
        </div>
        {options.format !== 'pdf' && (
          <p className="below dim">{t(`formatNote.${options.format}`)}</p>
        )}
      </div>
    </>
  );
}

function LayoutCards({ options, count, change }: RowsProps & { readonly count: number }) {
  const { t } = useTranslation('exporting');
  const format = useFormat();
  const cards = [
    {
      value: 'merged',
      title: t('merged'),
      note: options.hasContents && count > 1 ? t('mergedNote') : t('mergedPlain'),
    },
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

const orders: readonly ExportOptions['order'][] = ['listed', 'date', 'source'];

function OrderRow({ options, change }: RowsProps) {
  const { t } = useTranslation('exporting');
  return (
    <div className="fr">
      <span className="name">{t('order')}</span>
      <Segmented
        label={t('order')}
        value={options.order}
        options={orders.map((value) => ({ value, text: t(value) }))}
        onChange={(order) => change({ order })}
      />
    </div>
  );
}
