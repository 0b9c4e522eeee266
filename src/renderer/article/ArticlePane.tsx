import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SpeechBar } from '../speech/SpeechBar.tsx';
import { useReadAloud } from '../speech/useReadAloud.ts';
import { useApp } from '../state/store.ts';
import { useOpenPost } from '../state/useOpenPost.ts';
import { ArticleAway } from './ArticleAway.tsx';
import { createArticleMarks } from './articleMarks.ts';
import { ArticleNotices } from './ArticleNotices.tsx';
import { ArticleToolbar } from './ArticleToolbar.tsx';
import { ArticleView } from './ArticleView.tsx';
import { FindBar } from './FindBar.tsx';
import { createOutlineStore } from './outline.ts';
import { PartBar } from './PartBar.tsx';
import { useFind, useSought } from './useFind.ts';
import { useReadingWishes } from './useReadingWishes.ts';
import type { KnownPositions } from './useReadingPosition.ts';
import './article.css';
import './reading.css';
import '../../../resources/article.css';

/** The article view: tools, find bar and the open post. */
export function ArticlePane() {
  const isSecond = useApp(({ role }) => role === 'second');
  const { post, error, refetch } = useOpenPost();
  const [marks] = useState(createArticleMarks);
  const [outline] = useState(createOutlineStore);
  const [known] = useState<KnownPositions>(() => new Map());
  const paperRef = useRef<HTMLDivElement>(null);
  const hadFocusRef = useRef(false);
  const { find, setFind, state, close } = useFind(marks, paperRef);
  const { matcher, isFinding } = useSought(state.isOpen ? find : null);
  const isOpen = state.isOpen && post !== null;
  const said = useReadingWishes({ marks, paperRef, isFinding });
  useReadAloud(isSecond ? null : post, paperRef);
  return (
    <PaneFrame isSecond={isSecond}>
      <ArticleToolbar post={post} isFindOpen={isOpen} onCloseFind={close} outline={outline} />
      {isOpen && (
        <FindBar
          find={find}
          marks={marks}
          lang={post.lang === 'und' ? '' : post.lang}
          isPart={post.part !== undefined}
          request={state.request}
          move={state.move}
          onChange={setFind}
          onClose={close}
        />
      )}
      {post !== null && <SpeechBar post={post} />}
      {post === null ? (
        <ArticleAway error={error} onRetry={refetch} hadFocusRef={hadFocusRef} />
      ) : (
        <>
          <PartBar post={post} />
          <ArticleNotices post={post} />
          <ArticleView
            key={`${post.archiveId}/${post.path}/${post.part?.index ?? ''}`}
            post={post}
            marks={marks}
            outline={outline}
            matcher={matcher}
            isFinding={isFinding}
            paperRef={paperRef}
            known={known}
            hadFocusRef={hadFocusRef}
          />
        </>
      )}
      <output className="sr">{said}</output>
    </PaneFrame>
  );
}

/** The pane itself; a page has one main part, so that the second one is a section beside it. */
function PaneFrame({
  isSecond,
  children,
}: {
  readonly isSecond: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('article');
  const { t: tp } = useTranslation('places');
  const Frame = isSecond ? 'section' : 'main';
  return (
    <Frame
      className={isSecond ? 'pane art second' : 'pane art'}
      aria-label={isSecond ? tp('secondPane') : t('pane')}
      data-pane={isSecond ? 'second' : 'article'}
    >
      {children}
    </Frame>
  );
}
