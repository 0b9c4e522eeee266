import { Image, Share, Table, X } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useSession } from '../state/store.ts';
import { firstTrends } from '../state/trendsView.ts';
import { spanText, unitAt } from '../time/units.ts';
import { IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import type { Trends } from './useTrends.ts';
import { useSaveChart } from './useSaveChart.ts';

interface TrendHeadProps {
  readonly trends: Trends;
  readonly svgRef: RefObject<SVGSVGElement | null>;
}

/** What is counted, and how: title, measure, save, close. */
export function TrendHead({ trends, svgRef }: TrendHeadProps) {
  const { t } = useTranslation('time');
  const { showSurface, setTrends } = useActions();
  const { measure } = useSession((session) => session.trends) ?? firstTrends;
  const title = useTrendTitle(trends);
  const save = useSaveChart({ trends, title, svgRef });
  return (
    <div className="hd">
      <div className="says">
        <h1>{title.title}</h1>
        {title.sub !== '' && <p className="sub">{title.sub}</p>}
      </div>
      <div className="ctl">
        <Segmented
          label={t('measure')}
          value={measure}
          options={[
            { value: 'posts', text: t('posts') },
            { value: 'rate', text: t('perThousand') },
          ]}
          onChange={(next) => setTrends({ measure: next })}
        />
        <MenuButton
          label={t('save')}
          placement="bottom end"
          groups={[
            {
              id: 'save',
              entries: [
                { id: 'png', text: t('savePng'), icon: Image, run: () => void save('png') },
                { id: 'csv', text: t('saveCsv'), icon: Table, run: () => void save('csv') },
              ],
            },
          ]}
        >
          <IconButton icon={Share} label={t('save')} isDisabled={!hasLines(trends)} />
        </MenuButton>
        <IconButton icon={X} label={t('closeTrends')} onPress={() => showSurface('post')} />
      </div>
    </div>
  );
}

const hasLines = ({ counts }: Trends): boolean => (counts?.lines.length ?? 0) > 0;

/** The words above a chart. */
export interface TrendTitle {
  readonly title: string;
  /** What is counted, by what, from when to when; empty while it is not known. */
  readonly sub: string;
}

/** One word or phrase without any field or operator. */
const isPlainTerm = (text: string): boolean => !/[\s:："()[\]|/*-]/u.test(text);

function useTrendTitle({ text, counts, isFiltered }: Trends): TrendTitle {
  const { t } = useTranslation('time');
  const format = useFormat();
  const others = useSession((session) => session.trends.others) ?? [];
  const query = text.trim();
  const terms = [query === '' ? t('allPosts') : query, ...others];
  if (counts === null || counts.first === null) return { title: terms.join(' / '), sub: '' };
  const last = unitAt(counts.first, counts.grain, counts.units - 1);
  const [from, to] = spanText(counts.first, last, format);
  const span = to === undefined ? from : t('span', { from, to });
  const unit = t(`per.${counts.grain}`);
  const one =
    query === '' ? (isFiltered ? 'filtered' : 'all') : isPlainTerm(query) ? 'term' : 'query';
  const sub = t(`sub.${others.length > 0 ? 'terms' : one}`, { unit, span });
  return { title: terms.join(' / '), sub };
}
