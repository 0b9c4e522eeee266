import { useTranslation } from 'react-i18next';
import type { Post } from '../../shared/model.ts';
import type { Tool } from '../article/tools.ts';
import { useActions } from '../state/store.ts';
import { HighlightPen, NoteSheet } from '../ui/drawings.ts';
import { useLiveKey } from './useLiveKey.ts';

/** Highlighting and the note on the post, as tools of the article's head. */
export function useMarkingTools(post: Post | null): readonly Tool[] {
  const { t } = useTranslation('marking');
  const { mark } = useActions();
  const highlightKey = useLiveKey('highlight');
  const noteKey = useLiveKey('post-note');
  const isDisabled = post === null;
  return [
    {
      id: 'pen',
      icon: HighlightPen,
      label: t('highlight'),
      ...highlightKey,
      isDisabled,
      run: () => mark('highlight'),
    },
    {
      id: 'note',
      icon: NoteSheet,
      label: t('postNote'),
      ...noteKey,
      isDisabled,
      run: () => mark('post-note'),
    },
  ];
}
