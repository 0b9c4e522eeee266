import { useTranslation } from 'react-i18next';
import type { ArchiveImport, LibraryImport } from '../../shared/libraryModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import './dialogs.css';

/** What an import of a library file did. */
export function ImportReportDialog() {
  const { t } = useTranslation(['dialogs', 'common']);
  const { closeDialog } = useActions();
  const report = useApp(({ dialog }) =>
    dialog.kind === 'library-imported' ? dialog.report : null,
  );
  return (
    <DialogFrame
      className="library-dlg wide"
      title={t('importTitle')}
      isOpen={report !== null}
      onClose={closeDialog}
    >
      {report !== null && <Report report={report} />}
      <footer>
        <span className="sp" />
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- one answer only */}
        <Button variant="primary" autoFocus onPress={closeDialog}>
          {t('common:close')}
        </Button>
      </footer>
    </DialogFrame>
  );
}

function Report({ report }: { readonly report: LibraryImport }) {
  const { t } = useTranslation('dialogs');
  const format = useFormat();
  const { file, archives, settingsTaken, unknownFields } = report;
  const taken = settingsTaken.length;
  return (
    <div className="library-facts">
      <p className="path">{file}</p>
      {archives.length === 0 ? <p>{t('importNothing')}</p> : <ImportTable archives={archives} />}
      <p>
        {taken === 0
          ? t('importNoSettings')
          : t('importSettings', { count: taken, shown: format.number(taken) })}
      </p>
      {unknownFields.length > 0 && (
        <p>
          {t('importUnknown')} <span className="path">{unknownFields.join(', ')}</span>
        </p>
      )}
    </div>
  );
}

function ImportTable({ archives }: { readonly archives: readonly ArchiveImport[] }) {
  const { t } = useTranslation('dialogs');
  return (
    <>
      {/* Scrolls by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reachable (axe) */}
      <section className="import-table" aria-label={t('importTable')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('importArchive')}</th>
              <th scope="col">{t('importAdded')}</th>
              <th scope="col">{t('importUpdated')}</th>
              <th scope="col">{t('importKept')}</th>
              <th scope="col">{t('importWaiting')}</th>
            </tr>
          </thead>
          <tbody>
            {archives.map((archive) => (
              <ImportRow key={archive.archiveId} archive={archive} />
            ))}
          </tbody>
        </table>
      </section>
      {archives.some(({ waiting }) => waiting > 0) && <p>{t('importWaitingNote')}</p>}
    </>
  );
}

function ImportRow({ archive }: { readonly archive: ArchiveImport }) {
  const { t } = useTranslation('dialogs');
  const format = useFormat();
  const { name, match, bookmarks, readingState, waiting } = archive;
  const both = (kind: 'added' | 'updated' | 'kept'): string =>
    `${format.number(bookmarks[kind])} + ${format.number(readingState[kind])}`;
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{t(`importMatch.${match}`)}</small>
      </th>
      <td>{both('added')}</td>
      <td>{both('updated')}</td>
      <td>{both('kept')}</td>
      <td>{format.number(waiting)}</td>
    </tr>
  );
}
