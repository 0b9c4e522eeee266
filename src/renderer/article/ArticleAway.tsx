import { useTranslation } from 'react-i18next';
import { failureOf } from '../api.ts';
import { useApp, useSession } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { failureText } from '../ui/failureText.ts';

/** What stands in the pane without a post: none chosen, on its way, or why it cannot be opened. */
export function ArticleAway({
  error,
  onRetry,
}: {
  readonly error: Error | null;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation('article');
  const { t: tc } = useTranslation('common');
  const openPath = useSession((session) => session.openPath);
  const isEmpty = useApp(({ session }) => session !== null && session.counts.all === 0);
  if (openPath === null) {
    return (
      <div className="art-away" data-pane-focus tabIndex={-1}>
        {!isEmpty && (
          <>
            <h1>{t('none')}</h1>
            <p>{t('noneHint')}</p>
          </>
        )}
      </div>
    );
  }
  if (error === null) {
    return <output className="art-away late">{t('loading')}</output>;
  }
  return (
    <div className="art-away" role="alert">
      <h1>{t('failed')}</h1>
      <p>{failureText(failureOf(error), tc)}</p>
      <p className="path">{openPath}</p>
      <Button onPress={onRetry}>{tc('retry')}</Button>
    </div>
  );
}
