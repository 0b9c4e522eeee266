import { useTranslation } from 'react-i18next';

interface SectionHeadProps {
  readonly title: string;
  /** Whether there is something to clear. */
  readonly isActive: boolean;
  readonly onClear: () => void;
}

/** The head of a filter section, with Clear while the filter is in use. */
export function SectionHead({ title, isActive, onClear }: SectionHeadProps) {
  const { t } = useTranslation(['filters', 'common']);
  return (
    <div className="sh">
      <h2>{title}</h2>
      <span className="sp" />
      {isActive && (
        <button
          type="button"
          className="lnk"
          aria-label={t('clearFacet', { facet: title })}
          onClick={onClear}
        >
          {t('common:clear')}
        </button>
      )}
    </div>
  );
}
