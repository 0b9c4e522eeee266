import { Copy, FileDown, Trash2, X } from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions } from '../state/store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { useCopyHighlights } from './useCardActions.ts';
import type { Ticks } from './useTicks.ts';

/** What can be done with the ticked highlights; at the foot of the page while there are some. */
export function HighlightBulk({ ticks }: { readonly ticks: Ticks }) {
  const { t } = useTranslation(['highlights', 'posts']);
  const format = useFormat();
  const { exportHighlights, removeHighlights } = useActions();
  const copy = useCopyHighlights();
  const count = ticks.ticked.size;
  if (count === 0) return null;
  const shown = format.number(count);
  const remove = (): void => {
    const ids = [...ticks.ticked.keys()];
    ticks.clear();
    void removeHighlights(ids);
  };
  return (
    <Toolbar className="bulk" aria-label={t('bulkBar')}>
      <IconButton
        isSmall
        icon={X}
        label={t('posts:clearSelection')}
        shortcut="Esc"
        onPress={ticks.clear}
      />
      <output className="cnt nowrap">{t('posts:selected', { count, shown })}</output>
      <span className="sp" />
      <IconButton icon={Trash2} label={t('removeSome', { count, shown })} onPress={remove} />
      <IconButton
        icon={FileDown}
        label={t('exportSome', { count, shown })}
        onPress={() => void exportHighlights([...ticks.ticked.keys()])}
      />
      <span className="vr" />
      <Button variant="primary" icon={Copy} onPress={() => copy([...ticks.ticked.values()])}>
        {t('copySome', { count, shown })}
      </Button>
    </Toolbar>
  );
}
