import type { PaletteRow } from './paletteModel.ts';

/** The element of a line. Ids hold paths and names, whose spaces would part them into several. */
export const domId = ({ id }: PaletteRow): string => `palette-${encodeURIComponent(id)}`;
