import { memo } from 'react';
import { File } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Post, TextRange } from '../../shared/model.ts';
import { localeOf } from '../i18n/i18n.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Icon } from '../ui/Icon.tsx';
import type { ArticleFacts } from './articleFacts.ts';
import type { ArticleMarks } from './articleMarks.ts';
import { ArticleTags } from './ArticleTags.tsx';
import { formatMoment } from './formatMoment.ts';
import { markedPieces } from './hitRanges.ts';
import { isWordText, minutesFor } from './readingLength.ts';
import { RemotePictures } from './RemotePictures.tsx';
import { readingMinutes, splitTitle } from '../../shared/text/typesetting.ts';

interface HeadProperties {
  readonly post: Post;
  readonly marks: ArticleMarks;
  /** Null before the post's nodes are there. */
  readonly facts: ArticleFacts | null;
}

/** The head of a post: source, headline, rule, what is known of it. */
export const ArticleHead = memo(function ArticleHead({ post, marks, facts }: HeadProperties) {
  const ranges = useStore(marks.store, (state) => state.titleRanges);
  const current = useStore(marks.store, (state) => state.current);
  return (
    <header>
      <ArticleKicker post={post} />
      <ArticleTitle title={post.title} ranges={ranges} current={current} />
      <div className="rule2 post-rule" />
      <ArticleMeta post={post} facts={facts} />
    </header>
  );
});

interface TitleProps {
  readonly title: string;
  /** Hits, ranges of `title`. */
  readonly ranges: readonly TextRange[];
  /** Number of the current hit among them; null when it is none of them. */
  readonly current: number | null;
}

/** The headline and, after ` ——`, the deck under it; the heading's own text is the whole title. */
function ArticleTitle({ title, ranges, current }: TitleProps) {
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
    <h1 className="post-title" dir="auto">
      <span className="post-headline">{part(headline, 0)}</span>
      {gap}
      {deck !== '' && <span className="post-deck">{part(deck, headline.length + gap.length)}</span>}
    </h1>
  );
}

/** Source and categories, above the headline. */
function ArticleKicker({ post }: { readonly post: Post }) {
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
function ArticleMeta({ post, facts }: Pick<HeadProperties, 'post' | 'facts'>) {
  const { t, i18n } = useTranslation('article');
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const moment = post.date === null ? null : formatMoment(post.date, language);
  return (
    <div className="post-meta" lang={localeOf(language)}>
      {moment === null || post.date === null ? (
        <span>{t('noDate')}</span>
      ) : (
        <time dateTime={post.date}>{moment}</time>
      )}
      <Length post={post} facts={facts} />
      <ArticleTags tags={post.tags} lang={language} />
      <RemotePictures addresses={facts?.remote ?? []} />
      <span className="bit file" title={post.path}>
        <Icon of={File} size={12} />
        <span className="trunc">{post.path.slice(post.path.lastIndexOf('/') + 1)}</span>
      </span>
    </div>
  );
}

/** Length and reading time: in words where the post is written in words; of a part, those of the whole post. */
function Length({ post, facts }: Pick<HeadProperties, 'post' | 'facts'>) {
  const { t } = useTranslation('article');
  const { t: tr } = useTranslation('reading');
  const format = useFormat();
  const { characterCount: count, lang, part } = post;
  const length = part === undefined ? (facts?.length ?? null) : null;
  const minutes = length === null ? readingMinutes(count, lang) : minutesFor(length);
  return (
    <>
      <span>
        {length !== null && isWordText(length)
          ? tr('words', { count: length.words, shown: format.number(length.words) })
          : t('characters', { count, shown: format.number(count) })}
      </span>
      <span>{t('minutes', { shown: format.number(minutes) })}</span>
    </>
  );
}
