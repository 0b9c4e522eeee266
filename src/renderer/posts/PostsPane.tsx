import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChips } from '../filters/FilterChips.tsx';
import { QueryHints } from '../filters/QueryHints.tsx';
import { SearchField } from '../filters/SearchField.tsx';
import { useSession } from '../state/store.ts';
import { BulkBar } from './BulkBar.tsx';
import { ListHead } from './ListHead.tsx';
import { NewMatches } from './NewMatches.tsx';
import { NoPosts } from './NoPosts.tsx';
import { PostList } from './PostList.tsx';
import { ResultStatus } from './ResultStatus.tsx';
import './posts.css';

/** The middle pane: search, filters in use, result. */
export function PostsPane({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation('posts');
  const result = useSession((session) => session.result);
  return (
    <section className="pane list" aria-label={t('pane')} data-pane="list">
      <div className="top">
        <SearchField />
      </div>
      <QueryHints />
      <FilterChips />
      <ListHead />
      <NewMatches />
      {result === null || result.head.total === 0 ? <NoPosts /> : <PostList result={result} />}
      <BulkBar />
      <ResultStatus />
      {children}
    </section>
  );
}
