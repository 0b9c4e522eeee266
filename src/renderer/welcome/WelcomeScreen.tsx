import { CircleAlert, Folder, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../commands/useShortcut.ts';
import { languageOf } from '../state/appearance.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { failureText } from '../ui/failureText.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { FolderPicture } from './FolderPicture.tsx';
import { RecentArchives } from './RecentArchives.tsx';
import { useFolderDrop } from './useFolderDrop.ts';
import './welcome.css';

/** The first screen: open a folder, or go back to one. */
export function WelcomeScreen() {
  const { t } = useTranslation('welcome');
  const { t: tc } = useTranslation('common');
  return (
    <main className="first">
      <div className="top">
        <span className="sp" />
        <LanguageSwitch />
      </div>
      <div className="front">
        <header className="mast">
          <h1 lang="en">{tc('appName')}</h1>
        </header>
        <div className="rule2" />
        <div className="ears">
          <span>{t('motto')}</span>
          <span>{t('offline')}</span>
        </div>
        <div className="fold">
          <div>
            <DropTarget />
            <OpenFailure />
            <p className="fine">
              <Icon of={Lock} />
              <span>{t('formats')}</span>
            </p>
          </div>
          <div className="cr" />
          <RecentArchives />
        </div>
      </div>
    </main>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation('welcome');
  const { setSettings } = useActions();
  const language = useApp(({ settings, app }) => languageOf(settings, app));
  return (
    <Segmented
      label={t('language')}
      value={language}
      options={[
        { value: 'en', text: <span lang="en">English</span> },
        { value: 'zh', text: <span lang="zh-Hans">简体中文</span>, className: 'cjk' },
      ]}
      onChange={(chosen) => setSettings({ language: chosen })}
    />
  );
}

function DropTarget() {
  const { t } = useTranslation('welcome');
  const { chooseFolder } = useActions();
  const isOpening = useApp((state) => state.isOpening);
  const drop = useFolderDrop();
  const { shortcut, keyShortcuts } = useShortcut('open-folder');
  const classes = { rest: 'drop', over: 'drop over', rejected: 'drop rejected' };
  return (
    <section className={classes[drop]} aria-label={t('dropArea')}>
      <FolderPicture />
      <h2>{drop === 'over' ? t('release') : t('heading')}</h2>
      {drop === 'rejected' ? (
        <p className="why" role="alert">
          {t('rejected')}
        </p>
      ) : (
        <p>{t('hint')}</p>
      )}
      <div className="acts">
        <Button
          variant="primary"
          isLarge
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do on an otherwise empty screen
          autoFocus
          icon={Folder}
          isDisabled={isOpening}
          keyShortcuts={keyShortcuts}
          onPress={() => void chooseFolder()}
        >
          {t('open')}
        </Button>
        {shortcut !== undefined && <Kbd keys={shortcut} />}
      </div>
    </section>
  );
}

/** Why the folder just asked for could not be opened. */
function OpenFailure() {
  const { t } = useTranslation('common');
  const failure = useApp((state) => state.openFailure);
  if (failure === null || failure.code === 'cancelled') return null;
  const shown = failureText(failure, t);
  return (
    <div className="open-failed" role="alert">
      <Icon of={CircleAlert} />
      <span>
        {shown}
        {failure.path !== undefined && !shown.includes(failure.path) && (
          <span className="dim"> {failure.path}</span>
        )}
      </span>
    </div>
  );
}
