import { useEffect } from 'react';
import { fragmentNames } from '../../shared/fragmentNames.ts';
import type { Post } from '../../shared/model.ts';
import { useActions, useApi } from '../state/store.ts';
import { showInScroller } from './articleMarks.ts';
import { readLink } from './linkTarget.ts';

/** The link at or around a place of the article; null when there is none. */
export function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('.post-body a[href]') : null;
}

/**
 * Follows links on the reader's click only: outside ones in the system's browser, others inside the archive. The window
 * itself never navigates: every press on a link is taken, with whatever button or key.
 */
export function useArticleLinks(paper: HTMLElement | null, post: Post): void {
  const follow = useFollowLink(post);
  useEffect(() => {
    if (paper === null) return undefined;
    const onClick = (event: MouseEvent): void => {
      const link = linkAt(event.target);
      if (link === null) return;
      event.preventDefault();
      if (event.button === 0) follow(link);
    };
    const refuse = (event: Event): void => {
      if (linkAt(event.target) !== null) event.preventDefault();
    };
    paper.addEventListener('click', onClick);
    paper.addEventListener('auxclick', refuse);
    paper.addEventListener('dragstart', refuse);
    return () => {
      paper.removeEventListener('click', onClick);
      paper.removeEventListener('auxclick', refuse);
      paper.removeEventListener('dragstart', refuse);
    };
  }, [paper, follow]);
}

/** What following a link of this post does. */
export function useFollowLink(post: Post): (link: HTMLAnchorElement) => void {
  const actions = useActions();
  const api = useApi();
  return (link) => {
    const href = link.getAttribute('href') ?? '';
    const target = readLink(href);
    // The link may stand in a note shown beside the text.
    const body = link.closest('.paper')?.querySelector('.post-body') ?? null;
    if (target.kind === 'none') return;
    if (target.kind === 'mail') void actions.openLink(target.url);
    else if (target.kind === 'fragment') showFragment(body, target.id);
    else {
      const { archiveId, path } = post;
      void api.call('links.follow', { archiveId, path, href }).then((outcome) => {
        if (!outcome.ok) actions.notifyFailure(outcome.error);
        else if (outcome.value.kind === 'fragment') showFragment(body, outcome.value.id);
        else if (outcome.value.kind === 'post' && outcome.value.path === path)
          showFragment(body, outcome.value.fragment ?? '');
        else actions.goTo(outcome.value);
      });
    }
  };
}

/**
 * Shows the place of a post that a link names; no name = its top. False when there is no such place.
 */
export function showFragment(body: Element | null, id: string): boolean {
  if (body === null) return false;
  const names = fragmentNames(id);
  if (names.length === 0) {
    body.closest('.paper')?.scrollTo({ top: 0 });
    return true;
  }
  for (const name of names) {
    const target = body.querySelector<HTMLElement>(`#${CSS.escape(name)}`);
    if (target === null) continue;
    showInScroller(target);
    return true;
  }
  return false;
}
