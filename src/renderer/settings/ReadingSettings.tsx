import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../state/store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { SettingRow } from './SettingRow.tsx';
import { Stepper } from './Stepper.tsx';

/** Typeface, size and measure of what is read, and what searching takes for alike. */
export function ReadingSettings() {
  const { t } = useTranslation('settings');
  const { setSettings } = useActions();
  const { typeface, readingSize, lineLength, isJustified, foldsVariants } = useApp(
    ({ settings }) => settings,
  );
  return (
    <>
      <SettingRow name={t('typeface')}>
        <Segmented
          label={t('typeface')}
          value={typeface}
          options={[
            { value: 'serif', text: t('serif') },
            { value: 'sans', text: t('sans') },
          ]}
          onChange={(chosen) => setSettings({ typeface: chosen })}
        />
      </SettingRow>
      <SettingRow name={t('size')}>
        <Stepper
          label={t('size')}
          value={readingSize}
          least={15}
          most={22}
          shown={t('pixels', { shown: readingSize })}
          onChange={(chosen) => setSettings({ readingSize: chosen })}
        />
      </SettingRow>
      <SettingRow name={t('lineLength')}>
        <Stepper
          label={t('lineLength')}
          value={lineLength}
          least={26}
          most={44}
          shown={t('characters', { shown: lineLength })}
          onChange={(chosen) => setSettings({ lineLength: chosen })}
        />
      </SettingRow>
      <SettingRow name={t('lines')}>
        <Checkbox
          isSelected={isJustified}
          onChange={(isSelected) => setSettings({ isJustified: isSelected })}
        >
          {t('isJustified')}
        </Checkbox>
      </SettingRow>
      <SettingRow name={t('searching')}>
        <Checkbox
          isSelected={foldsVariants}
          onChange={(isSelected) => setSettings({ foldsVariants: isSelected })}
        >
          {t('foldsVariants')}
        </Checkbox>
      </SettingRow>
    </>
  );
}
