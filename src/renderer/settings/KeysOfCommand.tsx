import { Plus, RotateCcw, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { keysOf } from '../../shared/commands/commands.ts';
import type { Command } from '../commands/command.ts';
import {
  conflictsOf,
  reservedReason,
  withDefaultKeys,
  withKeys,
  withKeyTaken,
} from '../commands/keyChanges.ts';
import { shortcutText } from '../commands/shortcutText.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { KeyRecorder } from './KeyRecorder.tsx';

/** What is going on with one command. */
type Change =
  | { readonly kind: 'none' }
  | { readonly kind: 'recording' }
  /** A key was pressed that other commands have, or that cannot be had. */
  | { readonly kind: 'asked'; readonly key: string };

/** Moves the focus on before what holds it goes away: to the next key's button, else the one before, else "Add". */
function leaveButton(row: HTMLElement | null): void {
  const all = [...(row?.querySelectorAll<HTMLElement>('.own-key button') ?? [])];
  const at = all.findIndex((button) => button === document.activeElement);
  const next = at < 0 ? undefined : (all[at + 1] ?? all[at - 1]);
  (next ?? row?.querySelector<HTMLElement>('.add-key'))?.focus();
}

interface KeysOfCommandProps {
  readonly command: Command;
  readonly name: string;
}

/** What goes on with a command's keys, and what each answer does. `row` holds the button that the focus returns to. */
function useKeyChange(command: Command, row: RefObject<HTMLElement | null>) {
  const { setSettings } = useActions();
  const isMac = useApp(({ app }) => app.platform === 'mac');
  const changed = useApp(({ settings }) => settings.keys);
  const [change, setChange] = useState<Change>({ kind: 'none' });
  const end = useCallback((): void => {
    setChange({ kind: 'none' });
    // What was there goes away with the focus in it.
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('.add-key')?.focus());
  }, [row]);
  const take = useCallback(
    (key: string): void => {
      setSettings({ keys: withKeyTaken(changed, command, key) });
      end();
    },
    [setSettings, changed, command, end],
  );
  const onKey = useCallback(
    (key: string): void => {
      const isFree =
        reservedReason(key, isMac) === null && conflictsOf(command.id, key, changed).length === 0;
      if (isFree) take(key);
      else setChange({ kind: 'asked', key });
    },
    [isMac, command.id, changed, take],
  );
  const record = (): void => setChange({ kind: 'recording' });
  return { change, record, onKey, take, end };
}

/** One command: its keys, each with a button that takes it away, and what else can be done. */
export function KeysOfCommand({ command, name }: KeysOfCommandProps) {
  const { t } = useTranslation('keys');
  const { setSettings } = useActions();
  const changed = useApp(({ settings }) => settings.keys);
  const row = useRef<HTMLLIElement>(null);
  const { change, record, onKey, take, end } = useKeyChange(command, row);
  return (
    <li ref={row}>
      <span className="name">{name}</span>
      <span className="own-keys">
        <OwnKeys command={command} name={name} onLeave={() => leaveButton(row.current)} />
        {change.kind === 'recording' ? (
          <KeyRecorder name={name} onKey={onKey} onCancel={end} />
        ) : (
          <IconButton
            isSmall
            icon={Plus}
            className="add-key"
            label={t('addFor', { name })}
            onPress={record}
          />
        )}
        {Object.hasOwn(changed, command.id) && (
          <IconButton
            isSmall
            icon={RotateCcw}
            label={t('resetFor', { name })}
            onPress={() => {
              row.current?.querySelector<HTMLElement>('.add-key')?.focus();
              setSettings({ keys: withDefaultKeys(changed, command) });
            }}
          />
        )}
      </span>
      {change.kind === 'asked' && (
        <KeyQuestion command={command} pressed={change.key} onTake={take} onEnd={end} />
      )}
    </li>
  );
}

interface OwnKeysProps extends KeysOfCommandProps {
  /** The pressed button is about to go. */
  readonly onLeave: () => void;
}

/** The keys of a command, each with a button that takes it away. */
function OwnKeys({ command, name, onLeave }: OwnKeysProps) {
  const { t } = useTranslation('keys');
  const { setSettings } = useActions();
  const platform = useApp(({ app }) => app.platform);
  const changed = useApp(({ settings }) => settings.keys);
  const keys = keysOf(command, changed);
  const without = (key: string): void => {
    const left = keys.filter((held) => held !== key);
    onLeave();
    setSettings({ keys: withKeys(changed, command, left) });
  };
  return keys.map((key) => (
    <span key={key} className="own-key">
      <Kbd keys={shortcutText(key, platform)} />
      <IconButton
        isSmall
        icon={X}
        iconSize={12}
        label={t('remove', { key: shortcutText(key, platform), name })}
        onPress={() => without(key)}
      />
    </span>
  ));
}

interface KeyQuestionProps {
  readonly command: Command;
  readonly pressed: string;
  readonly onTake: (key: string) => void;
  readonly onEnd: () => void;
}

/** Says why a key is not free; another command's may be taken from it. */
function KeyQuestion({ command, pressed, onTake, onEnd }: KeyQuestionProps) {
  const { t } = useTranslation('keys');
  const { t: tc } = useTranslation('commands');
  const platform = useApp(({ app }) => app.platform);
  const changed = useApp(({ settings }) => settings.keys);
  const reason = reservedReason(pressed, platform === 'mac');
  const key = shortcutText(pressed, platform);
  const others = [...new Set(conflictsOf(command.id, pressed, changed).map(({ id }) => id))];
  const names = others.map((id) => t('quoted', { name: tc(id) })).join(t('and'));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={box} className="key-question" role="alert">
      <p>{reason === null ? t('taken', { key, names }) : t(`reserved.${reason}`, { key })}</p>
      {reason === null && <Button onPress={() => onTake(pressed)}>{t('takeHere')}</Button>}
      <Button onPress={onEnd}>{reason === null ? t('leave') : t('understood')}</Button>
    </div>
  );
}
