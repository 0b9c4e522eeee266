import type { PostId } from '../../shared/model.ts';
import type { ActionContext } from './actionContext.ts';
import { withoutJob, withStarted } from './exportJobs.ts';
import type { ExportJob, StartedExport } from './exportJobs.ts';
import type { ExportSource } from './exportSource.ts';
import { warmPreview } from './warmPreview.ts';

/** The export dialog and what was started in it. */
export interface ExportActions {
  /** Opens the export dialog for these posts; does nothing for none. */
  readonly openExport: (ids: readonly PostId[]) => void;
  /** Opens the export dialog for what the source finds then. */
  readonly exportFrom: (source: ExportSource) => void;
  /** An export of this window began, or waits for its turn; its progress follows by event. */
  readonly exportStarted: (jobId: string, started: StartedExport) => void;
  /** Opens the export dialog on an export that was started before. */
  readonly showExport: (job: ExportJob) => void;
  /** Forgets an export that ended; a dialog that shows it shows its settings again. */
  readonly dismissExport: (jobId: string) => void;
}

/** Actions on exports. */
export const createExportActions = ({
  store,
  api,
}: Pick<ActionContext, 'store' | 'api'>): ExportActions => ({
  openExport: (ids) => {
    if (ids.length === 0) return;
    warmPreview({ store, api });
    store.setState({ dialog: { kind: 'export', ids, source: { kind: 'given' }, jobId: null } });
  },
  exportFrom: (source) => {
    warmPreview({ store, api });
    store.setState({ dialog: { kind: 'export', ids: [], source, jobId: null } });
  },
  exportStarted: (jobId, started) =>
    store.setState(({ dialog, exportJobs }) => ({
      exportJobs: withStarted(exportJobs, jobId, started),
      // The dialog follows what was started in it; the reader may have closed it meanwhile.
      dialog: dialog.kind === 'export' ? { ...dialog, source: started.source, jobId } : dialog,
    })),
  showExport: ({ jobId, started }) =>
    store.setState({
      dialog: {
        kind: 'export',
        ids: started?.order.ids ?? [],
        source: started?.source ?? { kind: 'result' },
        jobId,
      },
    }),
  dismissExport: (jobId) =>
    store.setState(({ dialog, exportJobs }) => ({
      exportJobs: withoutJob(exportJobs, jobId),
      dialog:
        dialog.kind === 'export' && dialog.jobId === jobId ? { ...dialog, jobId: null } : dialog,
    })),
});
