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
import { formatNames } from '../../shared/formatOptions.ts';
import { useExportOptions } from './useExportOptions.ts';
import { useExportPosts, type ExportPosts } from './useExportPosts.ts';
import './export.css';

/** Posts to files: which ones and how, with the first pages before, progress while, the outcome after. */
export function ExportDialog() {
  const dialog = useApp((state) => state.dialog);
  const archiveId = useSession((session) => session.archiveId);
  const job = useApp(({ exportJobs }) =>
    dialog.kind === 'export'
      ? (exportJobs.find(({ jobId }) => jobId === dialog.jobId) ?? null)
      : null,
  );
  if (dialog.kind !== 'export') return null;
  if (job !== null && job.started?.order.archiveId !== archiveId) return <CourseDialog job={job} />;
  if (archiveId === null) return null;
  return <OpenDialog opened={dialog} job={job} archiveId={archiveId} />;
}

/** Closes the dialog. A job that runs goes on at the foot of the window; one that ended was seen here. */
function useClose(job: ExportJob | null): () => void {
  const { closeDialog, dismissExport } = useActions();
  return () => {
    if (job !== null && job.summary !== null) dismissExport(job.jobId);
    closeDialog();
  };
}

/** An export of another window, or of an archive that is not open now: its settings cannot be shown. */
function CourseDialog({ job }: { readonly job: ExportJob }) {
  const { t } = useTranslation('exporting');
  const close = useClose(job);
  return (
    <DialogFrame
      isOpen
      className="exp bare"
      label={t('dialog')}
      title={t('dialog')}
      onClose={close}
    >
      <CourseBody job={job} onRetry={null} onClose={close} />
    </DialogFrame>
  );
}

interface OpenDialogProps {
  readonly opened: ExportDialogState;
  /** The export that was started here; null before one was. */
  readonly job: ExportJob | null;
  readonly archiveId: ArchiveId;
}

function OpenDialog({ opened, job, archiveId }: OpenDialogProps) {
  const { t } = useTranslation('exporting');
  const [source, setSource] = useState(opened.source);
  const posts = useExportPosts(opened, source);
  const { options, kept, change } = useExportOptions(posts, job?.started?.order.options ?? null);
  const title = useTitle(job, posts, options);
  const close = useClose(job);
  return (
    <DialogFrame isOpen className="exp" label={t('dialog')} title={title} onClose={close}>
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
    </DialogFrame>
  );
}

/** The dialog's head. */
function useTitle(job: ExportJob | null, posts: ExportPosts, options: ExportOptions): string {
  const { t } = useTranslation('exporting');
  const numbers = useFormat();
  const { ids, options: asked } = job?.started?.order ?? { ids: posts.ids, options };
  const format = formatNames[asked.format];
  if (ids === null) return t('titleUncounted', { format });
  const words = { count: ids.length, shown: numbers.number(ids.length), format };
  return job !== null && job.summary === null ? t('running', words) : t('title', words);
}
