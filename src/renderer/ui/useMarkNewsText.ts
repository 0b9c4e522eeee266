import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/result.ts';
import { useFormat } from '../i18n/useFormat.ts';
import type { MarkNews } from '../state/markNews.ts';

/** What happened to highlights and labels, in the reader's language. */
export function useMarkNewsText(): (news: MarkNews) => string {
  const { t } = useTranslation(['highlights', 'library']);
  const format = useFormat();
  const counted = (count: number) => ({ count, shown: format.number(count) });
  return (news) => {
    switch (news.kind) {
      case 'highlights-removed':
        return t('removed', counted(news.count));
      case 'highlights-exported':
        return t('exported', { ...counted(news.count), file: news.file });
      case 'label-added':
        return t('library:labelAdded', { ...counted(news.count), label: news.label });
      case 'label-renamed':
        return t('library:labelRenamed', { from: news.from, to: news.to });
      case 'label-deleted':
        return t('library:labelDeleted', { label: news.label });
      default:
        return assertNever(news);
    }
  };
}
