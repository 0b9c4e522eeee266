import type { BrowserWindow, Rectangle } from 'electron';
import type { Language } from './i18n/shellText.ts';
import { logUnexpected } from './log.ts';
import type { AppMenu } from './menu.ts';
import { paintWindow } from './window.ts';
import type { ShownTheme } from './windowColours.ts';
import { writeWindowState } from './windowState.ts';
import type { WindowState } from './windowState.ts';

/** How the window looks and where it is: shown, remembered, written. */
export interface Appearance {
  readonly state: () => WindowState;
  readonly language: () => Language;
  readonly setPlace: (place: { readonly bounds: Rectangle; readonly isMaximized: boolean }) => void;
  readonly setAppearance: (language: Language, theme: ShownTheme) => void;
  /** Ends when everything remembered is on disk. */
  readonly written: () => Promise<void>;
}

/** What the appearance needs of the app. */
export interface AppearanceRecipe {
  readonly file: string;
  readonly first: WindowState;
  /** Until the page has said which language it shows. */
  readonly systemLanguage: Language;
  readonly menu: () => AppMenu;
  readonly windows: () => readonly BrowserWindow[];
}

/** Keeps appearance and place of the window, and writes them one after the other whenever they change. */
export function createAppearance(recipe: AppearanceRecipe): Appearance {
  let state = recipe.first;
  let writing = Promise.resolve();
  const remember = (next: WindowState): void => {
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    writing = writing
      .then(() => writeWindowState(recipe.file, next))
      .catch((thrown: unknown) => logUnexpected('remembering the window', thrown));
  };
  return {
    state: () => state,
    language: () => state.language ?? recipe.systemLanguage,
    setPlace: (place) => remember({ ...state, ...place }),
    setAppearance: (language, theme) => {
      remember({ ...state, language, theme });
      recipe.menu().setLanguage(language);
      for (const window of recipe.windows()) paintWindow(window, theme);
    },
    written: () => writing,
  };
}
