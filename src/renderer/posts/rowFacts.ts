import type { PostSummary } from '../../shared/model.ts';
import type { RowWords } from './PostRow.tsx';

/** What a row shows beside its name, for readers who do not see it: state, source, day, hits. Said after the name. */
export function rowFacts(post: PostSummary, { t, format }: RowWords): string {
  const { hitCount: count } = post;
  const facts = [
    ...(post.isRead ? [] : [t('isUnread')]),
    ...(post.isBookmarked ? [t('isBookmarked')] : []),
    ...(post.source === null ? [] : [post.source]),
    post.day === null ? t('noDate') : format.fullDay(post.day),
    ...(count > 0 ? [t('hits', { count, shown: format.number(count) })] : []),
  ];
  return facts.join(t('factComma'));
}
