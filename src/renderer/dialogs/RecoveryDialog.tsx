import { FolderOpen } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { libraryKinds, type LibraryRecovery } from '../../shared/libraryModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Icon } from '../ui/Icon.tsx';
import './dialogs.css';

/** Says that the library was damaged and what came back; until the reader has seen it. */
export function RecoveryDialog() {
  const { t } = useTranslation('dialogs');
  const { dismissRecovery, showSetAside } = useActions();
  const recovery = useApp(({ dialog }) =>
    dialog.kind === 'library-recovered' ? dialog.recovery : null,
  );
  return (
    <DialogFrame
      className="library-dlg"
      title={recovery?.kind === 'empty' ? t('recoveryEmptyTitle') : t('recoveryTitle')}
      isOpen={recovery !== null}
      onClose={dismissRecovery}
    >
      {recovery !== null && <RecoveryFacts recovery={recovery} />}
      <footer>
        {recovery?.setAside !== null && (
          <Button onPress={() => void showSetAside()}>
            <Icon of={FolderOpen} />
            {t('recoveryShow')}
          </Button>
        )}
        <span className="sp" />
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- one answer only */}
        <Button variant="primary" autoFocus onPress={dismissRecovery}>
          {t('recoverySeen')}
        </Button>
      </footer>
    </DialogFrame>
  );
}

function RecoveryFacts({ recovery }: { readonly recovery: LibraryRecovery }) {
  const { t } = useTranslation('dialogs');
  const format = useFormat();
  const { kind, backupAt, counts, salvaged, setAside } = recovery;
  const came = (count: number): string => {
    const said = { count, shown: format.number(count) };
    return kind === 'completed' ? t('recoveryPutBack', said) : t('recoverySalvaged', said);
  };
  const there = libraryKinds.filter((each) => each === 'bookmarks' || counts[each] > 0);
  return (
    <div className="library-facts">
      <p>{t(`recovery.${kind}`)}</p>
      <dl>
        {backupAt !== null && (
          <>
            <dt>{t('recoveryBackup')}</dt>
            <dd>{format.moment(backupAt)}</dd>
          </>
        )}
        {there.map((each) => (
          <Fragment key={each}>
            <dt>{t(`kinds.${each}`)}</dt>
            <dd>
              {format.number(counts[each])}
              {salvaged[each] > 0 && <span className="dim">{came(salvaged[each])}</span>}
            </dd>
          </Fragment>
        ))}
        {setAside !== null && (
          <>
            <dt>{t('recoverySetAside')}</dt>
            <dd className="path">{setAside}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
