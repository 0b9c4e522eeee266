import { useMemo } from 'react';
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
import { usePreview } from './usePreview.ts';
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
  const { archiveId, job, posts, options, kept, change, onSource, onClose } = props;
  const { dismissExport } = useActions();
  const archiveName = useApp(
    ({ archives }) => archives.find(({ id }) => id === archiveId)?.name ?? '',
  );
  const wanted = useOrder(props);
  const order = job?.started?.order ?? wanted;
  const start = useStartExport(order, posts.source);
  const preview = usePreview(wanted, job !== null);
  const retry = (): void => {
    if (job !== null) dismissExport(job.jobId);
    void start();
  };
  return (
    <>
      <div className="cols">
        <ExportForm
          options={order.options}
          change={change}
          posts={job === null ? posts : { ...posts, ids: order.ids }}
          usualTitle={archiveName}
          presetOptions={job?.started?.order.options ?? kept}
          isDisabled={job !== null}
          onSource={onSource}
        />
        {job !== null && preview.kind === 'making' ? (
          <NoPreview />
        ) : (
          <ExportPreview order={order} preview={preview} />
        )}
      </div>
      {job === null && <MissingCharacters order={order} />}
      {job === null ? (
        <ReadyFooter
          order={order}
          preview={preview}
          onRestore={() => change({ ...defaultExportOptions, format: options.format })}
          onStart={start}
          onClose={onClose}
        />
      ) : (
        <CourseBody job={job} onRetry={retry} onClose={onClose} />
      )}
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
function NoPreview() {
  const { t } = useTranslation('exporting');
  return (
    <section className="pv" aria-label={t('preview')}>
      <p className="empty">{t('previewLater')}</p>
    </section>
  );
}
