import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../state/store.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { KeyboardSettings } from './KeyboardSettings.tsx';
import { LibrarySettings } from './LibrarySettings.tsx';
import { ReadingSettings } from './ReadingSettings.tsx';
import './settings.css';

const panes = [
  { id: 'appearance', Pane: AppearanceSettings },
  { id: 'reading', Pane: ReadingSettings },
  { id: 'keyboard', Pane: KeyboardSettings },
  { id: 'library', Pane: LibrarySettings },
] as const;

/** All settings. Each holds at once; there is nothing to confirm. */
export function SettingsDialog() {
  const { t } = useTranslation('settings');
  const { closeDialog } = useActions();
  const pane = useApp(({ dialog }) => (dialog.kind === 'settings' ? dialog.pane : null));
  return (
    <DialogFrame
      className="settings-dlg"
      title={t('title')}
      isOpen={pane !== null}
      onClose={closeDialog}
    >
      <Tabs className="settings" orientation="vertical" defaultSelectedKey={pane ?? 'appearance'}>
        <TabList aria-label={t('title')} className="settings-tabs">
          {panes.map(({ id }) => (
            <Tab key={id} id={id}>
              {t(`panes.${id}`)}
            </Tab>
          ))}
        </TabList>
        {panes.map(({ id, Pane }) => (
          <TabPanel key={id} id={id} className="settings-pane">
            <Pane />
          </TabPanel>
        ))}
      </Tabs>
    </DialogFrame>
  );
}
