import { useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Post } from '../../shared/model.ts';
import { useApp, useAppContext } from '../state/store.ts';
import { ArticleContextMenu } from './ArticleContextMenu.tsx';
import { ArticleKicker, ArticleMeta, ArticleTitle } from './ArticleHeader.tsx';
import { ArticleHtml } from './ArticleHtml.tsx';
import { hitCount, type ArticleMarks, type Matcher } from './articleMarks.ts';
import { Mentions } from './Mentions.tsx';
import { PartEnd } from './PartBar.tsx';
import { TickRail } from './TickRail.tsx';
import { isHanText } from './typesetting.ts';
import { showFragment, useArticleLinks } from './useArticleLinks.ts';
import { positionKey, useReadingPosition, type KnownPositions } from './useReadingPosition.ts';

interface Properties {
  readonly post: Post;
  readonly marks: ArticleMarks;
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
  const { post, marks, matcher, isFinding, paperRef, known, hadFocusRef } = properties;
  const typeface = useApp((state) => state.settings.typeface);
  const sheetRef = useRef<HTMLElement>(null);
  // The scroller as an element, for listeners that must begin with it.
  const [paper, setPaper] = useState<HTMLDivElement | null>(null);
  const { restore, onScroll } = useReadingPosition({ scrollerRef: paperRef, post, known });
  const titleRanges = useStore(marks.store, (state) => state.titleRanges);
  const current = useStore(marks.store, (state) => state.current);
  useArticleLinks(paper, post);
  useKeptFocus(paperRef, hadFocusRef);

  usePlace({
    marks,
    matcher,
    isFinding,
    restore,
    paperRef,
    isReturned: useIsReturned(post, known),
  });

  return (
    <div className="paper-frame">
      <div
        className="paper"
        ref={(element) => {
          paperRef.current = element;
          setPaper(element);
        }}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        data-pane-focus
        onScroll={onScroll}
      >
        <article
          ref={sheetRef}
          className="sheet post"
          aria-label={post.title}
          lang={post.lang === 'und' ? '' : post.lang}
          data-typeface={typeface}
          {...(isHanText(post.lang) ? { 'data-han': '' } : {})}
        >
          <header>
            <ArticleKicker post={post} />
            <ArticleTitle title={post.title} ranges={titleRanges} current={current} />
            <div className="rule2 post-rule" />
            <ArticleMeta post={post} />
          </header>
          <ArticleHtml post={post} onBuilt={marks.setBody} />
          <PartEnd post={post} />
          <Mentions post={post} />
        </article>
      </div>
      <TickRail marks={marks} sheetRef={sheetRef} />
      <ArticleContextMenu paper={paper} post={post} />
    </div>
  );
}

/**
 * A link or a button of the post before had the focus and went with it: the scroller takes it over, so that keys go on
 * working in the article.
 */
function useKeptFocus(
  paperRef: React.RefObject<HTMLDivElement | null>,
  hadFocusRef: React.RefObject<boolean>,
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

interface Place {
  readonly marks: ArticleMarks;
  readonly matcher: Matcher | null;
  readonly isFinding: boolean;
  readonly restore: () => void;
  readonly paperRef: React.RefObject<HTMLDivElement | null>;
  readonly isReturned: boolean;
}

/**
 * Whether the post was open when the archive was last left (the app was closed, or its page died) and has not been
 * read in this window yet.
 */
function useIsReturned({ archiveId, path }: Post, known: KnownPositions): boolean {
  const { store } = useAppContext();
  const [isReturned] = useState(
    () =>
      store.getState().session?.returnedPath === path && !known.has(positionKey(archiveId, path)),
  );
  return isReturned;
}

/**
 * Marks, then places the post: where the link that led here points, else at its first hit when something is looked
 * for, else where it was left. One that is back from last time stands where it was left, whatever is looked for.
 */
function usePlace({ marks, matcher, isFinding, restore, paperRef, isReturned }: Place): void {
  const { store } = useAppContext();
  const isPlaced = useRef(false);
  useLayoutEffect(() => {
    marks.setMatcher(matcher);
    if (!isPlaced.current) {
      isPlaced.current = true;
      const body = paperRef.current?.querySelector('.post-body') ?? null;
      const fragment = store.getState().session?.openFragment ?? null;
      if (fragment !== null && showFragment(body, fragment)) return;
      if (!isReturned && hitCount(marks.store.getState()) > 0) marks.show(0);
      else restore();
    } else if (isFinding && hitCount(marks.store.getState()) > 0) marks.step(1);
  }, [marks, matcher, isFinding, restore, paperRef, isReturned, store]);
}
