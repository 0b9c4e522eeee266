/** The code of keys that an input method takes, in the old numbering of the UI Events specification. */
const TAKEN_BY_INPUT_METHOD = 229;

/** Knows whether an input method is composing; some of its keys come without saying so. */
export interface CompositionWatch {
  /** Whether a key press belongs to an input method. */
  readonly takes: (event: KeyboardEvent) => boolean;
  readonly end: () => void;
}

/** Follows input methods in the whole window. */
export function watchComposition(): CompositionWatch {
  let isOn = false;
  const listeners = {
    compositionstart: () => {
      isOn = true;
    },
    compositionend: () => {
      isOn = false;
    },
    // A field that loses the focus while composing does not always say that it ended.
    focusin: () => {
      isOn = false;
    },
  };
  for (const [kind, listener] of Object.entries(listeners)) {
    window.addEventListener(kind, listener, true);
  }
  return {
    takes: ({ isComposing, keyCode }) => isOn || isComposing || keyCode === TAKEN_BY_INPUT_METHOD,
    end: () => {
      for (const [kind, listener] of Object.entries(listeners)) {
        window.removeEventListener(kind, listener, true);
      }
    },
  };
}
