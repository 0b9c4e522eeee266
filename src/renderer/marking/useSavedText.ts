import { useCallback, useEffect, useRef, useState } from 'react';
import type { FailureInfo } from '../../shared/result.ts';

/** A text is saved when typing has rested for this long (milliseconds). */
const PAUSE = 500;

/** How a text stands to what is saved of it. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'failed'; readonly failure: FailureInfo };

interface SavedTextChoice {
  /** The text as it is saved. */
  readonly saved: string;
  /** What was written here earlier and could not be saved; null = nothing. */
  readonly draft: string | null;
  /** Saves a text; answers why it could not be, null when the library has it. */
  readonly save: (text: string) => Promise<FailureInfo | null>;
  /** Keeps a text that could not be saved, so that it is here again later; null = forget it. */
  readonly keepDraft: (text: string | null) => void;
}

/** A text that saves itself. */
export interface SavedText {
  readonly text: string;
  readonly state: SaveState;
  readonly setText: (text: string) => void;
  /** Saves what is not saved yet, now. */
  readonly flush: () => Promise<void>;
}

const isSaved: SaveState = { kind: 'saved' };
const isUnsaved: SaveState = { kind: 'unsaved' };

/**
 * A text that is saved after a pause, when it is left, and when the window closes. One save runs at a time; "saved" is
 * only said of what the library has acknowledged. A failed text stays here and is kept as a draft.
 */
export function useSavedText({ saved, draft, save, keepDraft }: SavedTextChoice): SavedText {
  const [text, setShown] = useState(draft ?? saved);
  const [state, setState] = useState<SaveState>(draft === null ? isSaved : isUnsaved);
  const now = useRef({ text: draft ?? saved, acknowledged: saved, isSaving: false });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const calls = useRef({ save, keepDraft });
  useEffect(() => {
    calls.current = { save, keepDraft };
  }, [save, keepDraft]);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const place = now.current;
    // One at a time: the save under way sees to what is typed meanwhile.
    if (place.isSaving) return;
    place.isSaving = true;
    let failure: FailureInfo | null = null;
    while (failure === null && place.text !== place.acknowledged) {
      const sent = place.text;
      failure = await calls.current.save(sent);
      if (failure === null) place.acknowledged = sent;
    }
    place.isSaving = false;
    calls.current.keepDraft(failure === null ? null : place.text);
    setState(failure === null ? isSaved : { kind: 'failed', failure });
  }, []);

  useEffect(() => {
    const onClose = (): void => void flush();
    window.addEventListener('pagehide', onClose);
    return () => {
      window.removeEventListener('pagehide', onClose);
      void flush();
    };
  }, [flush]);

  const setText = useCallback(
    (next: string): void => {
      now.current.text = next;
      setShown(next);
      setState(next === now.current.acknowledged ? isSaved : isUnsaved);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE);
    },
    [flush],
  );
  return { text, state, setText, flush };
}
