import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../api.ts';
import { ArticleToolbar } from '../article/ArticleToolbar.tsx';
import { createOutlineStore } from '../article/outline.ts';
import { useSession } from '../state/store.ts';
import { useOpenPost } from '../state/useOpenPost.ts';
import { Button } from '../ui/Button.tsx';
import { failureText } from '../ui/failureText.ts';
import { TrendHead } from './TrendHead.tsx';
import { TrendView } from './TrendView.tsx';
import { useTrends, type Trends } from './useTrends.ts';
import './trends.css';

/** Posts over time in the article's place; the list stays and follows what is chosen on the chart. */
export function TrendsPage() {
  const { t } = useTranslation('time');
  const { post } = useOpenPost();
  const [outline] = useState(createOutlineStore);
  const trends = useTrends();
  const svgRef = useRef<SVGSVGElement>(null);
  return (
    <main className="pane art" aria-label={t('trends')} data-pane="article">
      <ArticleToolbar
        post={post}
        isFindOpen={false}
        onCloseFind={() => undefined}
        outline={outline}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="tr" tabIndex={0} aria-label={t('trends')} data-pane-focus>
        <TrendHead trends={trends} svgRef={svgRef} />
        <TrendBody trends={trends} svgRef={svgRef} />
      </section>
    </main>
  );
}

interface BodyProps {
  readonly trends: Trends;
  readonly svgRef: React.RefObject<SVGSVGElement | null>;
}

/** The chart, or what stands in its place: on its way, failed, without dates, without posts. */
function TrendBody({ trends, svgRef }: BodyProps) {
  const { t } = useTranslation('time');
  const { t: tc } = useTranslation('common');
  const { counts, error, retry } = trends;
  const isByTerms = useSession((session) => session.trends.others.length > 0) ?? false;
  if (counts === null && error !== null) {
    return (
      <div className="tr-none" role="alert">
        <h2>{t('failed')}</h2>
        <p>{failureText(failureOf(error), tc)}</p>
        <Button onPress={retry}>{t('retry')}</Button>
      </div>
    );
  }
  if (counts === null) return <output className="tr-none late">{t('loading')}</output>;
  const { first } = counts;
  if (first === null) {
    return (
      <div className="tr-none">
        <h2>{t('noDates')}</h2>
        <p>{t('noDatesHint')}</p>
      </div>
    );
  }
  const isNone = counts.lines.length === 0 && !isByTerms;
  return (
    <>
      {isNone && (
        <div className="tr-none">
          <h2>{t('noneFound')}</h2>
          <p>{t('noneFoundHint')}</p>
        </div>
      )}
      <TrendView trends={trends} counts={{ ...counts, first }} svgRef={svgRef} isEmpty={isNone} />
    </>
  );
}
