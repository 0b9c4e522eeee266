/** Words of the dialogs room. */
export const dialogs = {
  about: 'About Broadsheet',
  version: 'Version {{version}}',
  tagline: 'A reader for large archives of posts',
  runtime: 'Runtime',
  runtimeShown: 'Electron {{electron}}, Chromium {{chromium}}, Node {{node}}',
  dataFolder: 'Index and library',
  copyDetails: 'Copy details',
  copied: 'Copied',
  offline: 'Works offline',
  offlineFact:
    'Broadsheet makes no network request. Links open in your browser only when you click them.',
  files: 'Your files',
  filesFact: 'Posts are read, never changed, moved or uploaded.',
  registryRuntime:
    'This is the runtime of the package registry, for development and tests. A release carries the official Electron build.',
  shortcuts: 'Keyboard shortcuts',
  either: 'or',
  keyMove: 'Move in the list',
  keyExtend: 'Select as you move',
  keyEnds: 'First, last post',
  keyRead: 'Read the post',
  keyTick: 'Select or deselect the post',
  keyClose: 'Close the topmost layer',
} as const;
