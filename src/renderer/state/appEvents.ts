import type { IndexingProgress } from '../../shared/jobModel.ts';
import type { ActionContext } from './actionContext.ts';
import type { Actions } from './actions.ts';
import { withProgress, withSummary } from './exportJobs.ts';
import { followAnnotations } from './followAnnotations.ts';
import { followIndex } from './followIndex.ts';
import type { AppState } from './model.ts';
import { followMarks, showList } from './otherWindows.ts';
import { without } from './selection.ts';

/** Indexing runs without the one that ended. */
const withoutRun = (runs: AppState['indexing'], ended: IndexingProgress['archiveId']) =>
  Object.fromEntries(Object.entries(runs).filter(([archiveId]) => archiveId !== ended));

/** Brings what main tells into the state. Menu commands go elsewhere (commands/). Returns the function that ends it. */
export function startAppEvents(context: ActionContext, actions: Actions): () => void {
  const { store, api } = context;
  const index = followIndex(context, actions);
  const ends = [
    api.subscribe('archives.changed', ({ archives }) => store.setState({ archives })),
    api.subscribe('indexing.progress', (progress) =>
      store.setState(({ indexing, checking }) => ({
        indexing: { ...indexing, [progress.archiveId]: progress },
        // A run that took the place of another was taken off with that one's end.
        checking: checking.has(progress.archiveId)
          ? checking
          : new Set([...checking, progress.archiveId]),
      })),
    ),
    api.subscribe('indexing.finished', ({ archiveId, outcome, failure }) => {
      store.setState(({ indexing, checking, unfinished }) => ({
        indexing: withoutRun(indexing, archiveId),
        checking: without(checking, archiveId),
        unfinished:
          outcome === 'done' ? without(unfinished, archiveId) : new Set([...unfinished, archiveId]),
      }));
      if (failure !== null) actions.notifyFailure(failure);
      index.countsChanged(archiveId);
    }),
    api.subscribe('index.rebuilt', () => actions.notify({ kind: 'index-rebuilt' })),
    api.subscribe('index.changed', ({ archiveId, wasRebuilt }) =>
      index.changed(archiveId, wasRebuilt),
    ),
    api.subscribe('archive.watched', ({ archiveId, mode }) =>
      store.setState(({ watchModes }) => ({ watchModes: { ...watchModes, [archiveId]: mode } })),
    ),
    api.subscribe('annotations.changed', followAnnotations(context)),
    api.subscribe('export.progress', (progress) =>
      store.setState(({ exportJobs }) => ({ exportJobs: withProgress(exportJobs, progress) })),
    ),
    api.subscribe('export.finished', (summary) =>
      store.setState(({ exportJobs, dialog }) => ({
        exportJobs: withSummary(
          exportJobs,
          summary,
          dialog.kind === 'export' ? dialog.jobId : null,
        ),
      })),
    ),
    api.subscribe('settings.changed', ({ settings }) => actions.takeSettings(settings)),
    api.subscribe('posts.marked', (marked) => followMarks(context, marked)),
    api.subscribe('list.requested', (list) => void showList(context, actions, list)),
    api.subscribe('core.died', ({ isRestarted }) =>
      actions.notify({ kind: 'core-died', isRestarted }),
    ),
    api.subscribe('archive.requested', ({ archive }) => void actions.openArchive(archive.id)),
  ];
  return () => ends.forEach((end) => end());
}
