/** What speaks: one utterance at a time. */
export interface SpeechEngine {
  /** Speaks; calls `onEnd` when it is through, not when it was stopped. */
  readonly say: (words: string, onEnd: () => void) => void;
  readonly stop: () => void;
}

/** Where the reading stands. */
export interface SpeechPlace {
  readonly sentence: number;
  readonly isPaused: boolean;
}

/** Reads sentences one after another. */
export interface SpeechReader {
  readonly toggle: () => void;
  /** Goes some sentences on or back, and speaks on from there when it was speaking. */
  readonly skip: (step: number) => void;
  /** Speaks the present sentence anew: the voice or its speed changed. */
  readonly again: () => void;
  readonly stop: () => void;
}

/**
 * Makes a reader that begins at once. Pausing stops the voice and begins its sentence again later: going on in the middle of
 * an utterance works with some voices only.
 */
export function createSpeechReader(
  sentences: readonly string[],
  engine: SpeechEngine,
  told: { readonly onPlace: (place: SpeechPlace) => void; readonly onDone: () => void },
): SpeechReader {
  let sentence = 0;
  let isPaused = false;
  /** Grows with every utterance, so that the end of one that was stopped is not taken for the end of the next. */
  let utterance = 0;
  const halt = (): void => {
    utterance += 1;
    engine.stop();
  };
  const speak = (): void => {
    const words = sentences[sentence];
    if (words === undefined) return told.onDone();
    told.onPlace({ sentence, isPaused });
    if (isPaused) return;
    utterance += 1;
    const own = utterance;
    engine.say(words, () => {
      if (own !== utterance) return;
      sentence += 1;
      speak();
    });
  };
  speak();
  return {
    toggle: () => {
      isPaused = !isPaused;
      halt();
      speak();
    },
    skip: (step) => {
      halt();
      sentence = Math.max(0, Math.min(sentences.length - 1, sentence + step));
      speak();
    },
    again: () => {
      halt();
      speak();
    },
    stop: halt,
  };
}
