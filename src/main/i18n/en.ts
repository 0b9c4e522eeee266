/** Every sentence of the native menu and dialogs, in English. Copy rules: sentence case, verbs first, no polite fillers. */
export const en = {
  menu: {
    file: 'File',
    openFolder: 'Open folder…',
    closeArchive: 'Close archive',
    rebuildIndex: 'Rebuild index',
    exportSelection: 'Export selected posts…',
    exportPost: 'Export this post…',
    close: 'Close window',
    quit: 'Quit Broadsheet',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    searchPosts: 'Search posts',
    findInPost: 'Find in post',
    findNext: 'Next match',
    findPrevious: 'Previous match',
    view: 'View',
    sidebar: 'Show or hide sidebar',
    problems: 'Show or hide problems',
    theme: 'Theme',
    themeSystem: 'As the system',
    themeLight: 'Light',
    themeSepia: 'Sepia',
    themeDark: 'Dark',
    language: 'Language',
    textLarger: 'Larger text',
    textSmaller: 'Smaller text',
    textReset: 'Default text size',
    fullScreen: 'Full screen',
    reload: 'Reload window',
    developerTools: 'Developer tools',
    post: 'Post',
    nextPost: 'Next post',
    previousPost: 'Previous post',
    addBookmark: 'Add bookmark',
    removeBookmark: 'Remove bookmark',
    window: 'Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    bringAllToFront: 'Bring all to front',
    help: 'Help',
    shortcuts: 'Keyboard shortcuts',
    openDataFolder: 'Open data folder',
    about: 'About Broadsheet',
    services: 'Services',
    hide: 'Hide Broadsheet',
    hideOthers: 'Hide others',
    showAll: 'Show all',
  },
  dialogs: {
    openFolderTitle: 'Open a folder of posts',
    open: 'Open',
    locateTitle: (name: string) => `Where is “${name}” now?`,
    locate: 'Use this folder',
    saveProblemsTitle: 'Save the list of problems',
    problemsFileName: 'problems.csv',
    csvFile: 'Table (CSV)',
    jsonFile: 'JSON',
    save: 'Save',
    exportFileTitle: 'Export to PDF',
    exportFolderTitle: 'Name the new folder for the PDFs',
    exportButton: 'Export',
    pdfFile: 'PDF',
    reloaded: 'The window stopped working and was loaded again',
    reloadedDetail:
      'Bookmarks and settings are kept. What was on screen opens again. If this happens repeatedly with one post, its file may be damaged.',
    notResponding: 'The window does not respond',
    notRespondingDetail: 'It may finish by itself. Reloading keeps bookmarks and settings.',
    wait: 'Wait',
    reload: 'Reload window',
    dataFolderFailed: 'The data folder cannot be used',
    dataFolderFailedDetail: (folder: string) =>
      `${folder} cannot be written. Choose another with --data-dir, or make it writable.`,
    coreFailed: 'Broadsheet cannot start',
    ok: 'OK',
  },
} as const;

type Worded<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Worded<T[K]>;
};

/** The shape every language has. */
export type ShellText = Worded<typeof en>;
