import { useTranslation } from 'react-i18next';
import { FolderPicture } from './FolderPicture.tsx';
import { useFolderDrop } from './useFolderDrop.ts';
import './welcome.css';

/** Over the panes of an open archive: a folder dropped anywhere opens. Nothing is drawn while nothing is dragged. */
export function DropLayer() {
  const { t } = useTranslation('welcome');
  const drop = useFolderDrop();
  if (drop === 'rest') return null;
  return (
    <div className={drop === 'rejected' ? 'drop-layer rejected' : 'drop-layer'}>
      {drop === 'rejected' ? (
        <div role="alert">{t('rejected')}</div>
      ) : (
        <div>
          <FolderPicture />
          {t('release')}
        </div>
      )}
    </div>
  );
}
