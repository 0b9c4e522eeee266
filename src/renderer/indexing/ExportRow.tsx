import { CircleAlert, CircleCheck, CircleSlash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportProgress, ExportSummary } from '../../shared/exportModel.ts';
import { formatNames } from '../export/formatOptions.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApi, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useAnnounced } from '../ui/useAnnounced.ts';
import { durationOf } from './duration.ts';

/** An export that went on in the background, or how it ended. */
export function ExportRow() {
  const job = useApp(({ exportJob }) => exportJob);
  if (job === null) return null;
  return job.summary === null ? (
    <Running jobId={job.jobId} progress={job.progress} />
  ) : (
    <Ended summary={job.summary} />
  );
}

interface RunningProps {
  readonly jobId: string;
  readonly progress: ExportProgress | null;
}

/** Until the first word of the job arrives. */
const unknown = {
  stage: 'reading',
  donePosts: 0,
  totalPosts: 0,
  secondsLeft: null,
  currentTitle: null,
} as const;

function Running({ jobId, progress }: RunningProps) {
  const { t } = useTranslation('exporting');
  const { t: tc } = useTranslation('common');
  const format = useFormat();
  const api = useApi();
  const { notifyFailure, openDialog } = useActions();
  const {
    stage,
    donePosts: done,
    totalPosts: total,
    secondsLeft,
    currentTitle,
  } = progress ?? unknown;
  const duration = secondsLeft === null ? null : durationOf(secondsLeft);
  const counts = `${format.number(done)} / ${format.number(total)}`;
  const said = useAnnounced(`${t('exporting')} ${counts}`);
  const cancel = async (): Promise<void> => {
    const outcome = await api.call('export.cancel', { jobId });
    if (!outcome.ok) notifyFailure(outcome.error);
  };
  return (
    <div>
      <ProgressBar label={t('progress')} percent={total === 0 ? null : (done / total) * 100} />
      <div className="in">
        <b className="nowrap">{t('exporting')}</b>
        {total > 0 && (
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
        <Button
          label={t('show')}
          onPress={() => openDialog({ kind: 'export', ids: [], source: { kind: 'result' } })}
        >
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

const icons = { done: CircleCheck, failed: CircleAlert, cancelled: CircleSlash };
const looks = { done: 'good', failed: 'bad', cancelled: 'dim' };

function Ended({ summary }: { readonly summary: ExportSummary }) {
  const { t } = useTranslation('exporting');
  const { t: tc } = useTranslation('common');
  const format = useFormat();
  const api = useApi();
  const { dismissExport, notifyFailure, openDialog } = useActions();
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
      ? (message ?? '')
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
        <Button onPress={() => openDialog({ kind: 'export', ids: [], source: { kind: 'result' } })}>
          {t('details')}
        </Button>
      )}
      <Button onPress={dismissExport}>{tc('close')}</Button>
    </output>
  );
}
