import { useTranslation } from 'react-i18next';
import { useSession } from '../state/store.ts';
import type { ShownLine } from './trendLines.ts';

/** What a line is called: its source or term; "No source" or "All posts" where it has none. */
export function useLineName(): (line: Pick<ShownLine, 'name'>) => string {
  const { t } = useTranslation('time');
  const isByTerms = useSession(({ trends }) => trends.others.length > 0) ?? false;
  return ({ name }) => {
    if (isByTerms) return name === null || name.trim() === '' ? t('allPosts') : name;
    return name ?? t('noSource');
  };
}
