import type { FailureInfo } from '../../shared/result.ts';

/** A text is saved when typing has rested for this long (milliseconds). */
const PAUSE = 500;

/** How a text stands to what is saved of it. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'failed'; readonly failure: FailureInfo };

/** What a text is saved with. */
export interface SaverCalls {
  /** Saves a text; answers why it could not be, null when the library has it. */
  readonly save: (text: string) => Promise<FailureInfo | null>;
  /** Keeps a text that could not be saved, so that it is here again later; null = forget it. */
  readonly keepDraft: (text: string | null) => void;
}

/** Saves one text as it is written. */
export interface TextSaver {
  /** The text as it is now: it will be saved after a pause. */
  readonly write: (text: string) => void;
  /** Saves what is not saved yet, now; ends when nothing is left to save or saving failed. */
  readonly flush: () => Promise<void>;
  /** Whether the library has the text as it stands. */
  readonly isSaved: () => boolean;
  /** From now on, it is saved by these. */
  readonly use: (calls: SaverCalls) => void;
}

interface SaverStart extends SaverCalls {
  /** The text as the library has it. */
  readonly saved: string;
  /** The text as it stands here. */
  readonly text: string;
  readonly onState: (state: SaveState) => void;
}

/**
 * Saves a text after a pause and when told to. One save runs at a time, in the order of typing; "saved" is only said of
 * what the library has acknowledged. A text that could not be saved is kept as a draft and tried again with the next one.
 */
export function createTextSaver({ saved, text, onState, ...first }: SaverStart): TextSaver {
  let calls: SaverCalls = first;
  let now = text;
  let acknowledged = saved;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async (): Promise<void> => {
    let failure: FailureInfo | null = null;
    while (failure === null && now !== acknowledged) {
      const sent = now;
      failure = await calls.save(sent);
      if (failure === null) acknowledged = sent;
    }
    running = null;
    calls.keepDraft(failure === null ? null : now);
    onState(failure === null ? { kind: 'saved' } : { kind: 'failed', failure });
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    if (running !== null) return running;
    if (now === acknowledged) {
      calls.keepDraft(null);
      return Promise.resolve();
    }
    running = run();
    return running;
  };
  return {
    flush,
    isSaved: () => running === null && now === acknowledged,
    use: (next) => {
      calls = next;
    },
    write: (written) => {
      now = written;
      onState({ kind: now === acknowledged ? 'saved' : 'unsaved' });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE);
    },
  };
}
