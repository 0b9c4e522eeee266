import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SectionHeadProps {
  readonly title: string;
  /** Whether there is something to clear. */
  readonly isActive: boolean;
  readonly onClear: () => void;
  /** Tools at its end. */
  readonly children?: ReactNode;
}

/** The head of a filter section, with Clear while the filter is in use. */
export function SectionHead({ title, isActive, onClear, children }: SectionHeadProps) {
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
      {children}
    </div>
  );
}
