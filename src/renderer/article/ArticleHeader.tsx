import { File, Tag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Post, TextRange } from '../../shared/model.ts';
import { localeOf } from '../i18n/i18n.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Icon } from '../ui/Icon.tsx';
import { formatMoment } from './formatMoment.ts';
import { markedPieces } from './hitRanges.ts';
import { readingMinutes, splitTitle } from './typesetting.ts';

interface TitleProps {
  readonly title: string;
  /** Hits, ranges of `title`. */
  readonly ranges: readonly TextRange[];
  /** Number of the current hit among them; null when it is none of them. */
  readonly current: number | null;
}

/** The headline and, after ` ——`, the deck under it; the heading's own text is the whole title. */
export function ArticleTitle({ title, ranges, current }: TitleProps) {
  const { headline, gap, deck } = splitTitle(title);
  const part = (text: string, offset: number) =>
    markedPieces(text, ranges, offset).map((piece) =>
      piece.hit === null ? (
        <span key={piece.start}>{piece.text}</span>
      ) : (
        <mark key={piece.start} className={piece.hit === current ? 'hit now' : 'hit'}>
          {piece.text}
        </mark>
      ),
    );
  return (
    <h1 className="post-title">
      <span className="post-headline">{part(headline, 0)}</span>
      {gap}
      {deck !== '' && <span className="post-deck">{part(deck, headline.length + gap.length)}</span>}
    </h1>
  );
}

/** Source and categories, above the headline. */
export function ArticleKicker({ post }: { readonly post: Post }) {
  const { t } = useTranslation('article');
  const steps = [...(post.author === null ? [] : [post.author]), ...post.categories];
  if (post.source === null && steps.length === 0 && !post.isDraft && post.kind === 'post') {
    return null;
  }
  return (
    <div className="post-kicker">
      {post.source !== null && <b>{post.source}</b>}
      {steps.map((step, place) => (
        <span key={step} className="cjk">
          {(place > 0 || post.source !== null) && <span className="step">/</span>}
          {step}
        </span>
      ))}
      {post.isDraft && <span className="draft">{t('draft')}</span>}
      {post.kind === 'page' && <span className="draft">{t('page')}</span>}
    </div>
  );
}

/** Date, length, reading time, tags and file name, in the language of the window. */
export function ArticleMeta({ post }: { readonly post: Post }) {
  const { t, i18n } = useTranslation('article');
  const format = useFormat();
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const moment = post.date === null ? null : formatMoment(post.date, language);
  const count = post.characterCount;
  return (
    <div className="post-meta" lang={localeOf(language)}>
      {moment === null || post.date === null ? (
        <span>{t('noDate')}</span>
      ) : (
        <time dateTime={post.date}>{moment}</time>
      )}
      <span>{t('characters', { count, shown: format.number(count) })}</span>
      <span>{t('minutes', { shown: format.number(readingMinutes(count, post.lang)) })}</span>
      {post.tags.length > 0 && (
        <span className="bit">
          <Icon of={Tag} size={12} />
          <span className="cjk">{post.tags.join(language === 'zh' ? '、' : ', ')}</span>
        </span>
      )}
      <span className="bit file" title={post.path}>
        <Icon of={File} size={12} />
        <span className="trunc">{post.path.slice(post.path.lastIndexOf('/') + 1)}</span>
      </span>
    </div>
  );
}
