import { CircleAlert, CircleCheck, CircleSlash } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ExportSummary } from '../../shared/exportModel.ts';
import { formatNames } from '../../shared/formatOptions.ts';
import { useFailureWords } from '../export/useFailureWords.ts';
import { useFormat } from '../i18n/useFormat.ts';
import type { ExportJob } from '../state/exportJobs.ts';
import { useActions, useApi } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useAnnounced } from '../ui/useAnnounced.ts';
import { durationOf } from './duration.ts';

/** An export that went on in the background, or how it ended. */
export const ExportRow = ({ job }: { readonly job: ExportJob }) =>
  job.summary === null ? <Running job={job} /> : <Ended job={job} summary={job.summary} />;

/** Until the first word of the job arrives. */
const unknown = {
  stage: 'reading',
  donePosts: 0,
  totalPosts: 0,
  secondsLeft: null,
  currentTitle: null,
} as const;

function Running({ job }: { readonly job: ExportJob }) {
  const { t } = useTranslation('exporting');
  const { t: tc } = useTranslation('common');
  const format = useFormat();
  const api = useApi();
  const { notifyFailure, showExport } = useActions();
  const {
    stage,
    donePosts: done,
    totalPosts: total,
    secondsLeft,
    currentTitle,
  } = job.progress ?? unknown;
  const duration = secondsLeft === null ? null : durationOf(secondsLeft);
  const counts = `${format.number(done)} / ${format.number(total)}`;
  const isWaiting = stage === 'waiting';
  const said = useAnnounced(isWaiting ? t('stage.waiting') : `${t('exporting')} ${counts}`);
  const cancel = async (): Promise<void> => {
    const outcome = await api.call('export.cancel', { jobId: job.jobId });
    if (!outcome.ok) notifyFailure(outcome.error);
  };
  return (
    <div>
      <ProgressBar
        label={t('progress')}
        percent={total === 0 || isWaiting ? null : (done / total) * 100}
      />
      <div className="in">
        <b className="nowrap">{exportName(job, t)}</b>
        {total > 0 && !isWaiting && (
          <span className="stat">
            {format.number(done)}
            <span>
              / {format.number(total)} {t('postsUnit')}
            </span>
          </span>
        )}
        {duration !== null && (
          <span className="stat wide">
            {t(duration.unit, { count: duration.count, shown: format.number(duration.count) })}
          </span>
        )}
        <span className="trunc cjk what dim">{currentTitle ?? t(`stage.${stage}`)}</span>
        <Button label={t('show')} onPress={() => showExport(job)}>
          {t('details')}
        </Button>
        <Button label={t('stop')} onPress={() => void cancel()}>
          {tc('cancel')}
        </Button>
      </div>
      <output className="sr">{said}</output>
    </div>
  );
}

/** What is being made, so that two exports at a time can be told apart. */
function exportName({ started }: ExportJob, t: TFunction<'exporting'>): string {
  return started === null
    ? t('exporting')
    : t('exportingTo', { format: formatNames[started.order.options.format] });
}

const icons = { done: CircleCheck, failed: CircleAlert, cancelled: CircleSlash };
const looks = { done: 'good', failed: 'bad', cancelled: 'dim' };

interface EndedProps {
  readonly job: ExportJob;
  readonly summary: ExportSummary;
}

function Ended({ job, summary }: EndedProps) {
  const { t } = useTranslation('exporting');
  const { t: tc } = useTranslation('common');
  const format = useFormat();
  const api = useApi();
  const { dismissExport, notifyFailure, showExport } = useActions();
  const say = useFailureWords();
  const { jobId, outcome, postCount, failures, warnings, message, target } = summary;
  const isGood = outcome === 'done';
  const show = async (): Promise<void> => {
    const shown = await api.call('export.show', { jobId });
    if (!shown.ok) notifyFailure(shown.error);
  };
  const words = {
    done: t('done', { count: postCount, shown: format.number(postCount) }),
    failed: t('failed', { format: formatNames[summary.format] }),
    cancelled: t('cancelled'),
  }[outcome];
  const detail =
    outcome === 'failed'
      ? say(message)
      : failures.length > 0
        ? t('failures', { count: failures.length, shown: format.number(failures.length) })
        : warnings.length > 0
          ? t('warnings', { count: warnings.length, shown: format.number(warnings.length) })
          : (target ?? '');
  const hasMore = outcome === 'failed' || failures.length + warnings.length > 0;
  return (
    <output className="in">
      <Icon of={icons[outcome]} className={looks[outcome]} />
      <b className="nowrap">{words}</b>
      <span className="trunc what dim" title={detail}>
        {detail}
      </span>
      {isGood && <Button onPress={() => void show()}>{tc('showInFolder')}</Button>}
      {hasMore && (
        <Button label={t('show')} onPress={() => showExport(job)}>
          {t('details')}
        </Button>
      )}
      <Button onPress={() => dismissExport(jobId)}>{tc('close')}</Button>
    </output>
  );
}
