import type { Session } from './model.ts';

/** The part of a session that every opening of a post sets: the article pane shows the post, from where it was left. */
export const shownPost: Pick<Session, 'surface' | 'openHighlight'> = {
  surface: 'post',
  openHighlight: null,
};
