import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultExportOptions } from '../../shared/defaults.ts';
import type { ArchiveId, PostId } from '../../shared/model.ts';
import type { ExportJob } from '../state/exportJobs.ts';
import type { ExportSource } from '../state/exportSource.ts';
import { useActions, useApp } from '../state/store.ts';
import { CourseBody } from './CourseBody.tsx';
import { ExportForm } from './ExportForm.tsx';
import type { ExportOrder } from './exportOrder.ts';
import { ExportPreview } from './ExportPreview.tsx';
import { MissingCharacters } from './MissingCharacters.tsx';
import { ReadyFooter } from './ReadyFooter.tsx';
import type { OptionsInUse } from './useExportOptions.ts';
import type { ExportPosts } from './useExportPosts.ts';
import { usePreview, type Preview } from './usePreview.ts';
import { useStartExport } from './useStartExport.ts';

interface ExportBodyProps extends OptionsInUse {
  readonly archiveId: ArchiveId;
  /** The export that was started here; null before one was. */
  readonly job: ExportJob | null;
  readonly posts: ExportPosts;
  readonly onSource: (source: ExportSource) => void;
  readonly onClose: () => void;
}

/** Settings, preview and foot of the dialog; once an export was started, they are those that it was started with. */
export function ExportBody(props: ExportBodyProps) {
  const { job, posts } = props;
  const wanted = useOrder(props);
  const isCounting = posts.ids === null && !posts.hasFailed;
  const preview = usePreview(wanted, job !== null || isCounting);
  const order = job?.started?.order ?? wanted;
  return (
    <>
      <div className="cols">
        <Settings {...props} order={order} />
        {job !== null && preview.kind === 'making' ? (
          <NoPreview isRunning={job.summary === null} />
        ) : (
          <ExportPreview order={order} preview={preview} />
        )}
      </div>
      <Foot {...props} order={order} preview={preview} />
    </>
  );
}

interface WithOrder extends ExportBodyProps {
  readonly order: ExportOrder;
}

function Settings({ archiveId, job, posts, kept, change, onSource, order }: WithOrder) {
  const archiveName = useApp(
    ({ archives }) => archives.find(({ id }) => id === archiveId)?.name ?? '',
  );
  return (
    <ExportForm
      options={order.options}
      change={change}
      posts={job === null ? posts : { ...posts, ids: order.ids }}
      usualTitle={archiveName}
      presetOptions={job === null ? kept : order.options}
      isDisabled={job !== null}
      onSource={onSource}
    />
  );
}

interface FootProps extends WithOrder {
  readonly preview: Preview;
}

function Foot({ job, posts, options, change, onClose, order, preview }: FootProps) {
  const { dismissExport } = useActions();
  const start = useStartExport(order, posts.source);
  const [hadJob, setHadJob] = useState(job !== null);
  if (job !== null && !hadJob) setHadJob(true);
  if (job !== null) {
    const retry = (): void => {
      dismissExport(job.jobId);
      void start();
    };
    return <CourseBody job={job} onRetry={retry} onClose={onClose} />;
  }
  return (
    <>
      <MissingCharacters order={order} />
      <ReadyFooter
        order={order}
        preview={preview}
        takesFocus={hadJob}
        onRestore={() => change({ ...defaultExportOptions, format: options.format })}
        onStart={start}
        onClose={onClose}
      />
    </>
  );
}

const noIds: readonly PostId[] = [];

/** What would be exported now. */
function useOrder({ archiveId, posts, options }: ExportBodyProps): ExportOrder {
  const { query, foldsVariants } = posts;
  const ids = posts.ids ?? noIds;
  return useMemo(
    () => ({ archiveId, ids, options, query, foldsVariants }),
    [archiveId, ids, options, query, foldsVariants],
  );
}

/** The dialog was opened again on an export under way: no pages are laid out for show beside it. */
function NoPreview({ isRunning }: { readonly isRunning: boolean }) {
  const { t } = useTranslation('exporting');
  return (
    <section className="pv" aria-label={t('preview')}>
      {isRunning && <p className="empty">{t('previewLater')}</p>}
    </section>
  );
}
