import type { CommandRow } from './commandRow.ts';

const theme = { name: 'theme', section: 0 } as const;
const language = { name: 'language', section: 0 } as const;
const text = { name: 'view', section: 1 } as const;

/** How the window looks. */
export const viewRows = [
  // On macOS it stands in the app's own menu.
  {
    id: 'settings',
    keys: ['Mod+,'],
    group: 'view',
    needs: 'nothing',
    menu: { name: 'file', section: 2 },
  },
  {
    id: 'toggle-sidebar',
    keys: ['Mod+\\'],
    group: 'view',
    needs: 'archive',
    menu: { name: 'view', section: 0 },
  },
  {
    id: 'toggle-problems',
    keys: [],
    group: 'view',
    needs: 'archive',
    menu: { name: 'view', section: 0 },
  },
  {
    id: 'text-larger',
    keys: ['Mod+=', 'Mod++', 'Mod+Shift++'],
    group: 'view',
    needs: 'nothing',
    menu: text,
  },
  { id: 'text-smaller', keys: ['Mod+-'], group: 'view', needs: 'nothing', menu: text },
  { id: 'text-reset', keys: ['Mod+0'], group: 'view', needs: 'nothing', menu: text },
  { id: 'theme-system', keys: [], group: 'view', needs: 'nothing', menu: theme },
  { id: 'theme-light', keys: [], group: 'view', needs: 'nothing', menu: theme },
  { id: 'theme-sepia', keys: [], group: 'view', needs: 'nothing', menu: theme },
  { id: 'theme-dark', keys: [], group: 'view', needs: 'nothing', menu: theme },
  { id: 'language-system', keys: [], group: 'view', needs: 'nothing', menu: language },
  { id: 'language-en', keys: [], group: 'view', needs: 'nothing', menu: language },
  { id: 'language-zh', keys: [], group: 'view', needs: 'nothing', menu: language },
] as const satisfies readonly CommandRow[];
