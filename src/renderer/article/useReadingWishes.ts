import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import type { ReadingWish, Session } from '../state/model.ts';
import { useActions, useAppContext } from '../state/store.ts';
import { hitCount, type ArticleMarks } from './articleMarks.ts';
import { turnPage } from './turnPage.ts';

interface Reading {
  readonly marks: ArticleMarks;
  readonly paperRef: RefObject<HTMLDivElement | null>;
  /** True while the find bar is open and filled: hits are those of the find bar then. */
  readonly isFinding: boolean;
}

/** Does what keys and menus ask of the article: hit to hit, page by page. Gives what is to be read out politely. */
export function useReadingWishes({ marks, paperRef, isFinding }: Reading): string {
  const { store } = useAppContext();
  const actions = useActions();
  const { t } = useTranslation('reading');
  const format = useFormat();
  const [said, setSaid] = useState('');
  const lastTitle = useRef('');
  const newest = useRef({ isFinding, t, format });
  useEffect(() => {
    newest.current = { isFinding, t, format };
  }, [isFinding, t, format]);
  useEffect(() => {
    const goToHit = async (step: 1 | -1, session: Session): Promise<void> => {
      const { t: say, isFinding: finds } = newest.current;
      if (marks.stepWithin(step)) return;
      if (finds) return marks.step(step);
      if (session.text.trim() === '' || session.result?.head.terms.length === 0) {
        return actions.notify({ kind: 'text', text: say('notSearched') });
      }
      if (await actions.goToHitPost(step)) return;
      const text = step === 1 ? say('noMoreHits') : say('noEarlierHits');
      actions.notify({ kind: 'text', text });
    };
    const obey = (wish: ReadingWish, session: Session): void => {
      if (wish === 'next-hit') void goToHit(1, session);
      else if (wish === 'previous-hit') void goToHit(-1, session);
      else if (wish === 'page-down' && !turnPage(paperRef.current, 1)) void actions.moveBy(1);
      else if (wish === 'page-up' && !turnPage(paperRef.current, -1)) void actions.moveBy(-1);
    };
    const ends = [
      store.subscribe(({ session }, { session: old }) => {
        const reading = session?.reading ?? null;
        if (session === null || reading === null || reading === (old?.reading ?? null)) return;
        if (old?.archiveId === session.archiveId) obey(reading.wish, session);
      }),
      marks.store.subscribe((state, before) => {
        if (state.current === before.current || state.current === null) return;
        const { t: say, format: written } = newest.current;
        const title = paperRef.current?.querySelector('article')?.ariaLabel ?? '';
        const hit = {
          now: written.number(state.current + 1),
          total: written.number(hitCount(state)),
        };
        // Which post it is is said once, with its first hit.
        setSaid(
          title === lastTitle.current ? say('hitOf', hit) : say('hitInNext', { ...hit, title }),
        );
        lastTitle.current = title;
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [store, marks, paperRef, actions]);
  // While the find bar is open its own count tells.
  return isFinding ? '' : said;
}
