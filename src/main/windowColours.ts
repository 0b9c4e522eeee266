/** The theme as it is shown ("as the system" already resolved). */
export type ShownTheme = 'light' | 'sepia' | 'dark';

/** Colours the native window needs before and around the page; the tokens of the page's style sheet. */
export interface WindowColours {
  /** Behind the page until its first picture. */
  readonly background: string;
  /** The window buttons' symbols. */
  readonly symbols: string;
}

const COLOURS: Readonly<Record<ShownTheme, WindowColours>> = {
  light: { background: '#e9ebec', symbols: '#444a50' },
  sepia: { background: '#e3d9c5', symbols: '#51463a' },
  dark: { background: '#111315', symbols: '#b7bcc2' },
};

/** Native colours of a theme. */
export function windowColours(theme: ShownTheme): WindowColours {
  return COLOURS[theme];
}
