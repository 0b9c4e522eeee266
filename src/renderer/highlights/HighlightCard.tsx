/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table cannot be drawn only where in view: rows and cells say what they are by their roles */
import { Ellipsis, StickyNote, TriangleAlert } from 'lucide-react';
import { memo, type CSSProperties } from 'react';
import type { TFunction } from 'i18next';
import type { ListedHighlight } from '../../shared/annotations.ts';
import { localDay } from '../../shared/text/localDay.ts';
import type { Format } from '../i18n/format.ts';
import { Button } from '../ui/Button.tsx';
import { CheckMark } from '../ui/CheckMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { CardHead } from './cardHead.ts';
import { NoteEditor } from './NoteEditor.tsx';

/** Words and formats, passed down: cheaper than hooks in every card. */
interface CardWords {
  readonly t: TFunction<['highlights', 'common']>;
  readonly format: Format;
}

/** What a card may ask for. */
export interface CardActions {
  readonly open: (highlight: ListedHighlight) => void;
  /** Null ends the editing. */
  readonly edit: (highlight: ListedHighlight | null) => void;
  readonly keepNote: (highlight: ListedHighlight, note: string | null) => void;
}

interface HighlightCardProps {
  readonly words: CardWords;
  readonly actions: CardActions;
  /** Null while its page is on the way. */
  readonly highlight: ListedHighlight | null;
  readonly head: CardHead | null;
  /** Whether the card says which post it is from: the head of its group does not. */
  readonly hasPost: boolean;
  readonly index: number;
  readonly top: number;
  readonly isCursor: boolean;
  readonly isTicked: boolean;
  readonly isEditing: boolean;
  /** Told of the card's element, whose height it measures. */
  readonly measure: (element: HTMLElement | null) => void;
}

/** The element id of a card, for `aria-activedescendant`. */
export const cardId = (index: number): string => `highlight-${index}`;

function Head({ head, words }: { readonly head: CardHead; readonly words: CardWords }) {
  const { t, format } = words;
  if (head.kind === 'pen') {
    return (
      <div className="hc-head" aria-hidden>
        <i className="pen-sw" data-pen={head.pen} />
        <b>{t(`pens.${head.pen}`)}</b>
      </div>
    );
  }
  if (head.kind === 'month') {
    return (
      <div className="hc-head" aria-hidden>
        <b>{head.month === null ? t('noDate') : format.month(head.month)}</b>
      </div>
    );
  }
  return (
    <div className="hc-head" aria-hidden>
      <b className="cjk trunc">{head.title}</b>
      {head.source !== null && <span className="cjk nowrap">{head.source}</span>}
      {head.day !== null && <span className="nowrap">{format.fullDay(head.day)}</span>}
    </div>
  );
}

/** Where the words stand, or that they stand nowhere any more. */
function Foot({
  highlight,
  words,
  actions,
  hasPost,
}: {
  readonly highlight: ListedHighlight;
  readonly words: CardWords;
  readonly actions: CardActions;
  readonly hasPost: boolean;
}) {
  const { t, format } = words;
  const { title, source, day, isOrphan, postId, createdAt } = highlight;
  return (
    <>
      {isOrphan && (
        <p className="hc-orphan">
          <Icon of={TriangleAlert} size={14} />
          <span>{t(postId === null ? 'postGone' : 'wordsGone')}</span>
          {postId !== null && (
            <Button onPress={() => actions.open(highlight)}>{t('attachAgain')}</Button>
          )}
        </p>
      )}
      <p className="hc-meta">
        {hasPost && <b className="cjk trunc">{title}</b>}
        {hasPost && source !== null && <span className="cjk nowrap">{source}</span>}
        {hasPost && day !== null && <span className="nowrap">{format.fullDay(day)}</span>}
        {!hasPost && (
          <span>{t('marked', { day: format.fullDay(localDay(new Date(createdAt))) })}</span>
        )}
      </p>
    </>
  );
}

