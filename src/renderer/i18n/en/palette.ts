/** The command palette, the shortcut sheet and the keyboard settings. */
export const palette = {
  /** {{key}} = the first key of a pair, as pressed. */
  pairThen: '{{key}}, then',
  reasons: {
    'no-archive': 'Open an archive first',
    'no-post': 'Open a post first',
    'no-such-archive': 'There are fewer archives',
    'archive-away': 'Its folder is not connected',
  },
} as const;
