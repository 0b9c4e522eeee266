/** Every sentence of the native menu and dialogs, in English. Copy rules: sentence case, verbs first, no polite fillers. */
export const en = {
  menu: {
    file: 'File',
    libraryMenu: 'Bookmarks and settings',
    close: 'Close window',
    quit: 'Quit Broadsheet',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    theme: 'Theme',
    language: 'Language',
    fullScreen: 'Full screen',
    reload: 'Reload window',
    developerTools: 'Developer tools',
    post: 'Post',
    go: 'Go',
    window: 'Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    bringAllToFront: 'Bring all to front',
    help: 'Help',
    openDataFolder: 'Open data folder',
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
    saveChartTitle: 'Save the chart',
    pngFile: 'Picture (PNG)',
    exportFileTitle: (format: string) => `Export to ${format}`,
    exportFolderTitle: (format: string) => `Name the new folder for the export to ${format}`,
    exportFormats: {
      pdf: 'PDF',
      epub: 'EPUB',
      html: 'HTML',
      markdown: 'Markdown',
      jsonl: 'JSON Lines',
      csv: 'CSV',
      bib: 'BibTeX',
      ris: 'RIS',
      csl: 'CSL-JSON',
    },
    exportButton: 'Export',
    exportLibraryTitle: 'Export bookmarks and settings',
    exportBookmarksTitle: 'Export bookmarks',
    importLibraryTitle: 'Import bookmarks and settings',
    importButton: 'Import',
    libraryFile: 'Broadsheet library (JSON)',
    htmlFile: 'Web page (HTML)',
    markdownFile: 'Markdown',
    libraryFileName: 'Broadsheet library',
    bookmarksFileName: 'Broadsheet bookmarks',
    exportHighlightsTitle: 'Export highlights',
    highlightsFileName: 'Broadsheet highlights',
    reloaded: 'The window stopped working and was loaded again',
    reloadedDetail:
      'Bookmarks and settings are kept. What was on screen opens again. If this happens repeatedly with one post, its file may be damaged.',
    notResponding: 'The window does not respond',
    notRespondingDetail: 'It may finish by itself. Reloading keeps bookmarks and settings.',
    quitTitle: (count: number) =>
      count === 1 ? 'An export is not finished' : `${count} exports are not finished`,
    quitDetail: 'Quitting cancels what is under way. No unfinished file is left behind.',
    keepExporting: 'Keep exporting',
    quitAndCancel: 'Quit and cancel',
    wait: 'Wait',
    reload: 'Reload window',
    dataFolderFailed: 'The data folder cannot be used',
    dataFolderFailedDetail: (folder: string) =>
      `${folder} cannot be written. Choose another with --data-dir, or make it writable.`,
    coreFailed: 'Broadsheet cannot start',
    ok: 'OK',
  },
  /** Words of the page that highlights are exported to. */
  highlights: {
    title: 'Highlights',
    pens: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink' },
    orphan: 'not in the post any more',
    original: 'on the web',
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
