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
] as const satisfies readonly CommandRow[];
