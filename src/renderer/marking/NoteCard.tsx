import { useTranslation } from 'react-i18next';
import type { FailureInfo } from '../../shared/result.ts';
import type { Pen } from '../../shared/annotations.ts';
import { localeOf } from '../i18n/i18n.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { dayOf } from './dayOf.ts';
import { NoteEditor } from './NoteEditor.tsx';

interface NoteCardProps {
  readonly id: string;
  readonly draftKey: string;
  /** What the note is about, for those who do not see where it stands. */
  readonly label: string;
  /** The line under it, with the day put in. */
  readonly by: (day: string) => string;
  readonly pen: Pen;
  /** Null while the first words are being written. */
  readonly note: string | null;
  /** ISO instant of the last change. */
  readonly changedAt: string;
  readonly isEditing: boolean;
  readonly save: (note: string | null) => Promise<FailureInfo | null>;
  readonly onEdit: () => void;
  readonly onDone: (text: string) => void;
}

/** A note: shown, or being written in place. */
export function NoteCard(properties: NoteCardProps) {
  const { id, draftKey, label, by, pen, note, changedAt, isEditing, save, onEdit, onDone } =
    properties;
  const { t, i18n } = useTranslation('marking');
  const format = useFormat();
  const lang = localeOf(i18n.language === 'zh' ? 'zh' : 'en');
  return (
    <div className="note" role="note" aria-label={label} id={id} data-pen={pen} lang={lang}>
      {isEditing ? (
        <NoteEditor {...{ draftKey, label, note, save, onDone }} />
      ) : (
        <>
          <button type="button" className="note-text" title={t('editNote')} onClick={onEdit}>
            {note}
          </button>
          <div className="by">{by(dayOf(changedAt, format))}</div>
        </>
      )}
    </div>
  );
}
