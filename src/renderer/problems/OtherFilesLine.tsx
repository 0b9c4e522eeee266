import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ArchiveId } from '../../shared/model.ts';
import { partDocuments, sumOf } from '../../shared/otherFiles.ts';
import type { EndingCount } from '../../shared/otherFiles.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useApi, useSession } from '../state/store.ts';

/** Endings named before the rest is only counted. */
const MAX_NAMED = 6;

/** The foot of the Problems panel: how many files are of kinds that are no posts. Nothing when all are. */
export function OtherFilesLine({ archiveId }: { readonly archiveId: ArchiveId }) {
  const { t, i18n } = useTranslation('problems');
  const format = useFormat();
  const api = useApi();
  const revision = useSession((session) => session.revision) ?? 0;
  const { data: counts = [] } = useQuery({
    queryKey: queryKeys.otherFiles(archiveId, revision),
    queryFn: () => api.ask('problems.otherFiles', { archiveId }),
    placeholderData: (before: readonly EndingCount[] | undefined) => before,
  });
  if (counts.length === 0) return null;
  const sentence = (key: 'otherFiles' | 'documents', of: readonly EndingCount[]): string => {
    const named = of.slice(0, MAX_NAMED).map(({ ending, count }) => {
      const shown = format.number(count);
      return ending === '' ? t('noEnding', { shown }) : t('withEnding', { shown, ending });
    });
    const rest = sumOf(of.slice(MAX_NAMED));
    const list = rest === 0 ? named : [...named, t('otherEndings', { shown: format.number(rest) })];
    const sum = sumOf(of);
    return t(key, { count: sum, shown: format.number(sum), list: list.join(t('listSign')) });
  };
  const { documents } = partDocuments(counts);
  const sentences = [
    sentence('otherFiles', counts),
    ...(documents.length === 0 ? [] : [sentence('documents', documents)]),
  ];
  return <p className="others">{sentences.join(i18n.language === 'zh' ? '' : ' ')}</p>;
}
