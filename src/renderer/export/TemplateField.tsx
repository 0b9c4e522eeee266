import { Braces } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuGroup } from '../ui/MenuList.tsx';
import {
  keptTemplate,
  shownTemplate,
  templateFields,
  unknownFields,
  type FieldNames,
} from '../../shared/text/templateWords.ts';

interface TemplateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isDisabled: boolean;
  readonly onChange: (value: string) => void;
}

/** A menu has closed and given the focus back by then (milliseconds). */
const MENU_GONE = 50;

/** A line of head or foot, with its fields in the reader's language, a menu of them, and a word on what is none. */
export function TemplateField({ label, value, isDisabled, onChange }: TemplateFieldProps) {
  const { t } = useTranslation('exporting');
  const names = t('templateField', { returnObjects: true });
  const input = useRef<HTMLInputElement>(null);
  // What is typed stays as it is until the field is left; null = the value itself.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? shownTemplate(value, names);
  const helpId = useId();
  const type = (text: string): void => {
    setTyped(text);
    onChange(keptTemplate(text, names));
  };
  const insert = (words: string): void => {
    // Where the reader last stood in the field; its end when never.
    const start = input.current?.selectionStart ?? shown.length;
    const end = input.current?.selectionEnd ?? start;
    type(shown.slice(0, start) + words + shown.slice(end));
    setTimeout(() => {
      input.current?.focus();
      input.current?.setSelectionRange(start + words.length, start + words.length);
    }, MENU_GONE);
  };
  const unknown = unknownFields(value);
  return (
    <>
      <div className={`field s template ${isDisabled ? 'off' : ''}`}>
        <input
          ref={input}
          aria-label={label}
          aria-describedby={helpId}
          title={t('templateHelp')}
          value={shown}
          maxLength={500}
          disabled={isDisabled}
          spellCheck={false}
          onChange={({ target }) => type(target.value)}
          onBlur={() => setTyped(null)}
        />
        <FieldMenu line={label} names={names} isDisabled={isDisabled} onInsert={insert} />
      </div>
      <span id={helpId} hidden>
        {t('templateHelp')}
      </span>
      <output className={unknown.length > 0 && !isDisabled ? 'below caution' : 'sr'}>
        {unknown.length > 0 &&
          !isDisabled &&
          t('unknownFields', { count: unknown.length, fields: unknown.join(t('listComma')) })}
      </output>
    </>
  );
}

interface FieldMenuProps {
  /** What the line is called. */
  readonly line: string;
  readonly names: FieldNames;
  readonly isDisabled: boolean;
  readonly onInsert: (words: string) => void;
}

function FieldMenu({ line, names, isDisabled, onInsert }: FieldMenuProps) {
  const { t } = useTranslation('exporting');
  const groups: readonly MenuGroup[] = [
    {
      id: 'fields',
      entries: templateFields.map((field) => ({
        id: field,
        text: t(`field.${field}`),
        shortcut: `{${names[field]}}`,
        run: () => onInsert(`{${names[field]}}`),
      })),
    },
    {
      id: 'parts',
      entries: [{ id: 'gap', text: t('field.gap'), shortcut: '|', run: () => onInsert(' | ') }],
    },
  ];
  const label = t('insertField', { line });
  return (
    <MenuButton label={label} groups={groups} placement="bottom end">
      <IconButton isSmall icon={Braces} iconSize={14} label={label} isDisabled={isDisabled} />
    </MenuButton>
  );
}
