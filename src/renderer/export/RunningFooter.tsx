import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { durationOf } from '../indexing/duration.ts';
import type { ExportJob } from '../state/exportJobs.ts';
import { useActions, useApi } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useAnnounced } from '../ui/useAnnounced.ts';
import { useFocusFirst } from '../ui/useFocusFirst.ts';

/** Until the first word of a job arrives. */
const unknown = {
  stage: 'reading',
  donePosts: 0,
  totalPosts: 0,
  donePages: null,
  currentTitle: null,
  secondsLeft: null,
} as const;

/** The foot of the dialog while an export runs. */
export function RunningFooter({ job }: { readonly job: ExportJob }) {
  const { t } = useTranslation(['exporting', 'common']);
  const format = useFormat();
  const api = useApi();
  const { closeDialog, notifyFailure } = useActions();
  const { stage, donePosts, totalPosts, donePages, currentTitle, secondsLeft } =
    job.progress ?? unknown;
  const left = secondsLeft === null ? null : durationOf(secondsLeft);
  const counts = `${format.number(donePosts)} / ${format.number(totalPosts)}`;
  const first = useFocusFirst();
  const isWaiting = stage === 'waiting';
  const said = useAnnounced(isWaiting ? t('stage.waiting') : `${t('exporting')} ${counts}`);
  const cancel = async (): Promise<void> => {
    const outcome = await api.call('export.cancel', { jobId: job.jobId });
    if (!outcome.ok) notifyFailure(outcome.error);
  };
  const known = [
    donePages === null ? null : t('pages', { count: donePages, shown: format.number(donePages) }),
    left === null ? null : t(left.unit, { count: left.count, shown: format.number(left.count) }),
  ].filter((part) => part !== null);
  return (
    <footer>
      <div className="going">
        <div className="line">
          {totalPosts > 0 && !isWaiting && (
            <span className="nowrap">
              <b>{format.number(donePosts)}</b>{' '}
              <span className="dim">
                / {format.number(totalPosts)} {t('postsUnit')}
              </span>
            </span>
          )}
          <span className="dim nowrap">{t(`stage.${stage}`)}</span>
          <span className="trunc cjk">{currentTitle ?? ''}</span>
          <span className="sp" />
          {known.length > 0 && <span className="dim nowrap">{known.join(t('listComma'))}</span>}
        </div>
        <ProgressBar
          label={t('progress')}
          percent={totalPosts === 0 || isWaiting ? null : (donePosts / totalPosts) * 100}
        />
      </div>
      <output className="sr">{said}</output>
      <Button ref={first} onPress={closeDialog}>
        {t('background')}
      </Button>
      <Button label={t('stop')} onPress={() => void cancel()}>
        {t('common:cancel')}
      </Button>
    </footer>
  );
}
