import { useTranslation } from 'react-i18next';

/** Everything that the reader marked in the archive, in the article's place. */
export function HighlightsPage() {
  const { t } = useTranslation('highlights');
  return (
    <main className="pane art" aria-label={t('title')} data-pane="article">
      <div className="top">
        <h1>{t('title')}</h1>
      </div>
    </main>
  );
}
