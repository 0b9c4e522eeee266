import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from 'react';
import type { Post } from '../../shared/model.ts';
import { MarkingHead } from '../marking/MarkingHead.tsx';
import { MarkingLayer } from '../marking/MarkingLayer.tsx';
import type { Marking } from '../marking/marking.ts';
import { useMarking } from '../marking/useMarking.ts';
import { useApp } from '../state/store.ts';
import { ArticleContextMenu } from './ArticleContextMenu.tsx';
import { readFacts, type ArticleFacts } from './articleFacts.ts';
import { ArticleHead } from './ArticleHeader.tsx';
import { ArticleHtml } from './ArticleHtml.tsx';
import type { ArticleMarks, Matcher } from './articleMarks.ts';
import type { Drawing } from './drawPost.ts';
import { Mentions } from './Mentions.tsx';
import { fillOutline, followOutline, type OutlineStore } from './outline.ts';
import { OnThisDaySection } from '../time/OnThisDaySection.tsx';
import { NotePopover } from './NotePopover.tsx';
import { PictureView } from './PictureView.tsx';
import { PartEnd } from './PartBar.tsx';
import { TickRail } from './TickRail.tsx';
import { isHanText } from '../../shared/text/typesetting.ts';
import { useArticleLinks } from './useArticleLinks.ts';
import { useKeptLine } from './useKeptLine.ts';
import { useKeptPassage } from './useKeptPassage.ts';
import { useNotes } from './useNotes.ts';
import { usePictures } from './usePictures.ts';
import { usePlace } from './usePlace.ts';
import { positionKey, useReadingPosition, type KnownPositions } from './useReadingPosition.ts';

interface Properties {
  readonly post: Post;
  readonly marks: ArticleMarks;
  readonly outline: OutlineStore;
  /** What to mark; null = nothing. */
  readonly matcher: Matcher | null;
  /** True when the find bar asks for it: then a change goes to the first match. */
  readonly isFinding: boolean;
  /** The scroller, so that the pane can focus it. */
  readonly paperRef: React.RefObject<HTMLDivElement | null>;
  /** Where this window left its posts; kept by the pane. */
  readonly known: KnownPositions;
  /** Whether the focus was in the post shown before; kept by the pane. */
  readonly hadFocusRef: React.RefObject<boolean>;
}

/** One post, as it is read. Mounted anew for each post. */
export function ArticleView(properties: Properties) {
  const { post, marks, outline, paperRef, known, hadFocusRef } = properties;
  const sheetRef = useRef<HTMLElement>(null);
  // The scroller as an element, for listeners that must begin with it.
  const [paper, setPaper] = useState<HTMLDivElement | null>(null);
  // The same function at every drawing: another one would be called with null and the element each time.
  const takePaper = useCallback(
    (element: HTMLDivElement | null): void => {
      paperRef.current = element;
      setPaper(element);
    },
    [paperRef],
  );
  const { restore, onScroll } = useReadingPosition({ scrollerRef: paperRef, post, known });
  const marked = useMarking({ post, marks, paper });
  const { facts, isHere, built } = useBuiltBody({ marks, outline, marking: marked.marking });
  const { note, close } = useNotes(paper);
  const pictures = usePictures(paper);
  useArticleLinks(paper, post);
  useKeptFocus(paperRef, hadFocusRef);
  usePlace({ ...properties, restore, isHere });
  const isAway = !isHere && isElsewhere(properties);
  useKeptLine(paperRef, sheetRef);
  useKeptPassage(paperRef, post.html);
  return (
    <div className="paper-frame">
      <div
        className="paper"
        ref={takePaper}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        data-pane-focus
        {...(isAway ? { 'data-away': '' } : {})}
        onScroll={({ currentTarget }) => {
          onScroll();
          followOutline(outline, currentTarget);
        }}
      >
        <Sheet post={post} sheetRef={sheetRef}>
          <ArticleHead post={post} marks={marks} facts={facts} />
          <MarkingHead at={marked} />
          <ArticleHtml post={post} {...built} />
          <PartEnd post={post} />
          <Mentions post={post} />
          <OnThisDaySection post={post} />
        </Sheet>
        {note !== null && paper !== null && (
          <NotePopover
            key={note.serial}
            note={note}
            paper={paper}
            lang={post.lang}
            onClose={close}
          />
        )}
      </div>
      <TickRail marks={marks} sheetRef={sheetRef} />
      <MarkingLayer at={marked} sheetRef={sheetRef} />
      <ArticleContextMenu paper={paper} post={post} onEnlarge={pictures.open} />
      {pictures.show !== null && <PictureView show={pictures.show} onClose={pictures.close} />}
    </div>
  );
}

interface SheetProperties {
  readonly post: Post;
  readonly sheetRef: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** The sheet a post lies on: its language and how the reader wants it set. */
function Sheet({ post, sheetRef, children }: SheetProperties) {
  const typeface = useApp(({ settings }) => settings.typeface);
  const isJustified = useApp(({ settings }) => settings.isJustified);
  const measure = useApp(({ settings }) => settings.lineLength);
  const style: CSSProperties & Record<'--read-measure', number> = { '--read-measure': measure };
  return (
    <article
      ref={sheetRef}
      className="sheet post"
      aria-label={post.title}
      lang={post.lang === 'und' ? '' : post.lang}
      data-typeface={typeface}
      style={style}
      {...(isHanText(post.lang) ? { 'data-han': '' } : {})}
      {...(isJustified ? {} : { 'data-ragged': '' })}
    >
      {children}
    </article>
  );
}

/** Whether a post will not stand at its beginning: then the beginning of a long one is not shown while it comes. */
const isElsewhere = ({ post, matcher, known }: Properties): boolean =>
  matcher !== null || post.position > 0 || known.has(positionKey(post.archiveId, post.path));

/** Passes the nodes of a post on to whoever works with them, and keeps what the window reads off them. */
function useBuiltBody({
  marks,
  outline,
  marking,
}: Pick<Properties, 'marks' | 'outline'> & { readonly marking: Marking }) {
  const [facts, setFacts] = useState<ArticleFacts | null>(null);
  const [isHere, setHere] = useState(false);
  const isLong = useRef(false);
  const onBegun = useCallback(
    ({ finish }: Drawing): void => {
      isLong.current = true;
      marks.setComing(finish);
    },
    [marks],
  );
  const onBuilt = useCallback(
    (body: HTMLElement, title: string): void => {
      // Counting a long post takes a turn of its own.
      if (isLong.current) setTimeout(() => setFacts(readFacts(body)), 0);
      else setFacts(readFacts(body));
      fillOutline(outline, body);
      marking.setBody(body);
      marks.setBody(body, title);
      setHere(true);
    },
    [marks, outline, marking],
  );
  useLayoutEffect(() => () => fillOutline(outline, null), [outline]);
  return { facts, isHere, built: { onBuilt, onBegun } };
}

/**
 * A link or a button of the post before had the focus and went with it: the scroller takes it over, so that keys go on
 * working in the article.
 */
function useKeptFocus(
  paperRef: RefObject<HTMLDivElement | null>,
  hadFocusRef: RefObject<boolean>,
): void {
  useLayoutEffect(() => {
    const paper = paperRef.current;
    if (hadFocusRef.current && document.activeElement === document.body) {
      paper?.focus({ preventScroll: true });
    }
    hadFocusRef.current = false;
    return () => {
      hadFocusRef.current = paper?.contains(document.activeElement) ?? false;
    };
  }, [paperRef, hadFocusRef]);
}
