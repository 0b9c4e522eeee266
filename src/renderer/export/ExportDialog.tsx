import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultExportOptions } from '../../shared/defaults.ts';
import type { ArchiveId, PostId } from '../../shared/model.ts';
import { shortcutText } from '../commands/shortcutText.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApi, useApp, useAppContext, useSession } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { EndedFooter, RunningFooter } from './ExportFooter.tsx';
import { ExportForm } from './ExportForm.tsx';
import { ExportPreview } from './ExportPreview.tsx';
import './export.css';

/** Posts to PDF: settings and the first pages before, progress while, the outcome after. */
export function ExportDialog() {
  const { t } = useTranslation('exporting');
  const format = useFormat();
  const { closeDialog, dismissExport } = useActions();
  const dialog = useApp((state) => state.dialog);
  const job = useApp((state) => state.exportJob);
  const archiveId = useSession((session) => session.archiveId);
  const ids = dialog.kind === 'export' ? dialog.ids : noIds;
  const isRunning = job !== null && job.summary === null;
  const count = isRunning ? (job.progress?.totalPosts ?? ids.length) : ids.length;
  const words = { count, shown: format.number(count) };
  const close = (): void => {
    // A job that runs goes on at the foot of the window; one that ended was seen here.
    if (!isRunning) dismissExport();
    closeDialog();
  };
  return (
    <DialogFrame
      className="exp"
      label={t('dialog')}
      title={isRunning ? t('running', words) : t('title', words)}
      isOpen={dialog.kind === 'export' && archiveId !== null}
      onClose={close}
    >
      {archiveId !== null && <DialogBody archiveId={archiveId} ids={ids} onClose={close} />}
    </DialogFrame>
  );
}

const noIds: readonly PostId[] = [];

interface DialogBodyProps {
  readonly archiveId: ArchiveId;
  readonly ids: readonly PostId[];
  readonly onClose: () => void;
}

function DialogBody({ archiveId, ids, onClose }: DialogBodyProps) {
  const { setSettings, dismissExport } = useActions();
  const options = useApp((state) => state.settings.exportOptions);
  const job = useApp((state) => state.exportJob);
  const start = useStartExport(archiveId, ids);
  const isRunning = job !== null && job.summary === null;
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
          count={ids.length}
          isDisabled={isRunning}
          onChange={(exportOptions) => setSettings({ exportOptions })}
        />
        <ExportPreview archiveId={archiveId} ids={ids} options={options} />
      </div>
      {isRunning && <RunningFooter job={job} />}
      {summary !== null && <EndedFooter summary={summary} onRetry={retry} onClose={onClose} />}
      {job === null && <ReadyFooter onStart={start} onClose={onClose} />}
    </>
  );
}

/** Starts the export; main asks where to save. Cancelling that leaves the dialog as it was. */
function useStartExport(archiveId: ArchiveId, ids: readonly PostId[]): () => Promise<void> {
  const api = useApi();
  const { store } = useAppContext();
  const { exportStarted, notifyFailure } = useActions();
  const options = useApp((state) => state.settings.exportOptions);
  return useCallback(async () => {
    const outcome = await api.call('export.start', { archiveId, ids, options });
    if (!outcome.ok) return notifyFailure(outcome.error);
    const jobId = outcome.value?.jobId;
    // A short job may have reported, or even ended, before this answer arrived.
    if (jobId !== undefined && store.getState().exportJob?.jobId !== jobId) exportStarted(jobId);
    return undefined;
  }, [api, store, archiveId, ids, options, exportStarted, notifyFailure]);
}

interface ReadyFooterProps {
  readonly onStart: () => Promise<void>;
  readonly onClose: () => void;
}

function ReadyFooter({ onStart, onClose }: ReadyFooterProps) {
  const { t } = useTranslation('exporting');
  const { t: tc } = useTranslation('common');
  const { setSettings } = useActions();
  const platform = useApp((state) => state.app.platform);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      void onStart();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [onStart]);
  return (
    <footer>
      <span className="dim">{t('embedded')}</span>
      <span className="sp" />
      <Button variant="ghost" onPress={() => setSettings({ exportOptions: defaultExportOptions })}>
        {t('restore')}
      </Button>
      <Button onPress={onClose}>{tc('cancel')}</Button>
      <Button variant="primary" onPress={() => void onStart()}>
        {t('start')}
        <span aria-hidden>
          <Kbd keys={shortcutText('Mod+Enter', platform)} />
        </span>
      </Button>
    </footer>
  );
}
