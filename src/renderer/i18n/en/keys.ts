/** Words of the shortcut sheet and of the keyboard settings. */
export const keys = {
  groups: {
    archive: 'Archives and files',
    search: 'Search',
    list: 'List',
    read: 'Reading',
    mark: 'Marking',
    go: 'Going places',
    view: 'View',
    help: 'Help',
  },
  singleKeys: 'Keys without a modifier run commands',
  singleKeysNote:
    'Letters, digits and marks such as J or /. They are off while you type anyway. Keys with Ctrl or Command, Space and function keys always work.',
  searchCommands: 'Search commands and keys',
  resetAll: 'Reset all keys',
  noCommand: 'No command has this name or key.',
  /** {{name}} = a command. */
  addFor: 'Add a key for “{{name}}”',
  recordFor: 'Press the new key for “{{name}}”; Esc leaves it',
  press: 'Press a key…',
  orSecond: 'or a second key',
  remove: 'Remove {{key}} from “{{name}}”',
  resetFor: 'Reset the keys of “{{name}}”',
  quoted: '“{{name}}”',
  and: ' and ',
  /** {{names}} = one or several commands, in quotes. */
  taken: '{{key}} runs {{names}}.',
  takeHere: 'Use it here instead',
  leave: 'Leave it',
  understood: 'OK',
  reserved: {
    moves: '{{key}} moves in lists and fields, or closes what is open.',
    edits: '{{key}} edits or copies text.',
    system: '{{key}} belongs to the system.',
    app: '{{key}} is kept for development.',
  },
  change: 'Change keys…',
  print: 'Print',
  single: 'Keys without a modifier are switched off in the settings.',
  lists: 'In lists',
  either: 'or',
} as const;
