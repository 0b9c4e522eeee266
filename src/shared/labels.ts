/** PURE. Whether a label of bookmarks is another one or stands under it: `Project/Chapter 1` stands under `Project`. */
export const isUnder = (label: string, folder: string): boolean =>
  label === folder || label.startsWith(`${folder}/`);
