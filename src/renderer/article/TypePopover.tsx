import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../state/store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Stepper } from '../ui/Stepper.tsx';

/** Reading sizes in pixels and line lengths in em, as the settings allow them. */
const SIZES = { least: 15, most: 22, step: 1 } as const;
const LENGTHS = { least: 26, most: 44, step: 2 } as const;

/** Typeface, size, length of lines, justification and theme of what is read. */
export function TypeChoices() {
  const { t } = useTranslation('article');
  const { t: tr } = useTranslation('reading');
  const actions = useActions();
  const { typeface, theme, isJustified } = useApp((state) => state.settings);
  return (
    <div className="type-popover">
      <span className="name">{t('typeface')}</span>
      <Segmented
        label={t('typeface')}
        value={typeface}
        options={[
          { value: 'serif', text: t('serif'), className: 'face-serif' },
          { value: 'sans', text: t('sans') },
        ]}
        onChange={(chosen) => actions.setSettings({ typeface: chosen })}
      />
      <span className="name">{t('size')}</span>
      <SizeStepper />
      <span className="name">{tr('lineLength')}</span>
      <LengthStepper />
      <span className="name">{tr('lines')}</span>
      <Checkbox
        isSelected={isJustified}
        onChange={(chosen) => actions.setSettings({ isJustified: chosen })}
      >
        {tr('justify')}
      </Checkbox>
      <span className="name">{t('theme')}</span>
      <Segmented
        label={t('theme')}
        value={theme}
        options={[
          { value: 'system', text: t('themeSystem') },
          { value: 'light', text: t('themeLight') },
          { value: 'sepia', text: t('themeSepia') },
          { value: 'dark', text: t('themeDark') },
        ]}
        onChange={(chosen) => actions.setSettings({ theme: chosen })}
      />
    </div>
  );
}

function SizeStepper() {
  const { t } = useTranslation('article');
  const actions = useActions();
  const size = useApp((state) => state.settings.readingSize);
  return (
    <Stepper
      label={t('size')}
      range={SIZES}
      value={size}
      shown={t('sizeShown', { shown: size })}
      words={[t('smaller'), t('larger')]}
      onChange={(readingSize) => actions.setSettings({ readingSize })}
    />
  );
}

function LengthStepper() {
  const { t } = useTranslation('reading');
  const actions = useActions();
  const length = useApp((state) => state.settings.lineLength);
  return (
    <Stepper
      label={t('lineLength')}
      range={LENGTHS}
      value={length}
      shown={t('lengthShown', { shown: length })}
      words={[t('shorter'), t('longer')]}
      onChange={(lineLength) => actions.setSettings({ lineLength })}
    />
  );
}
