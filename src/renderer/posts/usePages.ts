import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { PostSummary } from '../../shared/model.ts';
import type { ResultKey } from '../state/model.ts';
import { PAGE_ROWS } from '../state/queryKeys.ts';
import { pageOptions } from '../state/rows.ts';
import { useApi } from '../state/store.ts';

/** Pages that are passed while the scroll bar is dragged are not fetched; a rest of this length is waited for (ms). */
const DRAG_REST = 50;

/** Pages that hold these rows, and the next one. */
function pagesOf(first: number, last: number, total: number): readonly number[] {
  const lastPage = Math.max(0, Math.ceil(total / PAGE_ROWS) - 1);
  const from = Math.floor(first / PAGE_ROWS);
  const to = Math.min(lastPage, Math.floor((last + PAGE_ROWS / 2) / PAGE_ROWS));
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, step) => from + step);
}

interface RowWindow {
  readonly key: ResultKey;
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/**
 * The rows around what is in view, fetched in pages as they come near. The answer gives a row by its place in the
 * result, or null while its page is on the way.
 */
export function usePages({
  key,
  first,
  last,
  total,
}: RowWindow): (index: number) => PostSummary | null {
  const api = useApi();
  const visible = pagesOf(first, last, total);
  const [settled, setSettled] = useState(visible);
  const isSettled = visible.every((page) => settled.includes(page));
  const isNear = visible.some((page) => settled.includes(page));
  const visibleText = visible.join();
  useEffect(() => {
    if (isSettled) return undefined;
    const pages = visibleText.split(',').map(Number);
    const timer = setTimeout(() => setSettled(pages), isNear ? 0 : DRAG_REST);
    return () => clearTimeout(timer);
  }, [isSettled, isNear, visibleText]);

  const wanted = useMemo(
    () => settled.filter((page) => page * PAGE_ROWS < Math.max(1, total)),
    [settled, total],
  );
  // The same array until other pages are wanted: each new one is compared query by query, key by key.
  const queries = useMemo(
    () => wanted.map((page) => ({ ...pageOptions(api, key, page), gcTime: 120_000 })),
    [wanted, api, key],
  );
  const answers = useQueries({ queries });
  return (index) => {
    const place = wanted.indexOf(Math.floor(index / PAGE_ROWS));
    return answers[place]?.data?.posts[index % PAGE_ROWS] ?? null;
  };
}
