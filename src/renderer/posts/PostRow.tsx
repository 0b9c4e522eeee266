import { Star, StickyNote } from 'lucide-react';
import { memo } from 'react';
import type { TFunction } from 'i18next';
import type { PostSummary } from '../../shared/model.ts';
import type { Format } from '../i18n/format.ts';
import { CheckMark } from '../ui/CheckMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import { MarkedText } from '../ui/MarkedText.tsx';
import { rowFacts } from './rowFacts.ts';

/** Words and formats, passed down: a hook in each of a hundred rows would cost more than the row. */
export interface RowWords {
  readonly t: TFunction<'posts'>;
  readonly format: Format;
  /** Of these words; the posts have their own. */
  readonly lang: string;
}

interface PostRowProps {
  readonly words: RowWords;
  /** Null while the row's page is on its way. */
  readonly post: PostSummary | null;
  /** Place in the whole result, 0-based. */
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly height: number;
  /** Whether the row stands under a month head, which says the year. */
  readonly hasMonth: boolean;
  readonly isOpen: boolean;
  readonly isCursor: boolean;
  readonly isTicked: boolean;
  /** See `isSelected` in state/selection.ts. */
  readonly isSelected: boolean;
}

/** The element id of a row, for `aria-activedescendant`. */
export const rowId = (index: number): string => `post-row-${index}`;

interface MetaProps {
  readonly post: PostSummary;
  readonly hasMonth: boolean;
  readonly words: RowWords;
}

/** Months are in the heads when the list is sorted by date; then the day alone says enough. */
const Meta = ({ post, hasMonth, words }: MetaProps) => {
  const { t, format } = words;
  const dayText = (day: string | null): string => {
    if (day === null) return t('noDate');
    return hasMonth ? format.shortDay(day) : format.fullDay(day);
  };
  return (
    <div className="mt" aria-hidden>
      {post.source !== null && <span className="src trunc">{post.source}</span>}
      <span className="nowrap">{dayText(post.day)}</span>
      {post.highlightCount > 0 && (
        <span className="hlc nowrap">
          <span className="pen-sws">
            {post.pens.map((pen) => (
              <i key={pen} className="pen-sw" data-pen={pen} />
            ))}
          </span>
          {format.number(post.highlightCount)}
        </span>
      )}
      {post.hasNote && <Icon of={StickyNote} size={12} className="has-note" />}
      {post.hitCount > 0 && (
        <span className="hits nowrap">
          {t('hits', { count: post.hitCount, shown: format.number(post.hitCount) })}
        </span>
      )}
    </div>
  );
};

/** What is written on the post, for readers who do not see the signs: a part of the row's name, in one line with the title. */
const Marked = ({ post, words }: Pick<MetaProps, 'post' | 'words'>) => {
  const { t, format, lang } = words;
  const { highlightCount: count, hasNote } = post;
  if (count === 0 && !hasNote) return null;
  const parts = [
    ...(count > 0 ? [t('highlighted', { count, shown: format.number(count) })] : []),
    ...(hasNote ? [t('noted')] : []),
  ];
  return (
    <span className="sr-line" lang={lang}>
      {parts.map((part) => t('andMark', { part })).join('')}
    </span>
  );
};

const classOf = (props: PostRowProps): string =>
  [
    'row',
    props.isOpen ? 'on' : '',
    props.isTicked ? 'chk' : '',
    props.isCursor ? 'cur' : '',
    props.post?.isRead === false ? 'unread' : '',
  ]
    .filter(Boolean)
    .join(' ');

/**
 * One row. Its name is its title and what is written on the post; what else it shows is its description. Tick and star are pointer targets only (`data-act`); keys `x` and `b` do the same, because an option may
 * hold no control.
 */
export const PostRow = memo((props: PostRowProps) => {
  const { post, index, total, top, height, hasMonth, isOpen, isSelected, isTicked } = props;
  const { t } = props.words;
  return (
    <div
      id={rowId(index)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see PostList
      role="option"
      aria-label={post === null ? t('loading') : undefined}
      // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- global since ARIA 1.3, and Chromium has it
      aria-description={post === null ? undefined : rowFacts(post, props.words)}
      aria-selected={isSelected}
      aria-setsize={total}
      aria-posinset={index + 1}
      aria-current={isOpen ? 'true' : undefined}
      aria-busy={post === null ? true : undefined}
      data-row={index}
      draggable={post !== null}
      className={classOf(props)}
      style={{ top, height }}
    >
      <span className="tick" data-act="tick" aria-hidden>
        <CheckMark state={isTicked ? 'on' : 'off'} />
      </span>
      {post === null ? (
        <div className="ghost-lines" aria-hidden>
          <i />
          <i />
          <i />
        </div>
      ) : (
        <div className="rc" lang={post.lang === 'und' ? undefined : post.lang}>
          <div className="tt">
            {!post.isRead && <span className="dot" aria-hidden />}
            <span className="trunc">
              <MarkedText text={post.title} marks={post.titleMarks} />
              <Marked post={post} words={props.words} />
            </span>
            <span className={`star ${post.isBookmarked ? 'on' : ''}`} data-act="star" aria-hidden>
              <Icon of={Star} size={14} />
            </span>
          </div>
          <p className="sn" aria-hidden>
            <MarkedText text={post.snippet.text} marks={post.snippet.marks} />
          </p>
          <Meta post={post} hasMonth={hasMonth} words={props.words} />
        </div>
      )}
    </div>
  );
});
PostRow.displayName = 'PostRow';
