/** Words of the page of all highlights. */
export const highlights = {
  title: 'Highlights',
} as const;
