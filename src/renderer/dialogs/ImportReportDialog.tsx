import { useTranslation } from 'react-i18next';
import {
  type ArchiveImport,
  type LibraryImport,
  type LibraryKind,
  libraryKinds,
} from '../../shared/libraryModel.ts';
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
              <th scope="col">{t('importKind')}</th>
              <th scope="col">{t('importBefore')}</th>
              <th scope="col">{t('importAdded')}</th>
              <th scope="col">{t('importUpdated')}</th>
              <th scope="col">{t('importKept')}</th>
              <th scope="col">{t('importAfter')}</th>
            </tr>
          </thead>
          {archives.map((archive) => (
            <ImportedArchive key={archive.archiveId} archive={archive} />
          ))}
        </table>
      </section>
      {archives.some(isWithRemoved) && <p>{t('importRemovedNote')}</p>}
      {archives.some(({ waiting }) => waiting > 0) && <p>{t('importWaitingNote')}</p>}
    </>
  );
}

/** The kinds of which the file or the library had something. */
function kindsIn(archive: ArchiveImport): readonly LibraryKind[] {
  return libraryKinds.filter((kind) => {
    const { added, updated, kept } = archive[kind];
    return added + updated + kept + archive.before[kind] + archive.after[kind] > 0;
  });
}

/** Whether rows came that are there as taken away only. */
function isWithRemoved(archive: ArchiveImport): boolean {
  const { before, after } = archive;
  return libraryKinds.some((kind) => archive[kind].added > after[kind] - before[kind]);
}

function ImportedArchive({ archive }: { readonly archive: ArchiveImport }) {
  const { t } = useTranslation('dialogs');
  const format = useFormat();
  const { name, match, before, after, waiting } = archive;
  const kinds = kindsIn(archive);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={6}>
          {name}
          <small>
            {t(`importMatch.${match}`)}
            {waiting > 0 &&
              ` · ${t('importWaiting', { count: waiting, shown: format.number(waiting) })}`}
          </small>
        </th>
      </tr>
      {kinds.length === 0 && (
        <tr>
          <td colSpan={6} className="none">
            {t('importNone')}
          </td>
        </tr>
      )}
      {kinds.map((kind) => (
        <tr key={kind}>
          <th scope="row">{t(`kinds.${kind}`)}</th>
          <td>{format.number(before[kind])}</td>
          <td>{format.number(archive[kind].added)}</td>
          <td>{format.number(archive[kind].updated)}</td>
          <td>{format.number(archive[kind].kept)}</td>
          <td>{format.number(after[kind])}</td>
        </tr>
      ))}
    </tbody>
  );
}
