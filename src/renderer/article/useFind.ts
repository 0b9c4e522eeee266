import { useDeferredValue, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Session } from '../state/model.ts';
import { useActions, useAppContext, useSession } from '../state/store.ts';
import type { ArticleMarks } from './articleMarks.ts';
import type { FindRequest } from './findLiteral.ts';
import { emptyFind, matcherFor, noTerms, selectedLine } from './findState.ts';

const closedFind = { isOpen: false, request: 0, move: 'focus', text: null } as const;

/** The find bar's text, what the window asks of the bar, and where the focus goes back to. */
export function useFind(marks: ArticleMarks, paperRef: RefObject<HTMLDivElement | null>) {
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

/** What to mark in the post, and whether the find bar asks for it; a moment later than typed, so that typing is not held up. */
export function useSought(find: FindRequest | null) {
  const terms = useSession((session) => session.result?.head.terms ?? noTerms) ?? noTerms;
  const sought = useDeferredValue(find);
  const matcher = useMemo(() => matcherFor(sought, terms), [sought, terms]);
  return { matcher, isFinding: sought !== null && sought.text.trim() !== '' };
}
