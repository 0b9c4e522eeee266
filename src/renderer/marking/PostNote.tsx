import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { PostNote as PostNoteValue } from '../../shared/annotations.ts';
import type { Post } from '../../shared/model.ts';
import { useApp } from '../state/store.ts';
import type { Marking } from './marking.ts';
import { NoteCard } from './NoteCard.tsx';
import { draftKeyOf } from './draftKey.ts';
import type { MarkingEdits } from './useMarkingEdits.ts';

interface PostNoteProps {
  readonly post: Post;
  readonly marking: Marking;
  readonly edits: MarkingEdits;
  readonly note: PostNoteValue | null;
  /** Called when writing is over, to put the focus somewhere sensible. */
  readonly onLeave: () => void;
}

/** The note on the post as a whole, under its header. */
export function PostNote({ post, marking, edits, note, onLeave }: PostNoteProps) {
  const { t } = useTranslation('marking');
  const draftKey = draftKeyOf(post, 'post');
  const isAsked = useStore(marking.store, ({ editing }) => editing === 'post');
  // Words that could not be saved earlier are shown where they were written.
  const hasDraft = useApp(({ drafts }) => drafts[draftKey] !== undefined);
  const isEditing = isAsked || hasDraft;
  if (note === null && !isEditing) return null;
  return (
    <div className="post-note">
      <NoteCard
        id="note-on-post"
        draftKey={draftKey}
        label={t('postNote')}
        by={(day) => t('yourPostNote', { day })}
        pen="yellow"
        note={note?.text ?? null}
        changedAt={note?.changedAt ?? ''}
        isEditing={isEditing}
        save={edits.setPostNote}
        onEdit={() => marking.edit('post')}
        onDone={(text) => {
          marking.edit(null);
          onLeave();
          if (text.trim() === '' && note !== null) {
            edits.noteTaken(() => edits.setPostNote(note.text));
          }
        }}
      />
    </div>
  );
}
