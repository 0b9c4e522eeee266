import type { CommandRow } from './commandRow.ts';

const library = { name: 'library', section: 0 } as const;

/** Archives, what is written to files, and the library. */
export const archiveRows = [
  {
    id: 'open-folder',
    keys: ['Mod+O'],
    group: 'archive',
    needs: 'nothing',
    menu: { name: 'file', section: 0 },
  },
  {
    id: 'close-archive',
    keys: [],
    group: 'archive',
    needs: 'archive',
    menu: { name: 'file', section: 0 },
  },
  {
    id: 'rebuild-index',
    keys: [],
    group: 'archive',
    needs: 'archive',
    menu: { name: 'file', section: 0 },
  },
  {
    id: 'export-selection',
    keys: ['Mod+E'],
    group: 'archive',
    needs: 'archive',
    menu: { name: 'file', section: 1 },
  },
  {
    id: 'export-post',
    keys: ['Mod+Shift+E'],
    group: 'archive',
    needs: 'post',
    menu: { name: 'file', section: 1 },
  },
  {
    id: 'print-post',
    keys: ['Mod+P'],
    group: 'archive',
    needs: 'post',
    menu: { name: 'file', section: 1 },
  },
  { id: 'export-library', keys: [], group: 'archive', needs: 'nothing', menu: library },
  { id: 'export-bookmarks-html', keys: [], group: 'archive', needs: 'nothing', menu: library },
  { id: 'export-bookmarks-markdown', keys: [], group: 'archive', needs: 'nothing', menu: library },
  { id: 'export-highlights', keys: [], group: 'archive', needs: 'archive', menu: library },
  {
    id: 'import-library',
    keys: [],
    group: 'archive',
    needs: 'nothing',
    menu: { name: 'library', section: 1 },
  },
  { id: 'archive-1', keys: ['Mod+1'], group: 'archive', needs: 'nothing', isInPalette: false },
  { id: 'archive-2', keys: ['Mod+2'], group: 'archive', needs: 'nothing', isInPalette: false },
  { id: 'archive-3', keys: ['Mod+3'], group: 'archive', needs: 'nothing', isInPalette: false },
  { id: 'archive-4', keys: ['Mod+4'], group: 'archive', needs: 'nothing', isInPalette: false },
  { id: 'archive-5', keys: ['Mod+5'], group: 'archive', needs: 'nothing', isInPalette: false },
  { id: 'archive-6', keys: ['Mod+6'], group: 'archive', needs: 'nothing', isInPalette: false },
  { id: 'archive-7', keys: ['Mod+7'], group: 'archive', needs: 'nothing', isInPalette: false },
  { id: 'archive-8', keys: ['Mod+8'], group: 'archive', needs: 'nothing', isInPalette: false },
  { id: 'archive-9', keys: ['Mod+9'], group: 'archive', needs: 'nothing', isInPalette: false },
] as const satisfies readonly CommandRow[];
