import { useTranslation } from 'react-i18next';
import { citationStyles } from '../../shared/citations.ts';
import { useActions, useApp } from '../state/store.ts';
import type { MenuGroup } from '../ui/MenuList.tsx';

/** The ways to cite, as lines of a menu; the one used last has a check. */
export function useCiteGroups(onDone?: () => void): readonly MenuGroup[] {
  const { t } = useTranslation('places');
  const { copyCitation } = useActions();
  const last = useApp(({ settings }) => settings.citationStyle);
  const entries = citationStyles.map((style) => ({
    id: style,
    text: t(`styles.${style}`),
    isChecked: style === last,
    run: () => {
      void copyCitation({ style });
      onDone?.();
    },
  }));
  return [{ id: 'styles', head: t('citeAs'), entries }];
}
