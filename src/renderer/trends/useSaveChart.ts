import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useApi } from '../state/store.ts';
import { chartPng } from './chartPng.ts';
import { trendRows } from './trendRows.ts';
import type { TrendTitle } from './TrendHead.tsx';
import { useLineName } from './useLineName.ts';
import type { Trends } from './useTrends.ts';

interface SaveWish {
  readonly trends: Trends;
  readonly title: TrendTitle;
  readonly svgRef: RefObject<SVGSVGElement | null>;
}

/** Saves the chart where the reader says: its picture, or its numbers as a table. */
export function useSaveChart({ trends, title, svgRef }: SaveWish) {
  const { t } = useTranslation('time');
  const api = useApi();
  const nameOf = useLineName();
  const { notify, notifyFailure } = useActions();
  return async (kind: 'png' | 'csv'): Promise<void> => {
    const { counts } = trends;
    if (counts === null || counts.first === null) return;
    const name = title.title;
    const content =
      kind === 'csv'
        ? {
            kind,
            rows: trendRows({ ...counts, first: counts.first }, counts.lines.map(nameOf), {
              unit: t(`unit.${counts.grain}`),
              perThousand: t('perThousand'),
              all: t('allFound'),
            }),
          }
        : pictureOf(svgRef.current, title);
    if (content === null) return notify({ kind: 'text', text: t('notDrawn') });
    const outcome = await api.call('trends.save', { name, ...content });
    if (!outcome.ok) return notifyFailure(outcome.error);
    if (outcome.value !== null) {
      notify({ kind: 'text', text: t('saved', { file: outcome.value.file }) });
    }
  };
}

function pictureOf(svg: SVGSVGElement | null, title: TrendTitle) {
  const png = svg === null ? null : chartPng(svg, title);
  return png === null ? null : ({ kind: 'png', png } as const);
}
