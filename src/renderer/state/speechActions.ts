import type { ActionContext } from './actionContext.ts';
import type { SpeechWish } from './speechModel.ts';
import { updateSession } from './updateSession.ts';

/** What can be asked of the reading voice. */
export interface SpeechActions {
  /** Begins, pauses, or goes on. */
  readonly toggleReadAloud: () => void;
  readonly stopReadAloud: () => void;
  /** The next (1) or previous (-1) sentence. */
  readonly skipSentence: (step: 1 | -1) => void;
}

/** Actions of the reading voice; the article on screen obeys them (`useReadAloud`). */
export function createSpeechActions({ store }: ActionContext): SpeechActions {
  const wish = (asked: SpeechWish): void =>
    updateSession(store, (session) => ({
      ...session,
      speaking: { request: (session.speaking?.request ?? 0) + 1, wish: asked },
    }));
  return {
    toggleReadAloud: () => wish('toggle'),
    stopReadAloud: () => wish('stop'),
    skipSentence: (step) => wish(step === 1 ? 'next' : 'previous'),
  };
}
