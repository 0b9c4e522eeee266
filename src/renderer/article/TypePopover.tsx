import { Minus, Plus } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Tip } from '../ui/Tip.tsx';

/** Reading sizes in pixels, as the settings allow them. */
const SMALLEST = 15;
const LARGEST = 22;

/** The Aa button: typeface, size and theme of what is read. */
export function TypePopover() {
  const { t } = useTranslation('article');
  return (
    <DialogTrigger>
      <Tip text={t('type')}>
        <Button className="ib txt" aria-label={t('type')}>
          Aa
        </Button>
      </Tip>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Dialog aria-label={t('type')} className="type-popover">
          <Choices />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Choices() {
  const { t } = useTranslation('article');
  const actions = useActions();
  const typeface = useApp((state) => state.settings.typeface);
  const theme = useApp((state) => state.settings.theme);
  return (
    <>
      <span className="name">{t('typeface')}</span>
      <Segmented
        label={t('typeface')}
        value={typeface}
        options={[
          { value: 'serif', text: t('serif') },
          { value: 'sans', text: t('sans') },
        ]}
        onChange={(chosen) => actions.setSettings({ typeface: chosen })}
      />
      <span className="name">{t('size')}</span>
      <SizeStepper />
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
    </>
  );
}

function SizeStepper() {
  const { t } = useTranslation('article');
  const actions = useActions();
  const size = useApp((state) => state.settings.readingSize);
  const set = (readingSize: number): void => actions.setSettings({ readingSize });
  return (
    <fieldset className="step-field" aria-label={t('size')}>
      <IconButton
        icon={Minus}
        iconSize={12}
        isSmall
        label={t('smaller')}
        isDisabled={size <= SMALLEST}
        onPress={() => set(size - 1)}
      />
      <output>{t('sizeShown', { shown: size })}</output>
      <IconButton
        icon={Plus}
        iconSize={12}
        isSmall
        label={t('larger')}
        isDisabled={size >= LARGEST}
        onPress={() => set(size + 1)}
      />
    </fieldset>
  );
}
