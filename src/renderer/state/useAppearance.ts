import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../i18n/i18n.ts';
import { languageOf, platformLook, readingLine, themeOf } from './appearance.ts';
import { useActions, useApi, useApp } from './store.ts';

/** Puts theme, language, platform and reading size on the document, and tells main the first two. */
export function useAppearance(): void {
  const api = useApi();
  const { setSystemDark } = useActions();
  const { i18n } = useTranslation();
  const theme = useApp(({ settings, isSystemDark }) => themeOf(settings, isSystemDark));
  const language = useApp(({ settings, app }) => languageOf(settings, app));
  const platform = useApp(({ app }) => platformLook(app));
  const typeface = useApp(({ settings }) => settings.typeface);
  const readingSize = useApp(({ settings }) => settings.readingSize);

  useEffect(() => {
    const query = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => setSystemDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [setSystemDark]);

  useEffect(() => {
    const root = document.documentElement;
    root.lang = localeOf(language);
    root.dataset['theme'] = theme;
    root.dataset['platform'] = platform;
    root.dataset['reading'] = typeface;
    root.style.setProperty('--read-size', `${readingSize}px`);
    root.style.setProperty('--read-line', `${readingLine(readingSize)}px`);
  }, [language, theme, platform, typeface, readingSize]);

  useEffect(() => {
    void i18n.changeLanguage(language);
  }, [i18n, language]);

  useEffect(() => {
    void api.call('window.setAppearance', { language, theme });
  }, [api, language, theme]);
}
