import { ChartSpline } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Tool } from '../article/tools.ts';
import { useShortcut } from '../commands/useShortcut.ts';
import { useActions, useSession } from '../state/store.ts';

/** The toggle between the open post and its trends in the article's head. */
export function useTrendsTool(): readonly Tool[] {
  const { t } = useTranslation('time');
  const { showSurface } = useActions();
  const keys = useShortcut('trends');
  const isOn = useSession(({ surface }) => surface === 'trends') ?? false;
  return [
    {
      id: 'trends',
      icon: ChartSpline,
      label: t('showTrends'),
      ...keys,
      isOn,
      run: () => showSurface(isOn ? 'post' : 'trends'),
    },
  ];
}
