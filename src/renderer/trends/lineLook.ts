/** Dashes of the five lines: none rests on its colour alone. */
const DASHES = ['', '6 3', '2 3', '9 3 2 3', '1 4'] as const;

/** How the line at a place is drawn. */
export const lineLook = (
  at: number,
): { readonly stroke: string; readonly strokeDasharray: string } => ({
  stroke: `var(--c${(at % DASHES.length) + 1})`,
  strokeDasharray: DASHES[at % DASHES.length] ?? '',
});

/** The colour of the line at a place. */
export const lineColour = (at: number): string => lineLook(at).stroke;
