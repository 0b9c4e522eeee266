import { useTranslation } from 'react-i18next';
import type { ExportSummary } from '../../shared/exportModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApi, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { useFailureWords } from './useFailureWords.ts';

interface LeftOverProps {
  readonly summary: ExportSummary;
  /** Whether the posts are of the open archive, so that they can be gone to. */
  readonly isHere: boolean;
}

/** Posts that did not come along, each leading to itself, and what else is to be known of the file. */
export function LeftOver({ summary, isHere }: LeftOverProps) {
  const { closeDialog, dismissExport, openPath } = useActions();
  const words = useFailureWords();
  const { jobId, failures, warnings } = summary;
  if (failures.length === 0 && warnings.length === 0) return null;
  const leave = (then: () => void): void => {
    dismissExport(jobId);
    closeDialog();
    then();
  };
  return (
    <section className="failed-posts">
      {warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
      {failures.length > 0 && <FailuresHead failures={failures} isHere={isHere} leave={leave} />}
      <ul>
        {failures.map(({ path, message }) => (
          <li key={path}>
            {isHere ? (
              <button
                type="button"
                className="link path trunc"
                onClick={() => leave(() => openPath(path, null))}
              >
                {path}
              </button>
            ) : (
              <span className="path trunc">{path}</span>
            )}
            <span>{words(message)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FailuresHeadProps extends Pick<ExportSummary, 'failures'> {
  readonly isHere: boolean;
  readonly leave: (then: () => void) => void;
}

/** How many posts did not come along, and what can be done about all of them. */
function FailuresHead({ failures, isHere, leave }: FailuresHeadProps) {
  const { t } = useTranslation('exporting');
  const format = useFormat();
  const api = useApi();
  const words = useFailureWords();
  const { notify, notifyFailure, setProblemsOpen } = useActions();
  const isList = useApp(({ role }) => role !== 'reader');
  const copy = async (): Promise<void> => {
    const lines = failures.map(({ path, message }) => `${path}\t${words(message)}\n`);
    const written = await api.call('clipboard.writeText', { text: lines.join('') });
    if (written.ok) notify({ kind: 'text', text: t('failuresCopied') });
    else notifyFailure(written.error);
  };
  return (
    <div className="head">
      <h3>{t('failures', { count: failures.length, shown: format.number(failures.length) })}</h3>
      <span className="sp" />
      <Button variant="ghost" onPress={() => void copy()}>
        {t('copyFailures')}
      </Button>
      {isList && isHere && (
        <Button variant="ghost" onPress={() => leave(() => setProblemsOpen(true))}>
          {t('showProblems')}
        </Button>
      )}
    </div>
  );
}
