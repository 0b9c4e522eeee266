import { Search } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { noFilters } from '../../shared/defaults.ts';
import type { Archive } from '../../shared/model.ts';
import { absorbFilters, type FilteredQuery } from '../../shared/query/absorbFilters.ts';
import { wholeText } from '../../shared/query/filterText.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { isReadable } from '../library/isReadable.ts';
import { askedOf } from '../state/askedQuery.ts';
import { useActions, useApp, useAppContext } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ArchiveFindingsView } from './ArchiveFindingsView.tsx';
import { useAllArchives, type AllArchives, type ArchiveState } from './useAllArchives.ts';
import './searches.css';

/** One search in every archive of the library; choosing an archive opens it with that search. */
export function AllArchivesDialog() {
  const isOpen = useApp(({ dialog }) => dialog.kind === 'all-archives');
  return isOpen ? <AllArchivesPanel /> : null;
}

/** Fields become filters, so that the archive that is opened shows them as chips. */
const queryOf = (typed: string): FilteredQuery | null =>
  typed.trim() === ''
    ? null
    : absorbFilters({ text: typed.trim(), filters: noFilters }, () => null);

/** Up and down go from the field through the archives and their posts. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.nativeEvent.isComposing) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, [data-stop]')];
  const place = stops.findIndex((stop) => stop === document.activeElement);
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, place + step))]?.focus();
}

/** The line, what every archive answers to it, and the way into one of them. */
function useArchiveSearch() {
  const { store } = useAppContext();
  const { closeDialog, openSearchIn } = useActions();
  const [typed, setTyped] = useState(() => {
    const { session } = store.getState();
    if (session === null) return '';
    const asked = askedOf(session);
    return wholeText(asked.text, asked.filters);
  });
  const query = useMemo(() => queryOf(typed), [typed]);
  const all = useAllArchives(query);
  const open = (archive: Archive, path: string | null): void => {
    if (query === null || !isReadable(archive)) return;
    closeDialog();
    void openSearchIn(archive.id, query, path);
  };
  /** The first archive that found anything. */
  const openFirst = (): void => {
    const first = all.archives.find(({ id }) => foundIn(all.states.get(id)) > 0);
    if (first !== undefined) open(first, null);
  };
  return { typed, setTyped, query, all, open, openFirst };
}

const foundIn = (state: ArchiveState | undefined): number =>
  state?.kind === 'answered' && state.findings.outcome === 'found' ? state.findings.total : 0;

function AllArchivesPanel() {
  const { t } = useTranslation(['searches', 'common']);
  const { closeDialog } = useActions();
  const { typed, setTyped, query, all, open, openFirst } = useArchiveSearch();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    openFirst();
  };
  return (
    <DialogFrame isOpen title={t('allArchives')} className="all-archives" onClose={closeDialog}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows are a shortcut between its controls */}
      <div className="aa" onKeyDown={moveFocus}>
        <div className="field">
          <Icon of={Search} />
          <input
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that searches begins at its field (ARIA practices)
            autoFocus
            aria-label={t('searchAllLabel')}
            placeholder={t('searchAllLabel')}
            value={typed}
            maxLength={10_000}
            spellCheck={false}
            onFocus={({ target }) => target.select()}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div className="aa-list">
          {query === null ? (
            <p className="dim none">{t('searchAllEmpty')}</p>
          ) : (
            all.archives.map((archive) => (
              <ArchiveFindingsView
                key={archive.id}
                archive={archive}
                state={all.states.get(archive.id) ?? { kind: 'waiting' }}
                onOpen={(path) => open(archive, path)}
              />
            ))
          )}
        </div>
      </div>
      <footer>
        {query !== null && <Progress all={all} />}
        <span className="sp" />
        {all.isRunning && <Button onPress={all.stop}>{t('stop')}</Button>}
        <Button onPress={closeDialog}>{t('common:close')}</Button>
      </footer>
    </DialogFrame>
  );
}

/** What was found in all of them so far, and whether that is all. */
function Progress({ all }: { readonly all: AllArchives }) {
  const { t } = useTranslation('searches');
  const format = useFormat();
  const found = [...all.states.values()].flatMap((state) =>
    state.kind === 'answered' && state.findings.outcome === 'found' ? [state.findings.total] : [],
  );
  const total = found.reduce((sum, count) => sum + count, 0);
  const words = {
    count: total,
    shown: format.number(total),
    searched: format.number(found.length),
    all: format.number(all.archives.length),
  };
  return (
    <output className="dim">{t(all.isRunning ? 'searchingAll' : 'searchedAll', words)}</output>
  );
}
