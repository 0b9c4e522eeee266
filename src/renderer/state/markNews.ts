/** What happened to highlights and labels, for a line at the foot. */
export type MarkNews =
  | { readonly kind: 'highlights-removed'; readonly count: number }
  | { readonly kind: 'highlights-exported'; readonly count: number; readonly file: string }
  | { readonly kind: 'label-added'; readonly label: string; readonly count: number }
  | { readonly kind: 'label-renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'label-deleted'; readonly label: string };
