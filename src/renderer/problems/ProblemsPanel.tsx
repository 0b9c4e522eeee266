import { useQuery } from '@tanstack/react-query';
import { Download, RotateCw, TriangleAlert, X } from 'lucide-react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveId, Problem } from '../../shared/model.ts';
import { failureOf } from '../api.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { focusPane } from '../commands/panes.ts';
import { useActions, useApi, useApp, useSession } from '../state/store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { failureText } from '../ui/failureText.ts';
import { Icon } from '../ui/Icon.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useEscape } from '../ui/useEscape.ts';
import { OtherFilesLine } from './OtherFilesLine.tsx';
import {
  countGroups,
  errorsFirst,
  groupOf,
  problemGroups,
  type ProblemGroup,
} from './problemGroups.ts';
import { ProblemsTable } from './ProblemsTable.tsx';
import './problems.css';

/** Why some files are not in results, or should be checked; over list and article. */
export function ProblemsPanel() {
  const isOpen = useApp((state) => state.isProblemsOpen);
  const archiveId = useSession((session) => session.archiveId);
  return isOpen && archiveId !== null ? <Panel archiveId={archiveId} /> : null;
}

function Panel({ archiveId }: { readonly archiveId: ArchiveId }) {
  const { t } = useTranslation('problems');
  const { t: tc } = useTranslation('common');
  const { setProblemsOpen } = useActions();
  const panel = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<ProblemGroup | 'all'>('all');
  const answer = useProblems(archiveId);
  const problems = answer.data ?? noProblems;
  const close = useCallback(() => setProblemsOpen(false), [setProblemsOpen]);
  useEscape(panel, close);
  useFocusWhileOpen(panel);
  const counts = useMemo(() => countGroups(problems), [problems]);
  // A group that a retry emptied is no longer offered: everything is shown instead.
  const group = chosen !== 'all' && counts[chosen] === 0 ? 'all' : chosen;
  const shown = useMemo(
    () =>
      group === 'all'
        ? errorsFirst(problems)
        : problems.filter((problem) => groupOf(problem) === group),
    [problems, group],
  );
  return (
    <section
      ref={panel}
      className="panel"
      aria-label={t('title')}
      data-pane="problems"
      tabIndex={-1}
    >
      <div className="ph">
        <h2>{t('title')}</h2>
        <GroupFilter all={problems.length} counts={counts} value={group} onChange={setChosen} />
        <span className="sp" />
        <PanelActions archiveId={archiveId} hasProblems={problems.length > 0} />
        <IconButton icon={X} label={tc('close')} shortcut="Esc" onPress={close} />
      </div>
      {counts.missing > 0 && <Banner missing={counts.missing} />}
      {answer.error !== null && (
        <div className="nothing" role="alert">
          <b>{t('failed')}</b>
          <span>{failureText(failureOf(answer.error), tc)}</span>
          <Button onPress={() => void answer.refetch()}>{tc('retry')}</Button>
        </div>
      )}
      {answer.isSuccess && problems.length === 0 && (
        <div className="nothing">
          <b>{t('none')}</b>
          <span>{t('noneNote')}</span>
        </div>
      )}
      {shown.length > 0 && <ProblemsTable key={group} problems={shown} />}
      <OtherFilesLine archiveId={archiveId} />
    </section>
  );
}

const noProblems: readonly Problem[] = [];

/** The list; asked for anew when the index was shown anew or its number of problems changed. */
function useProblems(archiveId: ArchiveId) {
  const api = useApi();
  const revision = useSession((session) => session.revision) ?? 0;
  const count = useSession((session) => session.counts.problems) ?? 0;
  return useQuery({
    queryKey: [...queryKeys.problems(archiveId, revision), count],
    queryFn: () => api.ask('problems.list', { archiveId }),
    placeholderData: (before: readonly Problem[] | undefined) => before,
  });
}

/** Takes the focus when the panel opens and gives it back when it closes with the focus inside. */
function useFocusWhileOpen(panel: React.RefObject<HTMLElement | null>): void {
  // With the drawing itself: a key pressed between the panel's end and a later effect would go nowhere.
  useLayoutEffect(() => {
    const element = panel.current;
    const before = document.activeElement;
    element?.focus();
    return () => {
      const isInside =
        document.activeElement === document.body ||
        element?.contains(document.activeElement) === true;
      if (!isInside) return;
      // Opened by the palette, whose field is gone: the list is what the panel lay under.
      const isThere =
        before instanceof HTMLElement && before !== document.body && before.isConnected;
      if (isThere) before.focus();
      else focusPane('list');
    };
  }, [panel]);
}

interface GroupFilterProps {
  readonly all: number;
  readonly counts: Readonly<Record<ProblemGroup, number>>;
  readonly value: ProblemGroup | 'all';
  readonly onChange: (value: ProblemGroup | 'all') => void;
}

function GroupFilter({ all, counts, value, onChange }: GroupFilterProps) {
  const { t } = useTranslation('problems');
  const format = useFormat();
  const options = [
    { value: 'all' as const, text: `${t('group.all')} ${format.number(all)}` },
    ...problemGroups
      .filter((group) => counts[group] > 0)
      .map((group) => ({
        value: group,
        text: `${t(`group.${group}`)} ${format.number(counts[group])}`,
      })),
  ];
  return <Segmented label={t('groups')} options={options} value={value} onChange={onChange} />;
}

interface PanelActionsProps {
  readonly archiveId: ArchiveId;
  readonly hasProblems: boolean;
}

function PanelActions({ archiveId, hasProblems }: PanelActionsProps) {
  const { t } = useTranslation('problems');
  const api = useApi();
  const { notify, notifyFailure, updateIndex } = useActions();
  const isIndexing = useApp(({ indexing }) => indexing[archiveId] !== undefined);
  const save = async (): Promise<void> => {
    const outcome = await api.call('problems.save', { archiveId });
    if (!outcome.ok) notifyFailure(outcome.error);
    else if (outcome.value !== null) {
      notify({ kind: 'text', text: t('saved', { file: outcome.value.file }) });
    }
  };
  return (
    <>
      <Button
        variant="ghost"
        icon={RotateCw}
        isDisabled={isIndexing}
        onPress={() => void updateIndex(archiveId)}
      >
        {t('retryAll')}
      </Button>
      <Button variant="ghost" icon={Download} isDisabled={!hasProblems} onPress={() => void save()}>
        {t('saveList')}
      </Button>
    </>
  );
}

function Banner({ missing }: { readonly missing: number }) {
  const { t, i18n } = useTranslation('problems');
  const format = useFormat();
  const all = useSession((session) => session.counts.all) ?? 0;
  return (
    <div className="banner" role="alert">
      <Icon of={TriangleAlert} />
      <span>
        {t('bannerErrors', { count: missing, shown: format.number(missing) })}
        {i18n.language === 'zh' ? '' : ' '}
        {t('bannerRest', { count: all, shown: format.number(all) })}
      </span>
    </div>
  );
}
