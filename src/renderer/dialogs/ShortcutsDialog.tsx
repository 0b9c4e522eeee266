import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandGroups } from '../../shared/commands/commandRow.ts';
import { keysOf } from '../../shared/commands/commands.ts';
import { CommandField } from '../commands/CommandField.tsx';
import { isCharacterKey } from '../commands/keyStroke.ts';
import { shortcutText } from '../commands/shortcutText.ts';
import { useFoundCommands } from '../commands/useFoundCommands.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import './dialogs.css';
import './shortcuts.css';

/** Keys that the focused list or layer reads itself, so that they stand in no command. */
const ownKeys = [
  { word: 'keyMove', keys: ['↑', '↓'] },
  { word: 'keyExtend', keys: ['Shift+↑', 'Shift+↓'] },
  { word: 'keyEnds', keys: ['Home', 'End'] },
  { word: 'keyRead', keys: ['Enter'] },
  { word: 'keyClose', keys: ['Esc'] },
] as const;

/** The sheet of keyboard shortcuts: every command that has a key, as it is now, and the keys of lists. Can be printed. */
export function ShortcutsDialog() {
  const { t } = useTranslation('dialogs');
  const { closeDialog } = useActions();
  const isOpen = useApp(({ dialog }) => dialog.kind === 'shortcuts');
  return (
    <DialogFrame className="keys-dlg" title={t('shortcuts')} isOpen={isOpen} onClose={closeDialog}>
      <ShortcutSheet />
    </DialogFrame>
  );
}

function ShortcutSheet() {
  const { t } = useTranslation('keys');
  const { openDialog } = useActions();
  const hasSingleKeys = useApp(({ settings }) => settings.hasSingleKeys);
  const [typed, setTyped] = useState('');
  return (
    <>
      <div className="keys-bar">
        <CommandField typed={typed} onType={setTyped} />
        <Button onPress={() => openDialog({ kind: 'settings', pane: 'keyboard' })}>
          {t('change')}
        </Button>
        <Button icon={Printer} onPress={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      {!hasSingleKeys && <p className="keys-off">{t('single')}</p>}
      <SheetGroups typed={typed} />
    </>
  );
}

/** The groups that hold what is typed; the keys of lists stand last, and only while nothing is. */
function SheetGroups({ typed }: { readonly typed: string }) {
  const { t } = useTranslation('keys');
  const { t: td } = useTranslation('dialogs');
  const { keys: changed, hasSingleKeys } = useApp(({ settings }) => settings);
  const state = useApp((whole) => whole);
  const rows = useFoundCommands(typed).flatMap(({ command, name }) => {
    // Nine archives have keys; those that there are not would fill the sheet.
    if (command.cannot?.(state) === 'no-such-archive') return [];
    const keys = keysOf(command, changed).filter((key) => hasSingleKeys || !isCharacterKey(key));
    return keys.length === 0 ? [] : [{ id: command.id, group: command.group, name, keys }];
  });
  const groups = commandGroups.filter((group) => rows.some((row) => row.group === group));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keys
    <section className="keys" tabIndex={0} aria-label={td('shortcuts')}>
      {groups.length === 0 && <p className="none">{t('noCommand')}</p>}
      {groups.map((group) => (
        <SheetGroup
          key={group}
          head={t(`groups.${group}`)}
          rows={rows.filter((row) => row.group === group)}
        />
      ))}
      {typed.trim() === '' && (
        <SheetGroup
          head={t('lists')}
          rows={ownKeys.map(({ word, keys }) => ({ id: word, name: td(word), keys }))}
        />
      )}
    </section>
  );
}

/** Most keys shown for one command; the rest are variants of keyboards (`+` with and without Shift). */
const MOST_KEYS = 2;

interface SheetRow {
  readonly id: string;
  readonly name: string;
  readonly keys: readonly string[];
}

function SheetGroup({ head, rows }: { readonly head: string; readonly rows: readonly SheetRow[] }) {
  const { t } = useTranslation('keys');
  const platform = useApp((state) => state.app.platform);
  return (
    <section>
      <h3>{head}</h3>
      <dl>
        {rows.map(({ id, name, keys }) => (
          <div key={id}>
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
        ))}
      </dl>
    </section>
  );
}
