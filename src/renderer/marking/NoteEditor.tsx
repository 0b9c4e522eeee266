import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FailureInfo } from '../../shared/result.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { failureText } from '../ui/failureText.ts';
import type { SaveState } from './textSaver.ts';
import { useSavedText } from './useSavedText.ts';

interface NoteEditorProps {
  /** Names what is written on among drafts. */
  readonly draftKey: string;
  readonly label: string;
  /** The note as it is saved; null = none. */
  readonly note: string | null;
  readonly save: (note: string | null) => Promise<FailureInfo | null>;
  /** The reader is done; `text` is what stands there. */
  readonly onDone: (text: string) => void;
}

/** A note being written: it saves itself, Mod+Enter and Esc end it. */
export function NoteEditor({ draftKey, label, note, save, onDone }: NoteEditorProps) {
  const { t } = useTranslation('marking');
  const { keepDraft } = useActions();
  const draft = useApp((state) => state.drafts[draftKey] ?? null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, state, setText, flush } = useSavedText({
    saved: note ?? '',
    draft,
    save: (written) => save(written.trim() === '' ? null : written),
    keepDraft: (written) => keepDraft(draftKey, written),
  });
  useEffect(() => {
    const { current } = field;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
    current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const finish = (): void => void flush().then(() => onDone(text));
  const onKeyDown = (event: KeyboardEvent): void => {
    // A key that belongs to an input method is none of ours.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const isEnter = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isEnter && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    finish();
  };
  return (
    <div className="note-editor">
      <textarea
        ref={field}
        value={text}
        rows={2}
        aria-label={label}
        placeholder={t('notePlaceholder')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void flush()}
      />
      <SaveLine state={state} onRetry={() => void flush()} />
      <Button variant="ghost" className="lnk note-done" onPress={finish}>
        {t('done')}
      </Button>
    </div>
  );
}

/** What has not been saved, and why; nothing when all is well. */
function SaveLine({ state, onRetry }: { readonly state: SaveState; readonly onRetry: () => void }) {
  const { t } = useTranslation('marking');
  const { t: tc } = useTranslation('common');
  if (state.kind === 'saved') return null;
  if (state.kind === 'unsaved') return <span className="note-state">{t('unsaved')}</span>;
  return (
    <span className="note-state failed" role="alert">
      {t('saveFailed', { reason: failureText(state.failure, tc) })}{' '}
      <Button variant="ghost" className="lnk" onPress={onRetry}>
        {t('retry')}
      </Button>
    </span>
  );
}
