import { en } from './en.ts';
import type { ShellText } from './en.ts';
import { zh } from './zh.ts';

/** A language the app speaks. */
export type Language = 'en' | 'zh';

/** The words of the native menu and dialogs. */
export function shellText(language: Language): ShellText {
  return language === 'zh' ? zh : en;
}

/** The language for a list of preferred BCP 47 tags: the first that the app speaks, else English. */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const [primary] = tag.toLowerCase().split(/[-_]/u);
    if (primary === 'zh') return 'zh';
    if (primary === 'en') return 'en';
  }
  return 'en';
}
