/** Words that every pane uses: failures, toasts, dialogs, units. */
export const common = {
  appName: 'Broadsheet',
  search: 'Search',
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  clear: 'Clear',
  remove: 'Remove',
  undo: 'Undo',
  dismiss: 'Dismiss',
  more: 'More',
  retry: 'Retry',
  coreRestarted:
    'The part that reads the library stopped and was started again. Everything saved is safe.',
  coreLeft:
    'The part that reads the library keeps stopping and was left alone. Everything saved is safe. Close Broadsheet, wait a minute and open it again.',
  linkMissing: 'This link leads to {{path}}, which is not in the archive.',
  linkSearch: 'Search for it',
  linkOutside: 'Open in browser',
  posts_one: '{{shown}} post',
  posts_other: '{{shown}} posts',
  problems_one: '{{shown}} problem',
  problems_other: '{{shown}} problems',
  milliseconds: '{{shown}} ms',
  openFolder: 'Open folder…',
  showInFolder: 'Show in folder',
  crashTitle: 'The window could not be drawn',
  crashText: 'Nothing in the archive was changed. Reload the window to go on.',
  reload: 'Reload window',
  startFailed: 'Broadsheet cannot start',
  indexRebuilt:
    'The index could not be used and is being built again. Bookmarks and reading state are kept.',
  libraryExported_one: '{{shown}} bookmark saved to {{file}}',
  libraryExported_other: '{{shown}} bookmarks saved to {{file}}',
  failure: {
    'bad-input': 'The request was not understood. {{message}}',
    'not-found': 'The post is no longer in the index. Its file was moved or deleted.',
    'archive-missing':
      'The archive’s folder cannot be reached. Connect its disk, or locate the folder.',
    'archive-unreadable': 'This folder cannot be read. {{message}}',
    'index-busy': 'Another process is writing to the index. Try again when it has ended.',
    'index-outdated':
      'The index belongs to another version of Broadsheet. Rebuild it from the archive menu.',
    'index-renewed':
      'The index was rebuilt in the meantime, so nothing was changed. The list has been refreshed. Choose the posts again.',
    'library-unreadable':
      'A database in {{path}} cannot be read. Close Broadsheet and open it again, which repairs it.',
    'library-newer':
      'A newer Broadsheet wrote the bookmarks and settings. Nothing was changed. Update Broadsheet to open them.',
    'library-busy':
      'Another program is using the bookmarks and settings in {{path}}. Wait until it is done, or close it, and try again.',
    'library-file-invalid': 'The file cannot be imported. Nothing was changed. {{message}}',
    'disk-full':
      'The disk that holds {{path}} is full, so the change was not saved. Make room on it and try again.',
    'folder-read-only':
      'The data folder {{path}} cannot be written. Check its permissions, or use another one.',
    'storage-failed': 'The data folder cannot be used. {{message}}',
    'no-printer': 'This computer has no printer. Export to PDF instead, or set up a printer.',
    'export-failed': 'The export failed. {{message}}',
    cancelled: 'Cancelled.',
    internal: 'Something went wrong inside Broadsheet. {{message}}',
  },
} as const;
