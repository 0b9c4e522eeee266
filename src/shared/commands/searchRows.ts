import type { CommandRow } from './commandRow.ts';

/** Search over the archive, saved searches, and search inside a post. */
export const searchRows = [
  {
    id: 'search',
    keys: ['/', 'Mod+Shift+F'],
    group: 'search',
    needs: 'archive',
    menu: { name: 'edit', section: 1 },
  },
  {
    id: 'save-search',
    keys: ['Mod+D'],
    group: 'search',
    needs: 'archive',
    menu: { name: 'edit', section: 1 },
  },
  {
    id: 'edit-as-text',
    keys: ['Mod+L'],
    group: 'search',
    needs: 'archive',
    menu: { name: 'edit', section: 1 },
  },
  {
    id: 'search-all-archives',
    keys: ['Mod+Alt+F'],
    group: 'search',
    needs: 'archive',
    menu: { name: 'edit', section: 1 },
  },
  {
    id: 'find-in-post',
    keys: ['Mod+F'],
    group: 'search',
    needs: 'post',
    menu: { name: 'edit', section: 1 },
  },
  {
    id: 'find-next',
    keys: ['Mod+G', 'F3'],
    group: 'search',
    needs: 'post',
    menu: { name: 'edit', section: 1 },
  },
  {
    id: 'find-previous',
    keys: ['Mod+Shift+G', 'Shift+F3'],
    group: 'search',
    needs: 'post',
    menu: { name: 'edit', section: 1 },
  },
] as const satisfies readonly CommandRow[];
