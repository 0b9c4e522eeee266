import { createLucideIcon } from 'lucide-react';

/** Icons of our own, on the icon set's grid of 24 units. */

/** A pen over the line that it drew: highlights. */
export const HighlightPen = createLucideIcon('highlight-pen', [
  ['path', { d: 'm15 3.4 5.2 5.2L10.9 18H5.6v-5.3z', key: 'pen' }],
  ['path', { d: 'm12.4 6 5.2 5.2', key: 'grip' }],
  ['path', { d: 'M3 21.4h18', key: 'line' }],
]);
