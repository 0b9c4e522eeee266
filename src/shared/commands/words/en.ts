import type { CommandId } from '../commands.ts';

/** Names of the commands in English, as menus, palette, tooltips and the shortcut sheet show them; in the order of the rows. */
export const commandWordsEn = {
  // archive
  'open-folder': 'Open folder…',
  'close-archive': 'Close archive',
  'rebuild-index': 'Rebuild index',
  'export-selection': 'Export selected posts…',
  'export-post': 'Export this post…',
  'export-library': 'Export bookmarks and settings…',
  'export-bookmarks-html': 'Export bookmarks as HTML…',
  'export-bookmarks-markdown': 'Export bookmarks as Markdown…',
  'import-library': 'Import bookmarks and settings…',
  'archive-1': 'Archive 1',
  'archive-2': 'Archive 2',
  'archive-3': 'Archive 3',
  'archive-4': 'Archive 4',
  'archive-5': 'Archive 5',
  'archive-6': 'Archive 6',
  'archive-7': 'Archive 7',
  'archive-8': 'Archive 8',
  'archive-9': 'Archive 9',
  // search
  search: 'Search posts',
  'find-in-post': 'Find in post',
  'find-next': 'Next match',
  'find-previous': 'Previous match',
  // list
  'next-post': 'Next post',
  'previous-post': 'Previous post',
  'open-post': 'Open post',
  tick: 'Select post',
  'select-all': 'Select all',
  // read
  'toggle-read': 'Mark as read or unread',
  'open-original': 'Open original in browser',
  // mark
  bookmark: 'Bookmark',
  // go
  'go-back': 'Back',
  'go-forward': 'Forward',
  'list-all': 'All posts',
  'list-unread': 'Unread',
  'list-bookmarked': 'Bookmarks',
  'next-pane': 'Next pane',
  'previous-pane': 'Previous pane',
  // view
  settings: 'Settings…',
  'toggle-sidebar': 'Show or hide sidebar',
  'toggle-problems': 'Show or hide problems',
  'text-larger': 'Larger text',
  'text-smaller': 'Smaller text',
  'text-reset': 'Default text size',
  'theme-system': 'Theme: as the system',
  'theme-light': 'Theme: light',
  'theme-sepia': 'Theme: sepia',
  'theme-dark': 'Theme: dark',
  'language-system': 'Language: as the system',
  'language-en': 'Language: English',
  'language-zh': 'Language: 中文 (Chinese)',
  // help
  shortcuts: 'Keyboard shortcuts',
  about: 'About Broadsheet',
} as const satisfies Readonly<Record<CommandId, string>>;
