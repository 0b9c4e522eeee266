import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { IndexingProgress } from '../../shared/jobModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApp, useSession } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';

/** The share of files dealt with, in whole percent; null while the folder is still being read. */
const indexedShare = ({ doneFiles, totalFiles, phase }: IndexingProgress): number | null =>
  phase === 'scanning' || totalFiles === 0 ? null : Math.floor((doneFiles / totalFiles) * 100);

interface StateProps {
  readonly run: IndexingProgress | null;
  /** True from when a run was asked for, before its first report. */
  readonly isChecking: boolean;
  readonly isUnfinished: boolean;
}

function State({ run, isChecking, isUnfinished }: StateProps) {
  const { t } = useTranslation('library');
  if (run === null && !isChecking) return <AtRest isUnfinished={isUnfinished} />;
  if (run?.isPaused === true) return t('indexingPaused');
  const share = run === null ? null : indexedShare(run);
  return (
    <>
      <span className="spin" aria-hidden />
      {share === null ? t('indexing') : t('indexingShare', { share })}
    </>
  );
}

/** What there is to say between two runs. */
function AtRest({ isUnfinished }: Pick<StateProps, 'isUnfinished'>) {
  const { t } = useTranslation('library');
  const isAway = useApp(
    ({ session, archives }) =>
      archives.find(({ id }) => id === session?.archiveId)?.isPresent === false,
  );
  const isScanned = useApp(
    ({ session, watchModes }) => session !== null && watchModes[session.archiveId] === 'scans',
  );
  if (isAway) {
    return (
      <output className="away" title={t('folderAwayText')}>
        {t('folderAway')}
      </output>
    );
  }
  if (isUnfinished) return <Unfinished />;
  return <span title={isScanned ? t('lookedAtSometimes') : t('watched')}>{t('indexCurrent')}</span>;
}

/** Says that the last run was cut short, and goes on with it. */
function Unfinished() {
  const { t } = useTranslation('library');
  const { updateIndex } = useActions();
  const archiveId = useSession((session) => session.archiveId);
  return (
    <>
      {t('indexUnfinished')}
      {archiveId !== null && (
        <button type="button" className="lnk" onClick={() => void updateIndex(archiveId)}>
          {t('indexGoOn')}
        </button>
      )}
    </>
  );
}

/** The foot of the sidebar: whether the index is up to date, and the way to its problems. */
export function IndexFoot() {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { setProblemsOpen } = useActions();
  const isOpen = useApp((state) => state.isProblemsOpen);
  const problems = useSession(({ counts }) => counts.problems) ?? 0;
  const run = useApp(({ session, indexing }) =>
    session === null ? null : (indexing[session.archiveId] ?? null),
  );
  const isChecking = useApp(
    ({ session, checking }) => session !== null && checking.has(session.archiveId),
  );
  const isUnfinished = useApp(
    ({ session, unfinished }) => session !== null && unfinished.has(session.archiveId),
  );
  const problemText = t('problems', { count: problems, shown: format.number(problems) });
  // Beside "Index incomplete" and what goes on with it there is room for the number alone.
  const isCutShort = isUnfinished && run === null && !isChecking;
  return (
    <div className="foot">
      <State run={run} isChecking={isChecking} isUnfinished={isUnfinished} />
      <span className="sp" />
      {(problems > 0 || isOpen) && (
        <button
          type="button"
          className="prob"
          aria-expanded={isOpen}
          aria-label={problemText}
          title={isCutShort ? problemText : undefined}
          onClick={() => setProblemsOpen(!isOpen)}
        >
          <Icon of={TriangleAlert} size={14} />
          {isCutShort ? format.number(problems) : problemText}
        </button>
      )}
    </div>
  );
}
