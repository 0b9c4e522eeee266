import { ArticlePane } from './article/ArticlePane.tsx';
import { HighlightsPage } from './highlights/HighlightsPage.tsx';
import { useSession } from './state/store.ts';
import { TrendsPage } from './trends/TrendsPage.tsx';

/** The right column: the open post, or a page over the whole archive in its place. */
export function SurfacePane() {
  const surface = useSession((session) => session.surface) ?? 'post';
  if (surface === 'trends') return <TrendsPage />;
  return surface === 'highlights' ? <HighlightsPage /> : <ArticlePane />;
}
