import type { Session } from './model.ts';

/** What is on screen, as far as going somewhere changes it. */
export type Place = Pick<
  Session,
  'openPath' | 'openFragment' | 'text' | 'filters' | 'sort' | 'surface'
>;

/** How the reader goes from one place to another. */
export type Move = 'link' | 'post' | 'step' | 'typing' | 'filter' | 'surface';

/** A place that was left: where its list stood, and how it was left. Where the post stood is known by its path. */
export interface LeftPlace extends Place {
  readonly listTop: number;
  readonly cursor: number | null;
  readonly leftBy: Move;
}

/** Where the reader was, and after going back, where he was then; the nearest last. */
export interface Trail {
  readonly back: readonly LeftPlace[];
  readonly forward: readonly LeftPlace[];
  /** The last move and when it was made (`performance.now()`); null after going back or forward. */
  readonly last: { readonly move: Move; readonly at: number } | null;
}

/** The trail of an archive that was just opened. */
export const emptyTrail: Trail = { back: [], forward: [], last: null };

/** Whether the place one came from was left by a link: then a Back button stands in the head. */
export const cameByLink = ({ trail }: Pick<Session, 'trail'>): boolean =>
  trail.back.at(-1)?.leftBy === 'link';
