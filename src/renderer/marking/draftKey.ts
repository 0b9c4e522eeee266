import type { Post } from '../../shared/model.ts';
import type { NoteTarget } from './marking.ts';

/** Names a note that could not be saved among the drafts of the window. */
export const draftKeyOf = (
  { archiveId, path }: Pick<Post, 'archiveId' | 'path'>,
  target: NoteTarget,
) => (target === 'post' ? `${archiveId}/${path}` : `${archiveId}#${target}`);
