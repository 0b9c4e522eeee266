import type { CommandRow } from './commandRow.ts';

/** The open post: paging, hits, its original, its text size. */
export const readRows = [
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
