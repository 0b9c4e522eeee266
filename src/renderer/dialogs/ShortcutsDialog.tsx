import { useTranslation } from 'react-i18next';
import { commands, type Command } from '../commands/commands.ts';
import { shortcutText } from '../commands/shortcutText.ts';
import { useActions, useApp } from '../state/store.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import './dialogs.css';

/** The sheet of keyboard shortcuts, made from the table of commands. */
export function ShortcutsDialog() {
  const { t } = useTranslation('dialogs');
  const { closeDialog } = useActions();
  const isOpen = useApp(({ dialog }) => dialog.kind === 'shortcuts');
  return (
    <DialogFrame className="keys-dlg" title={t('shortcuts')} isOpen={isOpen} onClose={closeDialog}>
      <dl className="keys">
        {commands
          .filter(({ keys }) => keys.length > 0)
          .map((command) => (
            <ShortcutRow key={command.id} command={command} />
          ))}
      </dl>
    </DialogFrame>
  );
}

/** Most keys shown for one command; the rest are variants of keyboards (`+` with and without Shift). */
const MOST_KEYS = 2;

function ShortcutRow({ command: { id, keys } }: { readonly command: Command }) {
  const { t } = useTranslation('dialogs');
  const { t: tk } = useTranslation('commands');
  const platform = useApp((state) => state.app.platform);
  return (
    <div>
      <dt>{tk(id)}</dt>
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
