import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../state/store.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { SettingRow } from './SettingRow.tsx';

/** Language, theme and the density of the list. */
export function AppearanceSettings() {
  const { t } = useTranslation('settings');
  const { setSettings } = useActions();
  const { language, theme, density } = useApp(({ settings }) => settings);
  return (
    <>
      <SettingRow name={t('language')}>
        <Segmented
          label={t('language')}
          value={language}
          options={[
            { value: 'system', text: t('system') },
            { value: 'en', text: <span lang="en">English</span> },
            { value: 'zh', text: <span lang="zh-Hans">简体中文</span> },
          ]}
          onChange={(chosen) => setSettings({ language: chosen })}
        />
      </SettingRow>
      <SettingRow name={t('theme')}>
        <Segmented
          label={t('theme')}
          value={theme}
          options={[
            { value: 'system', text: t('system') },
            { value: 'light', text: t('light') },
            { value: 'sepia', text: t('sepia') },
            { value: 'dark', text: t('dark') },
          ]}
          onChange={(chosen) => setSettings({ theme: chosen })}
        />
      </SettingRow>
      <SettingRow name={t('density')} note={t('densityNote')}>
        <Segmented
          label={t('density')}
          value={density}
          options={[
            { value: 'comfortable', text: t('comfortable') },
            { value: 'compact', text: t('compact') },
          ]}
          onChange={(chosen) => setSettings({ density: chosen })}
        />
      </SettingRow>
    </>
  );
}
