import { useCallback, useMemo, useState } from 'react';
import type { ExportOptions } from '../../shared/exportModel.ts';
import { changedOptions } from './changedOptions.ts';
import type { ExportPosts } from './useExportPosts.ts';
import { useActions, useApp, useAppContext } from '../state/store.ts';

/** The options of the dialog, and what changes them. */
export interface OptionsInUse {
  readonly options: ExportOptions;
  /** The options as they are kept: also those that these posts have no use for. */
  readonly kept: ExportOptions;
  readonly change: (part: Partial<ExportOptions>) => void;
}

/**
 * The reader's options: kept for the next export, but for the title, which is of one book. The name of what the posts come
 * from names the book until the reader does; `before` = what an export that was started had, null for none.
 */
export function useExportOptions(
  { name, ids }: Pick<ExportPosts, 'name' | 'ids'>,
  before: ExportOptions | null,
): OptionsInUse {
  const count = ids?.length ?? null;
  const { setSettings } = useActions();
  const { store } = useAppContext();
  const kept = useApp((state) => state.settings.exportOptions);
  const [typed, setTyped] = useState<{ title: string | null; subtitle: string }>({
    title: before?.title ?? null,
    subtitle: before?.subtitle ?? '',
  });
  const options = useMemo(
    () => ({
      ...kept,
      // One file for each post is what a PDF alone can be, and of several posts.
      layout: kept.format === 'pdf' && count !== 1 ? kept.layout : 'merged',
      title: typed.title ?? name,
      subtitle: typed.subtitle,
    }),
    [kept, count, typed, name],
  );
  const change = useCallback(
    ({ title, subtitle, ...part }: Partial<ExportOptions>): void => {
      if (title !== undefined || subtitle !== undefined) {
        setTyped((now) => ({ title: title ?? now.title, subtitle: subtitle ?? now.subtitle }));
      }
      if (Object.keys(part).length === 0) return;
      setSettings(changedOptions(store.getState().settings, part));
    },
    [store, setSettings],
  );
  return { options, kept, change };
}
