import { useMemo } from 'react';
import { parseQuery } from '../../shared/query/parseQuery.ts';
import type { ParsedQuery } from '../../shared/query/queryNode.ts';
import { useSession } from '../state/store.ts';

/** The query of the answer on screen: its text and what was understood. */
export interface ShownQuery {
  readonly text: string;
  readonly query: ParsedQuery;
}

/** The query of the answer on screen; null while there is none. */
export function useShownQuery(): ShownQuery | null {
  const text = useSession(({ result, searchFailure }) =>
    result === null || searchFailure !== null ? null : result.key.text,
  );
  return useMemo(() => (text === null ? null : { text, query: parseQuery(text) }), [text]);
}
