import type { CommandRow } from './commandRow.ts';

/** The open post: paging, hits, its original, its text size. */
export const readRows = [
  { id: 'page-down', keys: ['Space'], group: 'read', needs: 'post', isInPalette: false },
  { id: 'page-up', keys: ['Shift+Space'], group: 'read', needs: 'post', isInPalette: false },
  {
    id: 'next-hit',
    keys: ['n'],
    group: 'read',
    needs: 'post',
    menu: { name: 'edit', section: 2 },
  },
  {
    id: 'previous-hit',
    keys: ['N'],
    group: 'read',
    needs: 'post',
    menu: { name: 'edit', section: 2 },
  },
  { id: 'outline', keys: ['t'], group: 'read', needs: 'post', menu: { name: 'post', section: 1 } },
  {
    id: 'toggle-read',
    keys: ['m'],
    group: 'read',
    needs: 'post',
    menu: { name: 'post', section: 1 },
  },
  {
    id: 'open-original',
    keys: ['v'],
    group: 'read',
    needs: 'post',
    menu: { name: 'post', section: 2 },
  },
] as const satisfies readonly CommandRow[];
