import type { AppInfo, Settings } from '../../shared/appModel.ts';
import type { Language } from '../i18n/i18n.ts';

/** Themes as they are drawn. */
export type Theme = 'light' | 'sepia' | 'dark';

/** The theme to draw. */
export function themeOf(settings: Settings, isSystemDark: boolean): Theme {
  if (settings.theme !== 'system') return settings.theme;
  return isSystemDark ? 'dark' : 'light';
}

/** The language to speak. */
export const languageOf = (settings: Settings, app: AppInfo): Language =>
  settings.language === 'system' ? app.systemLanguage : settings.language;

/** The look of the window's frame: lights on the left (`mac`) or buttons on the right (`win`, Linux too). */
export const platformLook = (app: AppInfo): 'mac' | 'win' =>
  app.platform === 'mac' ? 'mac' : 'win';

/** Line height of the reading text in whole pixels: 1.88 of its size, on the 4-pixel grid. */
export const readingLine = (size: number): number => Math.round((size * 1.88) / 4) * 4;
