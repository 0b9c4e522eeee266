import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../state/store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { SelectBox } from '../ui/SelectBox.tsx';
import { Stepper } from '../ui/Stepper.tsx';
import { SettingRow } from './SettingRow.tsx';

/** How posts are set, when they count as read, and what searching takes for alike. */
export function ReadingSettings() {
  return (
    <>
      <TypeRows />
      <ReadRow />
      <SearchRow />
    </>
  );
}

function TypeRows() {
  const { t } = useTranslation('settings');
  const { setSettings } = useActions();
  const { typeface, readingSize, lineLength, isJustified } = useApp(({ settings }) => settings);
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
          range={{ least: 15, most: 22, step: 1 }}
          words={[t('less'), t('more')]}
          shown={t('pixels', { shown: readingSize })}
          onChange={(chosen) => setSettings({ readingSize: chosen })}
        />
      </SettingRow>
      <SettingRow name={t('lineLength')}>
        <Stepper
          label={t('lineLength')}
          value={lineLength}
          range={{ least: 26, most: 44, step: 1 }}
          words={[t('less'), t('more')]}
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
    </>
  );
}

function ReadRow() {
  const { t } = useTranslation('settings');
  const { setSettings } = useActions();
  const marksRead = useApp(({ settings }) => settings.marksRead);
  return (
    <SettingRow name={t('marksRead')} note={t('marksReadNote')}>
      <SelectBox
        label={t('marksRead')}
        value={marksRead}
        options={[
          { value: 'reading', text: t('marksReadBy.reading') },
          { value: 'opening', text: t('marksReadBy.opening') },
          { value: 'never', text: t('marksReadBy.never') },
        ]}
        onChange={(chosen) => setSettings({ marksRead: chosen })}
      />
    </SettingRow>
  );
}

function SearchRow() {
  const { t } = useTranslation('settings');
  const { setSettings } = useActions();
  const { foldsVariants, explainsSearches } = useApp(({ settings }) => settings);
  return (
    <SettingRow name={t('searching')}>
      <Checkbox
        isSelected={foldsVariants}
        onChange={(isSelected) => setSettings({ foldsVariants: isSelected })}
      >
        {t('foldsVariants')}
      </Checkbox>
      <Checkbox
        isSelected={explainsSearches}
        onChange={(isSelected) => setSettings({ explainsSearches: isSelected })}
      >
        {t('explainsSearches')}
      </Checkbox>
    </SettingRow>
  );
}
