import type { CommandRow } from './commandRow.ts';

/** What readers leave on posts: bookmarks, highlights, notes. */
export const markRows = [
  {
    id: 'bookmark',
    keys: ['b', 's', 'Mod+B'],
    group: 'mark',
    needs: 'posts',
    menu: { name: 'post', section: 1 },
  },
  { id: 'labels', keys: ['l'], group: 'mark', needs: 'posts', menu: { name: 'post', section: 1 } },
  {
    id: 'highlight',
    keys: ['h'],
    group: 'mark',
    needs: 'post',
    menu: { name: 'post', section: 1 },
  },
  { id: 'pen-yellow', keys: ['1'], group: 'mark', needs: 'post' },
  { id: 'pen-green', keys: ['2'], group: 'mark', needs: 'post' },
  { id: 'pen-blue', keys: ['3'], group: 'mark', needs: 'post' },
  { id: 'pen-pink', keys: ['4'], group: 'mark', needs: 'post' },
  { id: 'note', keys: ['c'], group: 'mark', needs: 'post', menu: { name: 'post', section: 1 } },
  { id: 'post-note', keys: [], group: 'mark', needs: 'post' },
  { id: 'caret', keys: ['F7'], group: 'mark', needs: 'post', menu: { name: 'post', section: 1 } },
  { id: 'next-highlight', keys: [], group: 'mark', needs: 'post' },
  { id: 'previous-highlight', keys: [], group: 'mark', needs: 'post' },
] as const satisfies readonly CommandRow[];
