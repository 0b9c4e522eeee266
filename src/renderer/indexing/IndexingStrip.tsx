import { Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { IndexingProgress } from '../../shared/jobModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApi, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useAnnounced } from '../ui/useAnnounced.ts';
import { durationOf } from './duration.ts';
import { ExportRow } from './ExportRow.tsx';
import './indexing.css';

/** The foot of the window while something runs: indexing of the open archive, and an export in the background. */
export function IndexingStrip() {
  const { t } = useTranslation('indexing');
  const progress = useApp(({ session, indexing }) =>
    session === null ? undefined : indexing[session.archiveId],
  );
  const jobs = useApp(({ exportJobs }) => exportJobs);
  const shownId = useApp(({ dialog }) => (dialog.kind === 'export' ? dialog.jobId : null));
  const aside = jobs.filter(({ jobId }) => jobId !== shownId);
  if (progress === undefined && aside.length === 0) return null;
  return (
    <section className="strip" aria-label={t('strip')}>
      {progress !== undefined && <IndexingRow progress={progress} />}
      {aside.map((job) => (
        <ExportRow key={job.jobId} job={job} />
      ))}
    </section>
  );
}

function IndexingRow({ progress }: { readonly progress: IndexingProgress }) {
  const { t } = useTranslation('indexing');
  const format = useFormat();
  const { phase, isPaused, doneFiles, totalFiles, filesPerSecond, currentPath } = progress;
  const percent = totalFiles === 0 ? null : Math.min(100, (doneFiles / totalFiles) * 100);
  const state = {
    scanning: t('scanning'),
    indexing: t('working'),
    finishing: t('finishing'),
  }[phase];
  return (
    <div>
      <ProgressBar label={t('indexing')} percent={percent} />
      <div className="in">
        <b className="nowrap">{isPaused ? t('paused') : state}</b>
        <span className="stat">
          {format.number(doneFiles)}
          <span>
            / {format.number(totalFiles)} {t('unit', { count: totalFiles })}
          </span>
        </span>
        {!isPaused && filesPerSecond > 0 && (
          <span className="stat wide">
            {format.number(Math.round(filesPerSecond))} <span>{t('rate')}</span>
          </span>
        )}
        <TimeLeft progress={progress} />
        <span className="trunc where">{isPaused ? '' : (currentPath ?? '')}</span>
        <span className="nowrap dim wide">{t('readNow')}</span>
        <RunButtons progress={progress} />
      </div>
      <Announcement progress={progress} />
    </div>
  );
}

function TimeLeft({
  progress: { isPaused, secondsLeft },
}: {
  readonly progress: IndexingProgress;
}) {
  const { t } = useTranslation('indexing');
  const format = useFormat();
  if (isPaused || secondsLeft === null) return null;
  const { unit, count } = durationOf(secondsLeft);
  return (
    <span className="stat wide">
      <span>{t('about')}</span>
      {t(unit, { count, shown: format.number(count) })}
    </span>
  );
}

function RunButtons({
  progress: { archiveId, isPaused },
}: {
  readonly progress: IndexingProgress;
}) {
  const { t } = useTranslation('indexing');
  const api = useApi();
  const { notifyFailure } = useActions();
  const pause = async (): Promise<void> => {
    const outcome = await api.call('indexing.pause', { archiveId, isPaused: !isPaused });
    if (!outcome.ok) notifyFailure(outcome.error);
  };
  const cancel = async (): Promise<void> => {
    const outcome = await api.call('indexing.cancel', { archiveId });
    if (!outcome.ok) notifyFailure(outcome.error);
  };
  return (
    <>
      <Button icon={isPaused ? Play : Pause} onPress={() => void pause()}>
        {isPaused ? t('resume') : t('pause')}
      </Button>
      <Button label={t('cancelName')} onPress={() => void cancel()}>
        {t('cancel')}
      </Button>
    </>
  );
}

function Announcement({
  progress: { doneFiles, totalFiles },
}: {
  readonly progress: IndexingProgress;
}) {
  const { t } = useTranslation('indexing');
  const format = useFormat();
  const said = useAnnounced(
    t('announce', { done: format.number(doneFiles), total: format.number(totalFiles) }),
  );
  return <output className="sr">{said}</output>;
}
