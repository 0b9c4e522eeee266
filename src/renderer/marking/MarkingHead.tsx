import { OrphanTray } from './OrphanTray.tsx';
import { PostNote } from './PostNote.tsx';
import type { ArticleMarking } from './useMarking.ts';

/** Under the header of a post: highlights that lost their place, and the note on the post. */
export function MarkingHead({ at }: { readonly at: ArticleMarking }) {
  const { post, marking, marker, edits, note, paper } = at;
  return (
    <>
      <OrphanTray marking={marking} marker={marker} isPart={post.part !== undefined} />
      <PostNote
        post={post}
        marking={marking}
        edits={edits}
        note={note}
        onLeave={() => paper?.focus({ preventScroll: true })}
      />
    </>
  );
}
