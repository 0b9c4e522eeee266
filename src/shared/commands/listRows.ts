import type { CommandRow } from './commandRow.ts';

/** Moving through the list and choosing in it. */
export const listRows = [
  {
    id: 'next-post',
    keys: ['j'],
    group: 'list',
    needs: 'archive',
    menu: { name: 'post', section: 0 },
  },
  {
    id: 'previous-post',
    keys: ['k'],
    group: 'list',
    needs: 'archive',
    menu: { name: 'post', section: 0 },
  },
  { id: 'open-post', keys: ['o'], group: 'list', needs: 'archive' },
  { id: 'tick', keys: ['x'], group: 'list', needs: 'archive' },
  {
    id: 'select-all',
    keys: ['Mod+A'],
    group: 'list',
    needs: 'nothing',
    menu: { name: 'edit', section: 0 },
  },
] as const satisfies readonly CommandRow[];
