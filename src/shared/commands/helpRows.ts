import type { CommandRow } from './commandRow.ts';

/** Help. On macOS `about` stands in the app's own menu. */
export const helpRows = [
  {
    id: 'shortcuts',
    keys: ['?'],
    group: 'help',
    needs: 'nothing',
    menu: { name: 'help', section: 0 },
  },
  { id: 'about', keys: [], group: 'help', needs: 'nothing', menu: { name: 'help', section: 2 } },
] as const satisfies readonly CommandRow[];
