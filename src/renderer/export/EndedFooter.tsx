import { CircleAlert, CircleCheck, CircleSlash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportSummary } from '../../shared/exportModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApi, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useFocusFirst } from '../ui/useFocusFirst.ts';
import { shownPath } from '../ui/shownPath.ts';
import { formatNames } from '../../shared/formatOptions.ts';
import { LeftOver } from './LeftOver.tsx';
import { sizeText } from './sizeText.ts';
import { useFailureWords } from './useFailureWords.ts';

interface EndedProps {
  readonly summary: ExportSummary;
  /** Starts again with the same posts and settings; null where they are not known. */
  readonly onRetry: (() => void) | null;
  readonly onClose: () => void;
}

/** How an export ended, in the dialog: done with its file, or failed with its reason. */
export function EndedFooter({ summary, onRetry, onClose }: EndedProps) {
  const { t } = useTranslation(['exporting', 'common']);
  const api = useApi();
  const { dismissExport, notifyFailure } = useActions();
  const first = useFocusFirst();
  const { jobId, outcome } = summary;
  const ask = async (what: 'export.show' | 'export.open'): Promise<void> => {
    const answer = await api.call(what, { jobId });
    if (!answer.ok) notifyFailure(answer.error);
  };
  return (
    <>
      <LeftOver summary={summary} isHere={onRetry !== null} />
      <footer>
        <Outcome summary={summary} />
        {onRetry !== null && (
          <Button variant="ghost" onPress={() => dismissExport(jobId)}>
            {t('again')}
          </Button>
        )}
        {outcome === 'done' && (
          <>
            <Button onPress={() => void ask('export.open')}>{t('openFile')}</Button>
            <Button onPress={() => void ask('export.show')}>{t('common:showInFolder')}</Button>
          </>
        )}
        {outcome === 'done' || onRetry === null ? (
          <Button variant="primary" ref={first} onPress={onClose}>
            {t('common:close')}
          </Button>
        ) : (
          <Button variant="primary" ref={first} onPress={onRetry}>
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
  const words = useFailureWords();
  const homeFolder = useApp(({ app }) => app.homeFolder);
  const { outcome, postCount, pageCount, byteCount, message, target } = summary;
  if (outcome !== 'done') {
    const isFailed = outcome === 'failed';
    return (
      <div className="end" role="alert">
        <Icon of={isFailed ? CircleAlert : CircleSlash} className={isFailed ? 'bad' : 'dim'} />
        <b>{isFailed ? t('failed', { format: formatNames[summary.format] }) : t('cancelled')}</b>
        <span className="dim">
          {isFailed ? t('failedNote', { message: words(message) }) : t('cancelledNote')}
        </span>
      </div>
    );
  }
  const pages =
    pageCount === null ? null : t('pages', { count: pageCount, shown: format.number(pageCount) });
  const size = byteCount === null ? null : sizeText(byteCount, format.number);
  const shownTarget = target === null ? null : shownPath(target, homeFolder);
  return (
    <output className="end">
      <Icon of={CircleCheck} className="good" />
      <b>{t('done', { count: postCount, shown: format.number(postCount) })}</b>
      <span className="dim trunc" title={target ?? ''}>
        {[pages, size, shownTarget].filter((part) => part !== null).join(' · ')}
      </span>
    </output>
  );
}
