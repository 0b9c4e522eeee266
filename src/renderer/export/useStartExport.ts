import { useCallback, useRef } from 'react';
import type { ExportSource } from '../state/exportSource.ts';
import { useActions, useApi } from '../state/store.ts';
import type { ExportOrder } from './exportOrder.ts';

/**
 * Starts an export; main asks where to save. Cancelling that leaves the dialog as it was. While main asks, another wish to
 * start (the key pressed twice) is the same wish.
 */
export function useStartExport(order: ExportOrder, source: ExportSource): () => Promise<void> {
  const api = useApi();
  const { exportStarted, notifyFailure, setSettings } = useActions();
  const isAsking = useRef(false);
  return useCallback(async () => {
    if (order.ids.length === 0 || isAsking.current) return undefined;
    isAsking.current = true;
    try {
      const outcome = await api.call('export.start', order);
      if (!outcome.ok) return notifyFailure(outcome.error);
      if (outcome.value === null) return undefined;
      setSettings({ exportFolder: outcome.value.folder });
      exportStarted(outcome.value.jobId, { order, source });
    } finally {
      isAsking.current = false;
    }
    return undefined;
  }, [api, order, source, exportStarted, notifyFailure, setSettings]);
}
