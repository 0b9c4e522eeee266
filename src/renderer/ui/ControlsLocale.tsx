import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { languageOf } from '../state/appearance.ts';
import { useApp } from '../state/store.ts';

/** Tells the controls the language of the window; of themselves they take the system's for the few words they bring. */
export function ControlsLocale({ children }: { readonly children: ReactNode }) {
  const language = useApp(({ settings, app }) => languageOf(settings, app));
  return <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-GB'}>{children}</I18nProvider>;
}
