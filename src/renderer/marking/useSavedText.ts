import { useCallback, useEffect, useState } from 'react';
import { createTextSaver, type SaverCalls, type SaveState } from './textSaver.ts';

interface SavedTextChoice extends SaverCalls {
  /** The text as it is saved. */
  readonly saved: string;
  /** What was written here earlier and could not be saved; null = nothing. */
  readonly draft: string | null;
}

/** A text that saves itself. */
export interface SavedText {
  readonly text: string;
  readonly state: SaveState;
  readonly setText: (text: string) => void;
  /** Saves what is not saved yet, now. */
  readonly flush: () => Promise<void>;
}

/** A text that is saved after a pause, when it is left, and when the window closes; see `createTextSaver`. */
export function useSavedText({ saved, draft, save, keepDraft }: SavedTextChoice): SavedText {
  const [text, setShown] = useState(draft ?? saved);
  const [state, setState] = useState<SaveState>({ kind: draft === null ? 'saved' : 'unsaved' });
  const [saver] = useState(() =>
    createTextSaver({ saved, text, save, keepDraft, onState: setState }),
  );
  useEffect(() => saver.use({ save, keepDraft }), [saver, save, keepDraft]);
  useEffect(() => {
    const onClose = (): void => void saver.flush();
    window.addEventListener('pagehide', onClose);
    return () => {
      window.removeEventListener('pagehide', onClose);
      void saver.flush();
    };
  }, [saver]);
  const setText = useCallback(
    (next: string): void => {
      setShown(next);
      saver.write(next);
    },
    [saver],
  );
  return { text, state, setText, flush: saver.flush };
}
