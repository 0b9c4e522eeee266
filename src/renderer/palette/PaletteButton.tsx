import { useTranslation } from 'react-i18next';
import { useShortcut } from '../commands/useShortcut.ts';
import { useActions } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';

/** Opens the command palette, and shows its key. Its name begins with the words it shows (WCAG 2.2, 2.5.3). */
export function PaletteButton() {
  const { t } = useTranslation('palette');
  const actions = useActions();
  const { shortcut, keyShortcuts } = useShortcut('palette');
  return (
    <Button
      variant="ghost"
      className="pal-btn"
      label={`${t('button')} ${shortcut ?? ''}: ${t('title')}`}
      keyShortcuts={keyShortcuts}
      onPress={() => actions.openDialog({ kind: 'palette' })}
    >
      {t('button')} {shortcut !== undefined && <Kbd keys={shortcut} />}
    </Button>
  );
}
