import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Icon } from '../ui/Icon.tsx';
import './dialogs.css';

/** What the app is, what it runs on, where it keeps things, and what it never does. */
export function AboutDialog() {
  const { t } = useTranslation('dialogs');
  const { closeDialog } = useActions();
  const isOpen = useApp(({ dialog }) => dialog.kind === 'about');
  return (
    <DialogFrame className="about-dlg" title={t('about')} isOpen={isOpen} onClose={closeDialog}>
      <Facts />
    </DialogFrame>
  );
}

function Facts() {
  const { t } = useTranslation('dialogs');
  const { t: tc } = useTranslation('common');
  const app = useApp((state) => state.app);
  const { copyText, notify } = useActions();
  const { version, electron, chromium, node, dataFolder, isRegistryRuntime, platform } = app;
  const runtime = t('runtimeShown', { electron, chromium, node });
  const copy = (): void => {
    void copyText(`Broadsheet ${version}, ${platform}\n${runtime}\n${dataFolder}`);
    notify({ kind: 'text', text: t('copied') });
  };
  return (
    <>
      <div className="about">
        <h3 lang="en">{tc('appName')}</h3>
        <div className="rule2" />
        <div className="ears">
          <span>{t('tagline')}</span>
          <span>{t('version', { version })}</span>
        </div>
        <dl>
          <dt>{t('runtime')}</dt>
          <dd>{runtime}</dd>
          <dt>{t('dataFolder')}</dt>
          <dd className="path">{dataFolder}</dd>
          <dt>{t('offline')}</dt>
          <dd>{t('offlineFact')}</dd>
          <dt>{t('files')}</dt>
          <dd>{t('filesFact')}</dd>
        </dl>
        {isRegistryRuntime && (
          <p className="dev">
            <Icon of={TriangleAlert} />
            <span>{t('registryRuntime')}</span>
          </p>
        )}
      </div>
      <footer>
        <span className="sp" />
        <Button onPress={copy}>{t('copyDetails')}</Button>
      </footer>
    </>
  );
}
