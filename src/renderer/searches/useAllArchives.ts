import { useEffect, useState } from 'react';
import type { Archive, ArchiveId } from '../../shared/model.ts';
import type { FailureInfo } from '../../shared/result.ts';
import type { ArchiveFindings } from '../../shared/searchCalls.ts';
import type { FilteredQuery } from '../../shared/query/absorbFilters.ts';
import { useApi, useApp } from '../state/store.ts';

/** Rows shown of each archive. */
const FIRST_ROWS = 3;
/** A search starts when typing rests for this long (milliseconds). */
const REST = 250;

/** How far an archive has come. */
export type ArchiveState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'answered'; readonly findings: ArchiveFindings }
  | { readonly kind: 'failed'; readonly failure: FailureInfo };

/** What a search of all archives is doing. */
export interface AllArchives {
  readonly archives: readonly Archive[];
  readonly states: ReadonlyMap<ArchiveId, ArchiveState>;
  readonly isRunning: boolean;
  /** Leaves the archives that have not answered unsearched. */
  readonly stop: () => void;
}

const idle: ReadonlyMap<ArchiveId, ArchiveState> = new Map();

/** Searches one archive after the other; another query begins anew. Null = nothing is searched for. */
export function useAllArchives(query: FilteredQuery | null): AllArchives {
  const api = useApi();
  const archives = useApp((state) => state.archives);
  const foldsVariants = useApp(({ settings }) => settings.foldsVariants);
  const [states, setStates] = useState(idle);
  const [stopped, setStopped] = useState<FilteredQuery | null>(null);
  const [finished, setFinished] = useState<FilteredQuery | null>(null);
  const asked = query === stopped ? null : query;
  useEffect(() => {
    if (asked === null) return undefined;
    let isWanted = true;
    const put = (archiveId: ArchiveId, state: ArchiveState): void =>
      setStates((known) => new Map(known).set(archiveId, state));
    const searchAll = async (): Promise<void> => {
      setStates(new Map(archives.map(({ id }) => [id, { kind: 'waiting' }])));
      for (const { id } of archives) {
        put(id, { kind: 'searching' });
        // One after the other: the answers come from one thread anyway, and this way each shows as soon as it is there.
        const outcome = await api.call('archives.search', {
          archiveId: id,
          ...asked,
          sort: 'newest',
          foldsVariants,
          limit: FIRST_ROWS,
        });
        if (!isWanted) return;
        put(
          id,
          outcome.ok
            ? { kind: 'answered', findings: outcome.value }
            : { kind: 'failed', failure: outcome.error },
        );
      }
      setFinished(asked);
    };
    const timer = setTimeout(() => void searchAll(), REST);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [api, archives, asked, foldsVariants]);
  return {
    archives,
    states: query === null ? idle : states,
    isRunning: asked !== null && finished !== asked,
    stop: () => setStopped(query),
  };
}