const nameOf = (highlight: ListedHighlight, { t }: CardWords): string =>
  [
    highlight.quote,
    t(`pens.${highlight.pen}`),
    ...(highlight.note === null ? [] : [t('noteIs', { note: highlight.note })]),
    highlight.title,
    ...(highlight.isOrphan ? [t('orphan')] : []),
  ].join(', ');

/** The words marked, the note, and where they stand. */
function CardBody({
  highlight,
  words,
  actions,
  hasPost,
  isEditing,
}: Pick<HighlightCardProps, 'words' | 'actions' | 'hasPost' | 'isEditing'> & {
  readonly highlight: ListedHighlight;
}) {
  const { t } = words;
  const { quote, note } = highlight;
  return (
    <div role="gridcell" className="hc-body">
      <blockquote className="hc-quote">
        <mark>{quote}</mark>
      </blockquote>
      {isEditing ? (
        <NoteEditor
          note={note}
          onKeep={(text) => actions.keepNote(highlight, text)}
          onCancel={() => actions.edit(null)}
        />
      ) : (
        note !== null && <p className="hc-note">{note}</p>
      )}
      <Foot highlight={highlight} words={words} actions={actions} hasPost={hasPost} />
      <span className="sr">{t(`pens.${highlight.pen}`)}</span>
    </div>
  );
}

/**
 * The buttons of a card: plain ones, because dozens are drawn with every page of the list; the list hears of them
 * (`data-act`). Tab stops at those of the row of the keyboard only.
 */
function CardTools({
  hasNote,
  words: { t },
  isCursor,
}: Pick<HighlightCardProps, 'words' | 'isCursor'> & { readonly hasNote: boolean }) {
  const noteLabel = t(hasNote ? 'editNote' : 'addNote');
  const tabIndex = isCursor ? 0 : -1;
  return (
    <div role="gridcell" className="hc-acts">
      <button
        type="button"
        className="ib"
        data-act="note"
        tabIndex={tabIndex}
        aria-label={noteLabel}
        title={noteLabel}
      >
        <Icon of={StickyNote} />
      </button>
      <button
        type="button"
        className="ib"
        data-act="menu"
        tabIndex={tabIndex}
        aria-haspopup="menu"
        aria-label={t('cardMenu')}
        title={t('common:more')}
      >
        <Icon of={Ellipsis} />
      </button>
    </div>
  );
}

/** One highlight: a row of the grid. Its tick is for the pointer (`data-act`); Space does the same. */
export const HighlightCard = memo((props: HighlightCardProps) => {
  const { highlight, words, actions, head, index, top, isCursor, isTicked, measure } = props;
  const { t } = words;
  const place: CSSProperties = { transform: `translateY(${top}px)` };
  if (highlight === null) {
    return (
      <div
        ref={measure}
        id={cardId(index)}
        role="row"
        aria-rowindex={index + 1}
        aria-busy
        data-index={index}
        className="hc ghost"
        style={place}
      >
        <div role="gridcell">{t('loading')}</div>
      </div>
    );
  }
  return (
    <div
      ref={measure}
      id={cardId(index)}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isTicked}
      aria-label={nameOf(highlight, words)}
      data-index={index}
      data-pen={highlight.pen}
      className={`hc ${isCursor ? 'cur' : ''} ${isTicked ? 'chk' : ''}`}
      style={place}
    >
      {head !== null && <Head head={head} words={words} />}
      <div className="hc-in" role="presentation">
        <span role="gridcell" className="tick" data-act="tick">
          <CheckMark state={isTicked ? 'on' : 'off'} />
        </span>
        <CardBody
          highlight={highlight}
          words={words}
          actions={actions}
          hasPost={props.hasPost}
          isEditing={props.isEditing}
        />
        <CardTools hasNote={highlight.note !== null} words={words} isCursor={isCursor} />
      </div>
    </div>
  );
});
HighlightCard.displayName = 'HighlightCard';
