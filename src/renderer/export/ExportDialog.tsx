import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultExportOptions } from '../../shared/defaults.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';
import type { ArchiveId, PostId } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import type { ExportSource } from '../state/exportSource.ts';
import type { DialogState } from '../state/dialogModel.ts';
import { useActions, useApi, useApp, useAppContext, useSession } from '../state/store.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { EndedFooter } from './EndedFooter.tsx';
import { ExportForm } from './ExportForm.tsx';
import type { ExportOrder } from './exportOrder.ts';
import { ExportPreview } from './ExportPreview.tsx';
import { formatNames } from './formatOptions.ts';
import { MissingCharacters } from './MissingCharacters.tsx';
import { ReadyFooter } from './ReadyFooter.tsx';
import { RunningFooter } from './RunningFooter.tsx';
import { useExportPosts, type ExportPosts } from './useExportPosts.ts';
import { usePreview } from './usePreview.ts';
import './export.css';

type Opened = Extract<DialogState, { kind: 'export' }>;

/** Posts to files: which ones and how, with the first pages before, progress while, the outcome after. */
export function ExportDialog() {
  const dialog = useApp((state) => state.dialog);
  const archiveId = useSession((session) => session.archiveId);
  if (dialog.kind !== 'export' || archiveId === null) return null;
  return <OpenDialog opened={dialog} archiveId={archiveId} />;
}

interface OpenDialogProps {
  readonly opened: Opened;
  readonly archiveId: ArchiveId;
}

function OpenDialog({ opened, archiveId }: OpenDialogProps) {
  const { closeDialog, dismissExport } = useActions();
  const job = useApp((state) => state.exportJob);
  const [source, setSource] = useState<ExportSource>(opened.source);
  const posts = useExportPosts(opened, source);
  const isRunning = job !== null && job.summary === null;
  const { options, change } = useOptions(posts.name);
  const close = (): void => {
    // A job that runs goes on at the foot of the window; one that ended was seen here.
    if (!isRunning) dismissExport();
    closeDialog();
  };
  const { t } = useTranslation('exporting');
  const title = useTitle(isRunning ? (job.progress?.totalPosts ?? null) : null, posts, options);
  return (
    <DialogFrame isOpen className="exp" label={t('dialog')} title={title} onClose={close}>
      <DialogBody
        archiveId={archiveId}
        posts={posts}
        options={options}
        change={change}
        onSource={setSource}
        onClose={close}
      />
    </DialogFrame>
  );
}

/** The dialog's head; `running` = posts of the export under way, null while none runs. */
function useTitle(running: number | null, posts: ExportPosts, options: ExportOptions): string {
  const { t } = useTranslation('exporting');
  const numbers = useFormat();
  const format = formatNames[options.format];
  const count = running ?? posts.ids?.length ?? null;
  if (count === null) return t('titleUncounted', { format });
  const words = { count, shown: numbers.number(count), format };
  return running === null ? t('title', words) : t('running', words);
}

interface Options {
  readonly options: ExportOptions;
  readonly change: (part: Partial<ExportOptions>) => void;
}

/**
 * The reader's options: kept for the next export, but for the title, which is of one book. What the posts come from
 * names the book until the reader does.
 */
function useOptions(name: string): Options {
  const { setSettings } = useActions();
  const { store } = useAppContext();
  const kept = useApp((state) => state.settings.exportOptions);
  const [typed, setTyped] = useState<{ title: string | null; subtitle: string }>({
    title: null,
    subtitle: '',
  });
  const options = useMemo(
    () => ({
      ...kept,
      // One file for each post is what a PDF alone can be.
      layout: kept.format === 'pdf' ? kept.layout : 'merged',
      title: typed.title ?? name,
      subtitle: typed.subtitle,
    }),
    [kept, typed, name],
  );
  const change = useCallback(
    ({ title, subtitle, ...part }: Partial<ExportOptions>): void => {
      if (title !== undefined || subtitle !== undefined) {
        setTyped((now) => ({ title: title ?? now.title, subtitle: subtitle ?? now.subtitle }));
      }
      if (Object.keys(part).length === 0) return;
      const { exportOptions } = store.getState().settings;
      setSettings({ exportOptions: { ...exportOptions, ...part, title: '', subtitle: '' } });
    },
    [store, setSettings],
  );
  return { options, change };
}

interface DialogBodyProps extends Options {
  readonly archiveId: ArchiveId;
  readonly posts: ExportPosts;
  readonly onSource: (source: ExportSource) => void;
  readonly onClose: () => void;
}

const noIds: readonly PostId[] = [];

function DialogBody({ archiveId, posts, options, change, onSource, onClose }: DialogBodyProps) {
  const { dismissExport } = useActions();
  const job = useApp((state) => state.exportJob);
  const archiveName = useApp(
    ({ archives }) => archives.find(({ id }) => id === archiveId)?.name ?? '',
  );
  const ids = posts.ids ?? noIds;
  const order = useMemo(
    () => ({
      archiveId,
      ids,
      options,
      query: posts.query,
      foldsVariants: posts.foldsVariants,
    }),
    [archiveId, ids, options, posts.query, posts.foldsVariants],
  );
  const start = useStartExport(order);
  const isRunning = job !== null && job.summary === null;
  const preview = usePreview(order, isRunning);
  const summary = job?.summary ?? null;
  const retry = (): void => {
    dismissExport();
    void start();
  };
  return (
    <>
      <div className="cols">
        <ExportForm
          options={options}
          change={change}
          posts={posts}
          usualTitle={archiveName}
          isDisabled={isRunning}
          onSource={onSource}
        />
        <ExportPreview order={order} preview={preview} />
      </div>
      {job === null && <MissingCharacters order={order} />}
      {isRunning && <RunningFooter job={job} />}
      {summary !== null && <EndedFooter summary={summary} onRetry={retry} onClose={onClose} />}
      {job === null && (
        <ReadyFooter
          options={options}
          preview={preview}
          canStart={ids.length > 0}
          onRestore={() => change({ ...defaultExportOptions, format: options.format })}
          onStart={start}
          onClose={onClose}
        />
      )}
    </>
  );
}

/** Starts the export; main asks where to save. Cancelling that leaves the dialog as it was. */
function useStartExport(order: ExportOrder): () => Promise<void> {
  const api = useApi();
  const { store } = useAppContext();
  const { exportStarted, notifyFailure } = useActions();
  return useCallback(async () => {
    if (order.ids.length === 0) return undefined;
    const outcome = await api.call('export.start', order);
    if (!outcome.ok) return notifyFailure(outcome.error);
    const jobId = outcome.value?.jobId;
    // A short job may have reported, or even ended, before this answer arrived.
    if (jobId !== undefined && store.getState().exportJob?.jobId !== jobId) exportStarted(jobId);
    return undefined;
  }, [api, store, order, exportStarted, notifyFailure]);
}
