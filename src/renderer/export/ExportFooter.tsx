import { CircleAlert, CircleCheck, CircleSlash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportSummary } from '../../shared/exportModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { durationOf } from '../indexing/duration.ts';
import type { ExportJob } from '../state/model.ts';
import { useActions, useApi } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useAnnounced } from '../ui/useAnnounced.ts';

/** Until the first word of a job arrives. */
const unknown = {
  stage: 'reading',
  donePosts: 0,
  totalPosts: 0,
  currentTitle: null,
  secondsLeft: null,
} as const;

/** The foot of the dialog while an export runs. */
export function RunningFooter({ job }: { readonly job: ExportJob }) {
  const { t } = useTranslation('exporting');
  const { t: tc } = useTranslation('common');
  const format = useFormat();
  const api = useApi();
  const { closeDialog, notifyFailure } = useActions();
  const { stage, donePosts, totalPosts, currentTitle, secondsLeft } = job.progress ?? unknown;
  const left = secondsLeft === null ? null : durationOf(secondsLeft);
  const counts = `${format.number(donePosts)} / ${format.number(totalPosts)}`;
  const said = useAnnounced(`${t('exporting')} ${counts}`);
  const cancel = async (): Promise<void> => {
    const outcome = await api.call('export.cancel', { jobId: job.jobId });
    if (!outcome.ok) notifyFailure(outcome.error);
  };
  return (
    <footer>
      <div className="going">
        <div className="line">
          {totalPosts > 0 && (
            <span className="nowrap">
              <b>{format.number(donePosts)}</b>{' '}
              <span className="dim">
                / {format.number(totalPosts)} {t('postsUnit')}
              </span>
            </span>
          )}
          <span className="trunc cjk">{currentTitle ?? t(`stage.${stage}`)}</span>
          <span className="sp" />
          {left !== null && (
            <span className="dim nowrap">
              {t(left.unit, { count: left.count, shown: format.number(left.count) })}
            </span>
          )}
        </div>
        <ProgressBar
          label={t('progress')}
          percent={totalPosts === 0 ? null : (donePosts / totalPosts) * 100}
        />
      </div>
      <output className="sr">{said}</output>
      <Button onPress={closeDialog}>{t('background')}</Button>
      <Button label={t('stop')} onPress={() => void cancel()}>
        {tc('cancel')}
      </Button>
    </footer>
  );
}

interface EndedProps {
  readonly summary: ExportSummary;
  /** Starts again with the same posts and settings. */
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** How an export ended, in the dialog: done with its file, or failed with its reason. */
export function EndedFooter({ summary, onRetry, onClose }: EndedProps) {
  const { t } = useTranslation('exporting');
  const { t: tc } = useTranslation('common');
  const api = useApi();
  const { dismissExport, notifyFailure } = useActions();
  const { jobId, outcome } = summary;
  const show = async (): Promise<void> => {
    const shown = await api.call('export.show', { jobId });
    if (!shown.ok) notifyFailure(shown.error);
  };
  return (
    <>
      <FailedPosts failures={summary.failures} />
      <footer>
        <Outcome summary={summary} />
        <Button onPress={dismissExport}>{t('again')}</Button>
        {outcome === 'done' ? (
          <>
            <Button onPress={() => void show()}>{tc('showInFolder')}</Button>
            <Button variant="primary" onPress={onClose}>
              {tc('close')}
            </Button>
          </>
        ) : (
          <Button variant="primary" onPress={onRetry}>
            {tc('retry')}
          </Button>
        )}
      </footer>
    </>
  );
}

function Outcome({ summary }: { readonly summary: ExportSummary }) {
  const { t } = useTranslation('exporting');
  const format = useFormat();
  const { outcome, postCount, pageCount, message, target } = summary;
  if (outcome !== 'done') {
    return (
      <div className="end" role="alert">
        <Icon
          of={outcome === 'failed' ? CircleAlert : CircleSlash}
          className={outcome === 'failed' ? 'bad' : 'dim'}
        />
        <b>{outcome === 'failed' ? t('failed') : t('cancelled')}</b>
        <span className="dim">
          {outcome === 'failed' ? t('failedNote', { message: message ?? '' }) : t('cancelledNote')}
        </span>
      </div>
    );
  }
  const pages =
    pageCount === null ? null : t('pages', { count: pageCount, shown: format.number(pageCount) });
  return (
    <output className="end">
      <Icon of={CircleCheck} className="good" />
      <b>{t('done', { count: postCount, shown: format.number(postCount) })}</b>
      <span className="dim trunc" title={target ?? ''}>
        {[pages, target].filter((part) => part !== null).join(' · ')}
      </span>
    </output>
  );
}

function FailedPosts({ failures }: Pick<ExportSummary, 'failures'>) {
  const { t } = useTranslation('exporting');
  const format = useFormat();
  if (failures.length === 0) return null;
  return (
    <section className="failed-posts">
      <h3>{t('failures', { count: failures.length, shown: format.number(failures.length) })}</h3>
      <ul>
        {failures.map(({ path, message }) => (
          <li key={path}>
            <span className="path trunc">{path}</span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
