import { useTranslation } from 'react-i18next';
import type { FailureInfo } from '../../shared/result.ts';
import { Button } from './Button.tsx';
import { failureText } from './failureText.ts';

/** What stands in place of the window when the library could not be opened: why, and another try. */
export function StartFailureScreen({ failure }: { readonly failure: FailureInfo }) {
  const { t } = useTranslation('common');
  return (
    <main className="crash">
      <h1>{t('startFailed')}</h1>
      <p role="alert">{failureText(failure, t)}</p>
      <Button variant="primary" onPress={() => window.location.reload()}>
        {t('retry')}
      </Button>
    </main>
  );
}
