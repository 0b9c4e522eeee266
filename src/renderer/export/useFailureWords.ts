import { useTranslation } from 'react-i18next';
import { exportFailureZh } from '../i18n/zh/exportFailures.ts';

/** Words what the core says of an export, or of a post in it, that failed: it says so in English. */
export function useFailureWords(): (message: string | null) => string {
  const { i18n } = useTranslation();
  return (message) => (i18n.language === 'zh' ? exportFailureZh(message ?? '') : (message ?? ''));
}
