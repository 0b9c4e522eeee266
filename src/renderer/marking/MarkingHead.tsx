import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '../i18n/useFormat.ts';
import type { Marking } from './marking.ts';
import { OrphanTray } from './OrphanTray.tsx';
import { PostNote } from './PostNote.tsx';
import type { ArticleMarking } from './useMarking.ts';

/** Under the header of a post: highlights that lost their place, and the note on the post. */
export const MarkingHead = memo(function MarkingHead({ at }: { readonly at: ArticleMarking }) {
  const { post, marking, marker, edits, note, paper } = at;
  return (
    <>
      <OrphanTray marking={marking} marker={marker} isPart={post.part !== undefined} />
      <HighlightsElsewhere marking={marking} />
      <PostNote
        post={post}
        marking={marking}
        edits={edits}
        note={note}
        onLeave={() => paper?.focus({ preventScroll: true })}
      />
    </>
  );
});

/** Of a long post: how many highlights stand in its other parts. Nothing when none does. */
function HighlightsElsewhere({ marking }: { readonly marking: Marking }) {
  const { t } = useTranslation('marking');
  const format = useFormat();
  const count = useStore(marking.store, ({ placement }) => placement.elsewhereCount);
  if (count === 0) return null;
  return <p className="dim elsewhere">{t('elsewhere', { count, shown: format.number(count) })}</p>;
}
