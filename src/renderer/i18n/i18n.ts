import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en, zh } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

/** Languages of the window. */
export type Language = 'en' | 'zh';

/** The BCP 47 tag of a language, for `lang` attributes, `Intl` and sorting. */
export const localeOf = (language: Language): string => (language === 'zh' ? 'zh-Hans' : 'en');

/** An i18next instance with both languages bundled; a switch needs no reload and no network. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en, zh },
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
