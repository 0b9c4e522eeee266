import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Archive } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { isReadable } from '../library/isReadable.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { shownPath } from '../ui/shownPath.ts';
import { Seal } from '../ui/Seal.tsx';
import { openedDay } from './openedDay.ts';

/** Most archives shown; the archive switcher has them all. */
const MOST = 6;

/** Archives opened before, newest first, and the sample archive. */
export function RecentArchives() {
  const { t } = useTranslation('welcome');
  const format = useFormat();
  const { openSample } = useActions();
  const archives = useApp((state) => state.archives);
  const sampleCount = useApp((state) => state.app.samplePostCount);
  const isOpening = useApp((state) => state.isOpening);
  const recent = archives
    .toSorted((left, right) => (right.lastOpenedAt ?? '').localeCompare(left.lastOpenedAt ?? ''))
    .slice(0, MOST);
  return (
    <section className="recent" aria-label={t('recent')}>
      <h2>{t('recent')}</h2>
      {recent.length === 0 ? (
        <p className="none">{t('noRecent')}</p>
      ) : (
        <ul>
          {recent.map((archive, place) => (
            <RecentArchive key={archive.id} archive={archive} isFirst={place === 0} />
          ))}
        </ul>
      )}
      {sampleCount > 0 && (
        <Button
          variant="ghost"
          className="sample"
          isDisabled={isOpening}
          onPress={() => void openSample()}
        >
          {t('sample', { count: sampleCount, shown: format.number(sampleCount) })}
        </Button>
      )}
    </section>
  );
}

interface RecentArchiveProps {
  readonly archive: Archive;
  readonly isFirst: boolean;
}

function RecentArchive({ archive, isFirst }: RecentArchiveProps) {
  const { openArchive } = useActions();
  const home = useApp(({ app }) => app.homeFolder);
  const { id, name, folder, seal, isPresent } = archive;
  return (
    <li>
      <Seal text={seal} isOutlined={!isFirst} />
      <div className="who">
        {isReadable(archive) ? (
          <button type="button" className="nm trunc cjk" onClick={() => void openArchive(id)}>
            {name}
          </button>
        ) : (
          <span className="nm trunc cjk">{name}</span>
        )}
        <div className="pt trunc" title={folder}>
          {shownPath(folder, home)}
        </div>
        {isPresent ? <PresentState archive={archive} /> : <MissingState archive={archive} />}
      </div>
    </li>
  );
}

function PresentState({ archive: { postCount, lastOpenedAt } }: { readonly archive: Archive }) {
  const { t } = useTranslation('welcome');
  const { t: tc } = useTranslation('common');
  const format = useFormat();
  const posts =
    postCount === null
      ? t('notIndexed')
      : tc('posts', { count: postCount, shown: format.number(postCount) });
  const when = (): string => {
    if (lastOpenedAt === null) return t('neverOpened');
    const opened = openedDay(lastOpenedAt, new Date());
    if (opened.kind === 'today') return t('openedToday');
    if (opened.kind === 'yesterday') return t('openedYesterday');
    return t('openedOn', { day: format.fullDay(opened.day) });
  };
  return <div className="st">{t('join', { posts, opened: when() })}</div>;
}

function MissingState({ archive: { id, name } }: { readonly archive: Archive }) {
  const { t } = useTranslation('welcome');
  const { locateArchive, openDialog } = useActions();
  return (
    <div className="st">
      <span className="miss">
        <Icon of={TriangleAlert} size={14} />
        {t('missing')}
      </span>
      <Button
        variant="ghost"
        className="lnk"
        label={t('locateNamed', { name })}
        onPress={() => void locateArchive(id)}
      >
        {t('locate')}
      </Button>
      <Button
        variant="ghost"
        className="lnk"
        label={t('removeNamed', { name })}
        onPress={() => openDialog({ kind: 'remove-archive', archiveId: id })}
      >
        {t('remove')}
      </Button>
    </div>
  );
}
