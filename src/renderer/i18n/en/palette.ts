/** The command palette, the shortcut sheet and the keyboard settings. */
export const palette = {
  title: 'Command palette',
  button: 'Commands',
  placeholder: 'Command, archive, source, tag, saved search or post',
  groups: {
    recent: 'Recent commands',
    posts: 'Posts',
    searches: 'Saved searches',
    archives: 'Archives',
    commands: 'Commands',
    sources: 'Sources',
    tags: 'Tags',
    search: 'Search',
  },
  /** {{text}} = what is typed. */
  searchAll: 'Search all posts for “{{text}}”',
  findInPost: 'Find “{{text}}” in this post',
  none: {
    all: 'No command matches. Search all posts instead.',
    commands: 'No command matches. Search all posts instead.',
    sources: 'No source matches. Search all posts instead.',
    tags: 'No tag matches. Search all posts instead.',
  },
  more_one: '{{shown}} more…',
  more_other: '{{shown}} more…',
  lines_one: '{{shown}} line',
  lines_other: '{{shown}} lines',
  selected_one: '{{shown}} selected',
  selected_other: '{{shown}} selected',
  move: 'move',
  run: 'run',
  onlyCommands: 'commands only',
  onlySources: 'source',
  onlyTags: 'tag',
  /** {{key}} = the first key of a pair, as pressed. */
  pairThen: '{{key}}, then',
  reasons: {
    'no-archive': 'Open an archive first',
    'no-post': 'Open a post first',
    'no-such-archive': 'There are fewer archives',
    'archive-away': 'Its folder is not connected',
  },
} as const;
