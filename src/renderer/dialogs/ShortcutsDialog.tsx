import { useTranslation } from 'react-i18next';
import { commands } from '../commands/commands.ts';
import { shortcutText } from '../commands/shortcutText.ts';
import { useActions, useApp } from '../state/store.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import './dialogs.css';

/** Keys that the focused list or layer reads itself, so that they stand in no command. */
const ownKeys = [
  { word: 'keyMove', keys: ['↑', '↓'] },
  { word: 'keyExtend', keys: ['Shift+↑', 'Shift+↓'] },
  { word: 'keyEnds', keys: ['Home', 'End'] },
  { word: 'keyRead', keys: ['Enter'] },
  { word: 'keyTick', keys: ['Space'] },
  { word: 'keyClose', keys: ['Esc'] },
] as const;

/** The sheet of keyboard shortcuts, made from the table of commands and the keys of the list. */
export function ShortcutsDialog() {
  const { t } = useTranslation('dialogs');
  const { t: tk } = useTranslation('commands');
  const { closeDialog } = useActions();
  const isOpen = useApp(({ dialog }) => dialog.kind === 'shortcuts');
  return (
    <DialogFrame className="keys-dlg" title={t('shortcuts')} isOpen={isOpen} onClose={closeDialog}>
      <dl className="keys">
        {ownKeys.map(({ word, keys }) => (
          <ShortcutRow key={word} name={t(word)} keys={keys} />
        ))}
        {commands
          .filter(({ keys }) => keys.length > 0)
          .map(({ id, keys }) => (
            <ShortcutRow key={id} name={tk(id)} keys={keys} />
          ))}
      </dl>
    </DialogFrame>
  );
}

/** Most keys shown for one command; the rest are variants of keyboards (`+` with and without Shift). */
const MOST_KEYS = 2;

interface RowProps {
  readonly name: string;
  readonly keys: readonly string[];
}

function ShortcutRow({ name, keys }: RowProps) {
  const { t } = useTranslation('dialogs');
  const platform = useApp((state) => state.app.platform);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {keys.slice(0, MOST_KEYS).map((key, place) => (
          <span key={key}>
            {place > 0 && `${t('either')} `}
            <Kbd keys={shortcutText(key, platform)} />
          </span>
        ))}
      </dd>
    </div>
  );
}
