import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../api.ts';
import { useActions, useApp, useAppContext, useSession } from '../state/store.ts';
import type { Session } from '../state/model.ts';
import { SpeechBar } from '../speech/SpeechBar.tsx';
import { useReadAloud } from '../speech/useReadAloud.ts';
import { useOpenPost } from '../state/useOpenPost.ts';
import { Button } from '../ui/Button.tsx';
import { failureText } from '../ui/failureText.ts';
import { createArticleMarks } from './articleMarks.ts';
import { ArticleNotices } from './ArticleNotices.tsx';
import { ArticleToolbar } from './ArticleToolbar.tsx';
import { ArticleView } from './ArticleView.tsx';
import { FindBar } from './FindBar.tsx';
import { createOutlineStore } from './outline.ts';
import type { FindRequest } from './findLiteral.ts';
import { emptyFind, matcherFor, noTerms, selectedLine } from './findState.ts';
import { PartBar } from './PartBar.tsx';
import { useReadingWishes } from './useReadingWishes.ts';
import type { KnownPositions } from './useReadingPosition.ts';
import './article.css';
import './reading.css';
import '../../../resources/article.css';

/** The article view: tools, find bar and the open post. */
export function ArticlePane() {
  const { t } = useTranslation('article');
  const { t: tp } = useTranslation('places');
  const isSecond = useApp(({ role }) => role === 'second');
  // A page has one main part.
  const Frame = isSecond ? 'section' : 'main';
  const { post, error, refetch } = useOpenPost();
  const [marks] = useState(createArticleMarks);
  const [outline] = useState(createOutlineStore);
  const [known] = useState<KnownPositions>(() => new Map());
  const paperRef = useRef<HTMLDivElement>(null);
  const hadFocusRef = useRef(false);
  const { find, setFind, state, close } = useFind(marks, paperRef);
  const terms = useSession((session) => session.result?.head.terms ?? noTerms) ?? noTerms;
  const sought = useDeferredValue(state.isOpen ? find : null);
  const matcher = useMemo(() => matcherFor(sought, terms), [sought, terms]);
  const isOpen = state.isOpen && post !== null;
  const isFinding = sought !== null && sought.text.trim() !== '';
  const said = useReadingWishes({ marks, paperRef, isFinding });
  useReadAloud(isSecond ? null : post, paperRef);
  return (
    <Frame
      className={isSecond ? 'pane art second' : 'pane art'}
      aria-label={isSecond ? tp('secondPane') : t('pane')}
      data-pane={isSecond ? 'second' : 'article'}
    >
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
        <ArticleAway error={error} onRetry={refetch} />
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
    </Frame>
  );
}

const closedFind = { isOpen: false, request: 0, move: 'focus', text: null } as const;

/** The find bar's text, what the window asks of the bar, and where the focus goes back to. */
function useFind(
  marks: ReturnType<typeof createArticleMarks>,
  paperRef: React.RefObject<HTMLDivElement | null>,
) {
  const { store } = useAppContext();
  const actions = useActions();
  const [find, setFind] = useState(() => emptyFind(store.getState().settings.foldsVariants));
  const state = useSession((session) => session.find) ?? closedFind;
  const before = useRef<HTMLElement | null>(null);
  useEffect(
    () =>
      store.subscribe(({ session }, { session: old }) => {
        if (session === null || !isNewFindRequest(session, old)) return;
        const isOpening = old?.find.isOpen !== true;
        const focused = document.activeElement;
        if (isOpening && focused instanceof HTMLElement) before.current = focused;
        const prefill = prefillFor(session, paperRef.current);
        setFind((now) => prefill(now));
        if (session.find.move !== 'focus') marks.step(session.find.move === 'next' ? 1 : -1);
      }),
    [store, marks, paperRef],
  );
  const close = (): void => {
    actions.closeFind();
    const target = before.current?.isConnected === true ? before.current : paperRef.current;
    target?.focus();
  };
  return { find, setFind, state, close };
}

const isNewFindRequest = (session: Session, old: Session | null): boolean =>
  session.find.request > 0 && session.find.request !== old?.find.request;

/** What the bar holds after a command: the selection, else what it held, else what the list was searched for. */
function prefillFor(session: Session, paper: Element | null): (now: FindRequest) => FindRequest {
  const selected = session.find.move === 'focus' ? selectedLine(paper) : '';
  const term = session.result?.head.terms[0]?.text ?? '';
  return (now) => {
    const text = session.find.text ?? (selected || now.text || term);
    return text === now.text ? now : { ...now, text };
  };
}

/** What stands in the pane without a post: none chosen, on its way, or why it cannot be opened. */
function ArticleAway({
  error,
  onRetry,
}: {
  readonly error: Error | null;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation('article');
  const { t: tc } = useTranslation('common');
  const openPath = useSession((session) => session.openPath);
  const isEmpty = useApp(({ session }) => session !== null && session.counts.all === 0);
  if (openPath === null) {
    return (
      <div className="art-away" data-pane-focus tabIndex={-1}>
        {!isEmpty && (
          <>
            <h1>{t('none')}</h1>
            <p>{t('noneHint')}</p>
          </>
        )}
      </div>
    );
  }
  if (error === null) {
    return <output className="art-away late">{t('loading')}</output>;
  }
  return (
    <div className="art-away" role="alert">
      <h1>{t('failed')}</h1>
      <p>{failureText(failureOf(error), tc)}</p>
      <p className="path">{openPath}</p>
      <Button onPress={onRetry}>{tc('retry')}</Button>
    </div>
  );
}
