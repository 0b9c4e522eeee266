import { Tag } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { Icon } from '../ui/Icon.tsx';

/** More tags than this are folded away… */
const SHOWN = 20;
/** …unless only so many would be. */
const LEEWAY = 4;

/** The tags of a post; a great many of them show when asked for. */
export function ArticleTags({
  tags,
  lang,
}: {
  readonly tags: readonly string[];
  readonly lang: 'en' | 'zh';
}) {
  const { t } = useTranslation('reading');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  if (tags.length === 0) return null;
  const isLong = tags.length > SHOWN + LEEWAY;
  const shown = isLong && !isOpen ? tags.slice(0, SHOWN) : tags;
  const count = tags.length - SHOWN;
  return (
    <span className="bit post-tags">
      <Icon of={Tag} size={12} />
      <span>
        <span className="cjk">{shown.join(lang === 'zh' ? '、' : ', ')}</span>
        {isLong && (
          <Button className="post-more" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? t('fewerTags') : t('moreTags', { count, shown: format.number(count) })}
          </Button>
        )}
      </span>
    </span>
  );
}
