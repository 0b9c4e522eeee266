import type { SavedSearchId } from '../../shared/savedSearches.ts';

/**
 * Which posts are exported: those handed to the dialog, the open one, all of the list, all bookmarks, those with a label
 * (or one under it), or what a saved search finds.
 */
export type ExportSource =
  | { readonly kind: 'given' | 'open' | 'result' | 'bookmarks' }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'search'; readonly id: SavedSearchId };

/** Names a source among others. */
export function sourceKey(source: ExportSource): string {
  switch (source.kind) {
    case 'label':
      return `label:${source.label}`;
    case 'search':
      return `search:${source.id}`;
    default:
      return source.kind;
  }
}
