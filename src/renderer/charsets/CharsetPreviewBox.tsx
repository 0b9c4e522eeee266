import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CharsetPreview } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Icon } from '../ui/Icon.tsx';

interface PreviewProps {
  /** Null while it is on its way. */
  readonly preview: CharsetPreview | null;
  readonly isFailed: boolean;
}

/** The beginning of the text as it would read, and whether every byte fits. */
export function CharsetPreviewBox({ preview, isFailed }: PreviewProps) {
  const { t } = useTranslation('charsets');
  const text = isFailed ? t('previewFailed') : (preview?.text ?? '');
  const isEmpty = preview !== null && text === '';
  return (
    <>
      <section
        className="charset-text"
        aria-label={t('preview')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        {text.split('\n').map((line, place) => (
          <p key={place} dir="auto">
            {line}
          </p>
        ))}
        {isEmpty && <p className="dim">{t('previewEmpty')}</p>}
      </section>
      <output className="fit">
        {preview !== null && !isFailed && <Fit damage={preview.damageCount} />}
      </output>
    </>
  );
}

function Fit({ damage }: { readonly damage: number }) {
  const { t } = useTranslation('charsets');
  const format = useFormat();
  if (damage === 0) return t('fits');
  return (
    <>
      <Icon of={TriangleAlert} />
      {t('damaged', { count: damage, shown: format.number(damage) })}
    </>
  );
}
