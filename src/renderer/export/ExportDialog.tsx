import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportOptions } from '../../shared/exportModel.ts';
import type { ArchiveId } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import type { ExportDialogState } from '../state/dialogModel.ts';
import type { ExportJob } from '../state/exportJobs.ts';
import { useActions, useApp, useSession } from '../state/store.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { CourseBody } from './CourseBody.tsx';
import { ExportBody } from './ExportBody.tsx';
import { formatNames } from './formatOptions.ts';
import { useExportOptions } from './useExportOptions.ts';
import { useExportPosts, type ExportPosts } from './useExportPosts.ts';
import './export.css';

/** Posts to files: which ones and how, with the first pages before, progress while, the outcome after. */
export function ExportDialog() {
  const dialog = useApp((state) => state.dialog);
  const archiveId = useSession((session) => session.archiveId);
  if (dialog.kind !== 'export' || archiveId === null) return null;
  return <OpenDialog opened={dialog} archiveId={archiveId} />;
}

interface OpenDialogProps {
  readonly opened: ExportDialogState;
  readonly archiveId: ArchiveId;
}

function OpenDialog({ opened, archiveId }: OpenDialogProps) {
  const { t } = useTranslation('exporting');
  const { closeDialog, dismissExport } = useActions();
  const job = useApp(
    ({ exportJobs }) => exportJobs.find(({ jobId }) => jobId === opened.jobId) ?? null,
  );
  const [source, setSource] = useState(opened.source);
  const posts = useExportPosts(opened, source);
  const { options, kept, change } = useExportOptions(posts, job?.started?.order.options ?? null);
  const title = useTitle(job, posts, options);
  const close = (): void => {
    // A job that runs goes on at the foot of the window; one that ended was seen here.
    if (job !== null && job.summary !== null) dismissExport(job.jobId);
    closeDialog();
  };
  const isElsewhere = job !== null && job.started === null;
  return (
    <DialogFrame
      isOpen
      className={isElsewhere ? 'exp bare' : 'exp'}
      label={t('dialog')}
      title={title}
      onClose={close}
    >
      {isElsewhere ? (
        <CourseBody job={job} onRetry={null} onClose={close} />
      ) : (
        <ExportBody
          archiveId={archiveId}
          job={job}
          posts={posts}
          options={options}
          kept={kept}
          change={change}
          onSource={setSource}
          onClose={close}
        />
      )}
    </DialogFrame>
  );
}

/** The dialog's head. */
function useTitle(job: ExportJob | null, posts: ExportPosts, options: ExportOptions): string {
  const { t } = useTranslation('exporting');
  const numbers = useFormat();
  if (job !== null && job.started === null) return t('dialog');
  const { ids, options: asked } = job?.started?.order ?? { ids: posts.ids, options };
  const format = formatNames[asked.format];
  if (ids === null) return t('titleUncounted', { format });
  const words = { count: ids.length, shown: numbers.number(ids.length), format };
  return job !== null && job.summary === null ? t('running', words) : t('title', words);
}
