import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LibraryBackup } from '../../shared/libraryModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useActions, useApi, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { failureText } from '../ui/failureText.ts';
import { failureOf } from '../api.ts';
import { SettingRow } from './SettingRow.tsx';

/** Where everything is kept, its backups, and the ways in and out. */
export function LibrarySettings() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const { exportLibrary, importLibrary, notifyFailure } = useActions();
  const dataFolder = useApp(({ app }) => app.dataFolder);
  const show = async (): Promise<void> => {
    const outcome = await api.call('library.openDataFolder', undefined);
    if (!outcome.ok) notifyFailure(outcome.error);
  };
  return (
    <>
      <SettingRow name={t('dataFolder')} note={t('dataFolderNote')}>
        <span className="path">{dataFolder}</span>
        <Button onPress={() => void show()}>{t('openDataFolder')}</Button>
      </SettingRow>
      <SettingRow name={t('library')} note={t('libraryNote')}>
        <Button onPress={() => void exportLibrary('json')}>{t('exportLibrary')}</Button>
        <Button onPress={() => void importLibrary()}>{t('importLibrary')}</Button>
      </SettingRow>
      <h3 id="backups-head">{t('backups')}</h3>
      <Backups />
    </>
  );
}

function Backups() {
  const { t } = useTranslation('settings');
  const { t: tc } = useTranslation('common');
  const api = useApi();
  const queryClient = useQueryClient();
  const { notify, notifyFailure } = useActions();
  const { data: backups, error } = useQuery({
    queryKey: queryKeys.backups(),
    queryFn: () => api.ask('library.backups', undefined),
  });
  const make = async (): Promise<void> => {
    const outcome = await api.call('library.backUp', undefined);
    if (!outcome.ok) return notifyFailure(outcome.error);
    queryClient.setQueryData(queryKeys.backups(), outcome.value);
    notify({ kind: 'text', text: t('backedUp') });
  };
  return (
    <>
      {error !== null && <p role="alert">{failureText(failureOf(error), tc)}</p>}
      {backups !== undefined && backups.length > 0 && <BackupTable backups={backups} />}
      {backups !== undefined && backups.length === 0 && <p className="remark">{t('noBackups')}</p>}
      <SettingRow name="" note={t('backupsNote')}>
        <Button onPress={() => void make()}>{t('backUpNow')}</Button>
      </SettingRow>
    </>
  );
}

function BackupTable({ backups }: { readonly backups: readonly LibraryBackup[] }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { openDialog } = useActions();
  return (
    <table className="backups" aria-labelledby="backups-head">
      <thead>
        <tr>
          <th scope="col">{t('backupMade')}</th>
          <th scope="col" className="num">
            {t('backupBookmarks')}
          </th>
          <th scope="col" className="num">
            {t('backupHighlights')}
          </th>
          <th scope="col" className="num">
            {t('backupNotes')}
          </th>
          <th scope="col" className="num">
            {t('backupSize')}
          </th>
          <th scope="col">
            <span className="sr">{t('bringBackHead')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map(({ madeAt, sizeBytes, counts }) => (
          <tr key={madeAt}>
            <td>{format.moment(madeAt)}</td>
            {counts === null ? (
              <td className="num" colSpan={3}>
                {t('backupDamaged')}
              </td>
            ) : (
              [counts.bookmarks, counts.highlights, counts.notes].map((count, at) => (
                <td key={at} className="num">
                  {format.number(count)}
                </td>
              ))
            )}
            <td className="num">
              {t('kilobytes', { shown: format.number(Math.ceil(sizeBytes / 1024)) })}
            </td>
            <td className="num">
              <Button
                label={t('bringBackOf', { moment: format.moment(madeAt) })}
                isDisabled={counts === null}
                onPress={() => openDialog({ kind: 'bring-back', madeAt })}
              >
                {t('bringBack')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
