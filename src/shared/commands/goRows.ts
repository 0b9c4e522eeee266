import type { CommandRow } from './commandRow.ts';

/** Ways to another place: the palette, lists, history, panes. */
export const goRows = [
  {
    id: 'palette',
    keys: ['Mod+K'],
    group: 'go',
    needs: 'nothing',
    menu: { name: 'go', section: 0 },
    isInPalette: false,
  },
  {
    id: 'go-back',
    keys: ['Alt+ArrowLeft', 'Mod+['],
    group: 'go',
    needs: 'archive',
    menu: { name: 'go', section: 0 },
  },
  {
    id: 'go-forward',
    keys: ['Alt+ArrowRight', 'Mod+]'],
    group: 'go',
    needs: 'archive',
    menu: { name: 'go', section: 0 },
  },
  {
    id: 'list-all',
    keys: ['g a'],
    group: 'go',
    needs: 'archive',
    menu: { name: 'go', section: 1 },
  },
  {
    id: 'list-unread',
    keys: ['g u'],
    group: 'go',
    needs: 'archive',
    menu: { name: 'go', section: 1 },
  },
  {
    id: 'list-bookmarked',
    keys: ['g s', 'g b'],
    group: 'go',
    needs: 'archive',
    menu: { name: 'go', section: 1 },
  },
  {
    id: 'trends',
    keys: [],
    group: 'go',
    needs: 'archive',
    menu: { name: 'go', section: 2 },
  },
  {
    id: 'on-this-day',
    keys: [],
    group: 'go',
    needs: 'archive',
    menu: { name: 'go', section: 2 },
  },
  {
    id: 'list-highlighted',
    keys: ['g h'],
    group: 'go',
    needs: 'archive',
    menu: { name: 'go', section: 1 },
  },
  { id: 'next-pane', keys: ['F6'], group: 'go', needs: 'archive' },
  { id: 'previous-pane', keys: ['Shift+F6'], group: 'go', needs: 'archive' },
] as const satisfies readonly CommandRow[];
