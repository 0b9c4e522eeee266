import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NOTE_LENGTH } from '../../shared/annotationSchemas.ts';
import { Button } from '../ui/Button.tsx';

interface NoteEditorProps {
  /** Null = none yet. */
  readonly note: string | null;
  /** Keeps the text; null takes the note away. */
  readonly onKeep: (note: string | null) => void;
  readonly onCancel: () => void;
}

/** The note of a highlight in its place. Mod+Enter keeps it, Esc does not. */
export function NoteEditor({ note, onKeep, onCancel }: NoteEditorProps) {
  const { t } = useTranslation(['highlights', 'common']);
  const [typed, setTyped] = useState(note ?? '');
  const keep = (): void => onKeep(typed.trim() === '' ? null : typed.trim());
  const onKeyDown = (event: KeyboardEvent): void => {
    // The keys of the list are letters here.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
  };
  return (
    <div className="hc-edit">
      <textarea
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader asked to write: typing goes here
        autoFocus
        aria-label={t('note')}
        rows={Math.min(8, typed.split('\n').length + 1)}
        value={typed}
        maxLength={MAX_NOTE_LENGTH}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="acts">
        <Button onPress={onCancel}>{t('common:cancel')}</Button>
        <Button variant="primary" onPress={keep}>
          {t('keepNote')}
        </Button>
      </div>
    </div>
  );
}
