import type { CommandRow } from './commandRow.ts';

const copyAs = {
  group: 'read',
  needs: 'post',
  keys: [],
  menu: { name: 'post', section: 4 },
} as const;
const cite = { group: 'read', needs: 'posts', keys: [] } as const;

/** Windows, the second pane, the reading voice, citations, marks of a whole list, and what can be taken back. */
export const placeRows = [
  {
    id: 'open-in-window',
    keys: ['Mod+Enter'],
    group: 'read',
    needs: 'post',
    menu: { name: 'post', section: 3 },
  },
  {
    id: 'compare',
    keys: ['Alt+Enter'],
    group: 'read',
    needs: 'post',
    menu: { name: 'post', section: 3 },
  },
  { id: 'swap-sides', keys: [], group: 'read', needs: 'post' },
  {
    id: 'read-aloud',
    keys: ['Mod+Shift+L'],
    group: 'read',
    needs: 'post',
    menu: { name: 'post', section: 3 },
  },
  { id: 'stop-reading', keys: [], group: 'read', needs: 'post' },
  {
    id: 'copy-with-source',
    keys: ['Mod+Shift+C'],
    group: 'read',
    needs: 'post',
    menu: { name: 'post', section: 4 },
  },
  {
    id: 'cite',
    keys: [],
    group: 'read',
    needs: 'posts',
    menu: { name: 'post', section: 4 },
  },
  { id: 'copy-markdown', ...copyAs },
  { id: 'copy-rich', ...copyAs },
  { id: 'copy-text', ...copyAs },
  { id: 'cite-gbt7714', ...cite },
  { id: 'cite-apa', ...cite },
  { id: 'cite-bibtex', ...cite },
  { id: 'cite-ris', ...cite },
  { id: 'cite-csl-json', ...cite },
  {
    id: 'show-in-folder',
    keys: [],
    group: 'read',
    needs: 'post',
    menu: { name: 'post', section: 2 },
  },
  {
    id: 'mark-all-read',
    keys: [],
    group: 'list',
    needs: 'archive',
    menu: { name: 'post', section: 1 },
  },
  { id: 'undo-last', keys: ['Mod+Z'], group: 'mark', needs: 'archive' },
  {
    id: 'copy-diagnostics',
    keys: [],
    group: 'help',
    needs: 'nothing',
    menu: { name: 'help', section: 1 },
  },
  {
    id: 'open-log-folder',
    keys: [],
    group: 'help',
    needs: 'nothing',
    menu: { name: 'help', section: 1 },
  },
] as const satisfies readonly CommandRow[];
