import { useCallback, useEffect, useState } from 'react';
import { createTextSaver, type SaverCalls, type SaveState, type TextSaver } from './textSaver.ts';

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
    const end = keepOpenUntilSaved(saver);
    return () => {
      end();
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

/**
 * A window that closes in the middle of writing waits until the library has the text: what is sent while a page goes
 * may arrive too late. When it cannot be saved the window stays, once, so that the words can be copied.
 */
function keepOpenUntilSaved(saver: TextSaver): () => void {
  let hasRefused = false;
  const onUnload = (event: BeforeUnloadEvent): void => {
    if (hasRefused || saver.isSaved()) return;
    event.preventDefault();
    hasRefused = true;
    void saver.flush().then(() => {
      if (saver.isSaved()) window.close();
    });
  };
  window.addEventListener('beforeunload', onUnload);
  return () => window.removeEventListener('beforeunload', onUnload);
}
