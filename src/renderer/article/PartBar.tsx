import { memo } from 'react';
import { ChevronLeft, ChevronRight, ScrollText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useSession } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { CHROME_ATTRIBUTE } from './articleText.ts';

/** Over a long post: that only a part of it is shown, which one, and the ways to the others. Nothing over other posts. */
export function PartBar({ post: { part, characterCount } }: { readonly post: Post }) {
  const { t } = useTranslation('article');
  const format = useFormat();
  const { showPart } = useActions();
  const isSearched = useSession(({ result }) => (result?.head.terms.length ?? 0) > 0) ?? false;
  if (part === undefined) return null;
  const { index, count } = part;
  return (
    <section className="line-notice part-bar" aria-label={t('parts')}>
      <Icon of={ScrollText} />
      <p>{t('longPost', { shown: format.number(characterCount) })}</p>
      <div className="part-steps">
        {isSearched && (
          <Button
            variant="ghost"
            isDisabled={index === count - 1}
            onPress={() => void showPart(index + 1, t('noLaterHit'))}
          >
            {t('nextHitPart')}
          </Button>
        )}
        <Button
          variant="ghost"
          icon={ChevronLeft}
          isDisabled={index === 0}
          onPress={() => void showPart(index - 1)}
        >
          {t('previousPart')}
        </Button>
        <output className="nowrap">
          {t('partOf', { now: format.number(index + 1), total: format.number(count) })}
        </output>
        <Button
          variant="ghost"
          icon={ChevronRight}
          isDisabled={index === count - 1}
          onPress={() => void showPart(index + 1)}
        >
          {t('nextPart')}
        </Button>
      </div>
    </section>
  );
}

/** At the end of a part: the way on. */
export const PartEnd = memo(function PartEnd({ post: { part } }: { readonly post: Post }) {
  const { t } = useTranslation('article');
  const format = useFormat();
  const { showPart } = useActions();
  if (part === undefined || part.index === part.count - 1) return null;
  const words = { now: format.number(part.index + 2), total: format.number(part.count) };
  return (
    <div className="part-end" {...{ [CHROME_ATTRIBUTE]: '' }}>
      <Button onPress={() => void showPart(part.index + 1)}>{t('goOn', words)}</Button>
    </div>
  );
});
