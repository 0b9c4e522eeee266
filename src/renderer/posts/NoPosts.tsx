import { useTranslation } from 'react-i18next';
import { isRefused } from '../../shared/query/refusal.ts';
import type { Session } from '../state/model.ts';
import { hasFilters } from '../state/session.ts';
import { useActions, useApp, useSession } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { failureText } from '../ui/failureText.ts';

/** Why the list is empty. */
type Emptiness =
  | 'loading'
  | 'failed'
  | 'refused'
  | 'indexing'
  | 'archive'
  | 'unread'
  | 'bookmarks'
  | 'highlights'
  | 'result'
  | 'resultSoFar';

function emptinessOf(session: Session, isIndexing: boolean): Emptiness {
  if (session.searchFailure !== null) return 'failed';
  if (session.result === null) return 'loading';
  // The line below the field says why.
  if (isRefused(session.result.head.hints)) return 'refused';
  const { list } = session.filters;
  const isNarrowed = session.text.trim() !== '' || hasFilters({ ...session.filters, list: 'all' });
  if (isNarrowed) return isIndexing ? 'resultSoFar' : 'result';
  if (isIndexing && session.counts.all === 0) return 'indexing';
  if (list === 'unread') return 'unread';
  if (list === 'highlighted') return 'highlights';
  return list === 'bookmarked' ? 'bookmarks' : 'archive';
}

/** What stands in place of the rows when there are none: why, and what to do. */
export function NoPosts() {
  const { t } = useTranslation('posts');
  const { t: tCommon } = useTranslation('common');
  const { clearQuery } = useActions();
  const kind = useApp(({ session, checking }) =>
    session === null ? null : emptinessOf(session, checking.has(session.archiveId)),
  );
  const failure = useSession((session) => session.searchFailure);
  if (kind === null || kind === 'loading') return <div className="rows" aria-busy />;
  if (kind === 'failed') {
    return (
      <div className="rows none" data-pane-focus tabIndex={-1}>
        <h2>{t('failedTitle')}</h2>
        {failure !== null && <p>{failureText(failure, tCommon)}</p>}
      </div>
    );
  }
  const words = {
    indexing: [t('emptyIndexing'), ''],
    archive: [t('emptyArchive'), t('emptyArchiveText')],
    unread: [t('emptyUnread'), ''],
    bookmarks: [t('emptyBookmarks'), t('emptyBookmarksText')],
    highlights: [t('emptyHighlights'), t('emptyHighlightsText')],
    refused: [t('emptyRefused'), t('emptyRefusedText')],
    result: [t('emptyResult'), t('emptyResultText')],
    resultSoFar: [t('emptySoFar'), t('emptySoFarText')],
  }[kind];
  return (
    <div className="rows none" data-pane-focus tabIndex={-1}>
      <h2>{words[0]}</h2>
      {words[1] !== '' && <p>{words[1]}</p>}
      {(kind === 'result' || kind === 'resultSoFar' || kind === 'refused') && (
        <Button onPress={clearQuery}>{t('clearSearchAndFilters')}</Button>
      )}
    </div>
  );
}
