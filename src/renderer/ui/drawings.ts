import { createLucideIcon } from 'lucide-react';

/** Icons of our own, on the icon set's grid of 24 units. */

/** A pen over the line that it drew: highlights. */
export const HighlightPen = createLucideIcon('highlight-pen', [
  ['path', { d: 'm15 3.4 5.2 5.2L10.9 18H5.6v-5.3z', key: 'pen' }],
  ['path', { d: 'm12.4 6 5.2 5.2', key: 'grip' }],
  ['path', { d: 'M3 21.4h18', key: 'line' }],
]);

/** A sheet with its corner turned and two lines on it: a note. */
export const NoteSheet = createLucideIcon('note-sheet', [
  ['path', { d: 'M4.5 4.1h15v11.3l-4.9 4.9H4.5z', key: 'sheet' }],
  ['path', { d: 'M14.6 19.9v-4.5h4.9', key: 'corner' }],
  ['path', { d: 'M8.3 8.6h7.4M8.3 12h4.5', key: 'lines' }],
]);

/** Sheets in a stack, the first one written on: all posts. */
export const PostStack = createLucideIcon('post-stack', [
  ['rect', { x: '4.1', y: '7.1', width: '15.8', height: '13.5', rx: '1.9', key: 'sheet' }],
  ['path', { d: 'M6.8 3.4h10.4M8.3 11.6h7.4M8.3 15.8h4.4', key: 'lines' }],
]);
