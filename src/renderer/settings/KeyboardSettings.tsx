import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandGroups } from '../../shared/commands/commandRow.ts';
import { CommandField } from '../commands/CommandField.tsx';
import { useFoundCommands } from '../commands/useFoundCommands.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { KeysOfCommand } from './KeysOfCommand.tsx';
import './keyboard.css';

/** All commands with their keys, to be changed; and whether keys without Mod do anything. */
export function KeyboardSettings() {
  const { t } = useTranslation('keys');
  const { setSettings } = useActions();
  const { hasSingleKeys, keys } = useApp(({ settings }) => settings);
  const [typed, setTyped] = useState('');
  const found = useFoundCommands(typed);
  return (
    <div className="keyboard">
      <Checkbox
        isSelected={hasSingleKeys}
        onChange={(isSelected) => setSettings({ hasSingleKeys: isSelected })}
      >
        {t('singleKeys')}
      </Checkbox>
      <p className="remark">{t('singleKeysNote')}</p>
      <div className="keyboard-bar">
        <CommandField typed={typed} onType={setTyped} />
        <Button
          isDisabled={Object.keys(keys).length === 0}
          onPress={() => setSettings({ keys: {} })}
        >
          {t('resetAll')}
        </Button>
      </div>
      {found.length === 0 && <p className="none">{t('noCommand')}</p>}
      {commandGroups.map((group) => {
        const inGroup = found.filter(({ command }) => command.group === group);
        return (
          inGroup.length > 0 && (
            <section key={group} aria-labelledby={`keys-${group}`}>
              <h3 id={`keys-${group}`}>{t(`groups.${group}`)}</h3>
              <ul className="key-rows">
                {inGroup.map(({ command, name }) => (
                  <KeysOfCommand key={command.id} command={command} name={name} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}
