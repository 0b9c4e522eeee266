import { Ellipsis } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportOptions, ExportPreset } from '../../shared/exportModel.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuGroup } from '../ui/MenuList.tsx';
import { nameKeys } from '../ui/nameKeys.ts';
import { SelectBox } from '../ui/SelectBox.tsx';
import { presetOf, renamedPreset, withPreset } from './presets.ts';
import type { RowsProps } from './rowProps.ts';

type PresetRowProps = Omit<RowsProps, 'isAlone'>;

/** What is done with presets at the moment. */
type Doing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'renaming'; readonly name: string }
  /** The list as it was before. */
  | { readonly kind: 'deleted'; readonly name: string; readonly before: readonly ExportPreset[] };

const nothing: Doing = { kind: 'nothing' };
/** The choice that is no preset; no preset is called so, since a name is never empty. */
const NONE = '';

/** Options under names that the reader gave them: chosen, saved, renamed, deleted. */
export function PresetRow(props: PresetRowProps) {
  const { t } = useTranslation('exporting');
  const presets = usePresets(props);
  const { doing } = presets;
  return (
    <div className="fr">
      <span className="name">{t('preset')}</span>
      {doing.kind === 'saving' || doing.kind === 'renaming' ? (
        <NameField
          start={doing.kind === 'renaming' ? doing.name : ''}
          onNamed={presets.named}
          onEnd={presets.end}
        />
      ) : (
        <PresetChoice {...presets} />
      )}
      {doing.kind === 'deleted' && (
        <div className="below two">
          <output className="dim">{t('presetDeleted', { name: doing.name })}</output>
          <Button variant="ghost" onPress={presets.undo}>
            {t('undo')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The presets, what is done with them at the moment, and what can be. */
function usePresets({ options, change }: PresetRowProps) {
  const { setSettings } = useActions();
  const presets = useApp(({ settings }) => settings.exportPresets);
  const [doing, setDoing] = useState<Doing>(nothing);
  const keep = (exportPresets: readonly ExportPreset[]): void => setSettings({ exportPresets });
  return {
    presets,
    doing,
    current: presetOf(presets, options),
    choose: (name: string): void => {
      const preset = presets.find((one) => one.name === name);
      setDoing(nothing);
      if (preset !== undefined) change(withoutTitle(preset.options));
    },
    save: () => setDoing({ kind: 'saving' }),
    rename: (name: string) => setDoing({ kind: 'renaming', name }),
    remove: (name: string): void => {
      setDoing({ kind: 'deleted', name, before: presets });
      keep(presets.filter((one) => one.name !== name));
    },
    named: (name: string): void => {
      if (doing.kind === 'saving') keep(withPreset(presets, name, options));
      if (doing.kind === 'renaming') keep(renamedPreset(presets, doing.name, name));
      setDoing(nothing);
    },
    undo: (): void => {
      if (doing.kind === 'deleted') keep(doing.before);
      setDoing(nothing);
    },
    end: () => setDoing(nothing),
  };
}

type Presets = ReturnType<typeof usePresets>;

function PresetChoice({ presets, current, choose, save, rename, remove }: Presets) {
  const { t } = useTranslation('exporting');
  const name = current?.name ?? null;
  const groups: readonly MenuGroup[] = [
    {
      id: 'presets',
      entries: [
        { id: 'save', text: t('savePreset'), run: save },
        {
          id: 'rename',
          text: t('renamePreset'),
          isDisabled: name === null,
          run: () => name !== null && rename(name),
        },
        {
          id: 'delete',
          text: t('deletePreset'),
          isDisabled: name === null,
          run: () => name !== null && remove(name),
        },
      ],
    },
  ];
  return (
    <div className="two">
      <SelectBox
        className="grow"
        label={t('preset')}
        value={name ?? NONE}
        options={[
          ...(name === null ? [{ value: NONE, text: t('noPreset') }] : []),
          ...presets.map((preset) => ({ value: preset.name, text: preset.name })),
        ]}
        onChange={choose}
      />
      <MenuButton label={t('presetMenu')} groups={groups} placement="bottom end">
        <IconButton icon={Ellipsis} label={t('presetMenu')} />
      </MenuButton>
    </div>
  );
}

/** A title is of one book, not of a way to make books. */
function withoutTitle({ title: _title, subtitle: _subtitle, ...rest }: ExportOptions) {
  return rest;
}

/** A menu has closed and given the focus back by then (milliseconds). */
const MENU_GONE = 50;

interface NameFieldProps {
  readonly start: string;
  readonly onNamed: (name: string) => void;
  readonly onEnd: () => void;
}

function NameField({ start, onNamed, onEnd }: NameFieldProps) {
  const { t } = useTranslation(['exporting', 'common']);
  const [typed, setTyped] = useState(start);
  const name = typed.trim();
  const input = useRef<HTMLInputElement>(null);
  // The menu that asked gives the focus back as it goes, after this field has come.
  useEffect(() => {
    const timer = setTimeout(() => input.current?.focus(), MENU_GONE);
    return () => clearTimeout(timer);
  }, []);
  const keep = (): void => (name === '' ? onEnd() : onNamed(name));
  const onKeyDown = nameKeys({ keep, end: onEnd });
  return (
    <div className="two">
      <div className="field s grow">
        <input
          ref={input}
          aria-label={t('presetName')}
          value={typed}
          maxLength={100}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <Button isDisabled={name === ''} onPress={keep}>
        {t('keepPreset')}
      </Button>
      <Button variant="ghost" onPress={onEnd}>
        {t('common:cancel')}
      </Button>
    </div>
  );
}
