import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchBar } from '../filters/SearchBar.tsx';
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
  // What is on screen must be the answer to what is asked, or one that is about to be replaced by it.
  const hasFailed = useSession((session) => session.searchFailure !== null) ?? false;
  // These rows answer an earlier query, and the answer to the present one takes longer than a blink.
  const isLate = useSession((session) => session.isSearching) ?? false;
  return (
    <section
      className={`pane list ${isLate ? 'late' : ''}`}
      aria-busy={isLate}
      aria-label={t('pane')}
      data-pane="list"
    >
      <SearchBar />
      <ListHead />
      <NewMatches />
      {hasFailed || result === null || result.head.total === 0 ? (
        <NoPosts />
      ) : (
        <PostList result={result} />
      )}
      <BulkBar />
      <ResultStatus />
      {children}
    </section>
  );
}
