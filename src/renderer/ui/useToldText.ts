import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/result.ts';
import { useFormat } from '../i18n/useFormat.ts';
import type { Told } from '../state/toastModel.ts';

/** What was done, in the reader's language. */
export function useToldText(): (told: Told) => string {
  const { t } = useTranslation('places');
  const format = useFormat();
  return (told) => {
    switch (told.kind) {
      case 'marked-read':
        return t('markedRead', { count: told.count, shown: format.number(told.count) });
      case 'undone':
        return t(`undone.${told.what}`);
      case 'cited':
        return t('cited', {
          count: told.count,
          shown: format.number(told.count),
          style: t(`styles.${told.style}`),
        });
      case 'too-many-cited':
        return t('tooManyCited', { shown: format.number(told.most) });
      case 'no-voice':
        return t('noVoiceFor');
      case 'no-address':
        return t('noAddress');
      case 'copied-with-source':
        return t('copiedWithSource');
      case 'copied-as':
        return t(told.isWhole ? `copiedPost.${told.as}` : `copiedPart.${told.as}`);
      case 'copied-diagnostics':
        return t('copiedDiagnostics');
      default:
        return assertNever(told);
    }
  };
}
