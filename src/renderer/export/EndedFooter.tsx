import { CircleAlert, CircleCheck, CircleSlash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportSummary } from '../../shared/exportModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApi, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { shownPath } from '../ui/shownPath.ts';
import { formatNames } from './formatOptions.ts';

interface EndedProps {
  readonly summary: ExportSummary;
  /** Starts again with the same posts and settings. */
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** How an export ended, in the dialog: done with its file, or failed with its reason. */
export function EndedFooter({ summary, onRetry, onClose }: EndedProps) {
  const { t } = useTranslation(['exporting', 'common']);
  const api = useApi();
  const { dismissExport, notifyFailure } = useActions();
  const { jobId, outcome } = summary;
  const ask = async (what: 'export.show' | 'export.open'): Promise<void> => {
    const answer = await api.call(what, { jobId });
    if (!answer.ok) notifyFailure(answer.error);
  };
  return (
    <>
      <LeftOver summary={summary} />
      <footer>
        <Outcome summary={summary} />
        <Button variant="ghost" onPress={dismissExport}>
          {t('again')}
        </Button>
        {outcome === 'done' ? (
          <>
            <Button onPress={() => void ask('export.open')}>{t('openFile')}</Button>
            <Button onPress={() => void ask('export.show')}>{t('common:showInFolder')}</Button>
            <Button variant="primary" onPress={onClose}>
              {t('common:close')}
            </Button>
          </>
        ) : (
          <Button variant="primary" onPress={onRetry}>
            {t('common:retry')}
          </Button>
        )}
      </footer>
    </>
  );
}

function Outcome({ summary }: { readonly summary: ExportSummary }) {
  const { t } = useTranslation('exporting');
  const format = useFormat();
  const homeFolder = useApp(({ app }) => app.homeFolder);
  const { outcome, postCount, pageCount, message, target } = summary;
  if (outcome !== 'done') {
    const isFailed = outcome === 'failed';
    return (
      <div className="end" role="alert">
        <Icon of={isFailed ? CircleAlert : CircleSlash} className={isFailed ? 'bad' : 'dim'} />
        <b>{isFailed ? t('failed', { format: formatNames[summary.format] }) : t('cancelled')}</b>
        <span className="dim">
          {isFailed ? t('failedNote', { message: message ?? '' }) : t('cancelledNote')}
        </span>
      </div>
    );
  }
  const pages =
    pageCount === null ? null : t('pages', { count: pageCount, shown: format.number(pageCount) });
  const shownTarget = target === null ? null : shownPath(target, homeFolder);
  return (
    <output className="end">
      <Icon of={CircleCheck} className="good" />
      <b>{t('done', { count: postCount, shown: format.number(postCount) })}</b>
      <span className="dim trunc" title={target ?? ''}>
        {[pages, shownTarget].filter((part) => part !== null).join(' · ')}
      </span>
    </output>
  );
}

/** Posts that did not come along, each leading to itself, and what else is to be known of the file. */
function LeftOver({ summary }: { readonly summary: ExportSummary }) {
  const { t } = useTranslation('exporting');
  const format = useFormat();
  const { closeDialog, dismissExport, openPath, setProblemsOpen } = useActions();
  const isList = useApp(({ role }) => role !== 'reader');
  const { failures, warnings } = summary;
  if (failures.length === 0 && warnings.length === 0) return null;
  const leave = (then: () => void): void => {
    dismissExport();
    closeDialog();
    then();
  };
  return (
    <section className="failed-posts">
      {warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
      {failures.length > 0 && (
        <div className="head">
          <h3>
            {t('failures', { count: failures.length, shown: format.number(failures.length) })}
          </h3>
          {isList && (
            <Button variant="ghost" onPress={() => leave(() => setProblemsOpen(true))}>
              {t('showProblems')}
            </Button>
          )}
        </div>
      )}
      <ul>
        {failures.map(({ path, message }) => (
          <li key={path}>
            <button
              type="button"
              className="link path trunc"
              onClick={() => leave(() => openPath(path, null))}
            >
              {path}
            </button>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
