import { Plus, Tag } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_LABEL_LENGTH } from '../../shared/annotationSchemas.ts';
import type { PostId } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { tidyLabel } from '../state/labelTree.ts';
import { useActions } from '../state/store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Icon } from '../ui/Icon.tsx';
import { fittingLabels, type LabelState } from './labelStates.ts';
import { useLabels, useLabelStates } from './useLabels.ts';
import './labels.css';

interface LabelPickerProps {
  /** The posts that labels are put on and taken off. */
  readonly ids: readonly PostId[];
}

/** Letters that a reader takes for the same. */
const fold = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();

/** The lines of the picker and what a tick does; ticks are drawn at once. */
function useLabelLines(ids: readonly PostId[]) {
  const { setLabels } = useActions();
  const { compare } = useFormat();
  const labels = useLabels();
  const states = useLabelStates(ids, labels);
  const [ticked, setTicked] = useState<ReadonlyMap<string, LabelState>>(new Map());
  const names = [...new Set([...labels.map(({ label }) => label), ...ticked.keys()])];
  const set = async (label: string, isOn: boolean): Promise<void> => {
    setTicked((before) => new Map(before).set(label, isOn ? 'all' : 'none'));
    const change = isOn ? { add: [label], remove: [] } : { add: [], remove: [label] };
    if (await setLabels(ids, change)) return;
    setTicked((before) => new Map([...before].filter(([known]) => known !== label)));
  };
  return {
    names: names.toSorted(compare),
    stateOf: (label: string): LabelState => ticked.get(label) ?? states?.get(label) ?? 'none',
    set,
  };
}

/** Up and down go from the field through the lines and back. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.nativeEvent.isComposing) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')];
  const place = stops.findIndex((stop) => stop === document.activeElement);
  event.preventDefault();
  stops[(place + step + stops.length) % stops.length]?.focus();
}

/** What is typed, the lines that fit it, and what Enter does. */
function usePicker(ids: readonly PostId[]) {
  const { names, stateOf, set } = useLabelLines(ids);
  const [typed, setTyped] = useState('');
  const fitting = fittingLabels(names, typed, fold);
  const made = tidyLabel(typed);
  const exact = names.find((label) => fold(label) === fold(made));
  const canMake = made !== '' && exact === undefined;
  const make = (): void => {
    void set(made, true);
    setTyped('');
  };
  const onEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const first = exact ?? fitting[0];
    if (canMake && fitting.length === 0) make();
    else if (typed.trim() !== '' && first !== undefined) {
      void set(first, stateOf(first) !== 'all');
      setTyped('');
    }
  };
  return { typed, setTyped, fitting, made, canMake, make, onEnter, stateOf, set };
}

/** Finds or makes labels for some posts: a field, the labels with their ticks, and "make this one". */
export function LabelPicker({ ids }: LabelPickerProps) {
  const { t } = useTranslation('library');
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const { typed, setTyped, fitting, made, canMake, make, onEnter, stateOf, set } = usePicker(ids);
  const makeByButton = (): void => {
    make();
    field.current?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows are a shortcut between its controls
    <div className="label-pop" onKeyDown={moveFocus}>
      <div className="field s">
        <Icon of={Tag} />
        <input
          ref={field}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a popover that opens takes the focus (ARIA practices)
          autoFocus
          aria-label={t('labelField')}
          aria-controls={listId}
          placeholder={t('labelField')}
          value={typed}
          maxLength={MAX_LABEL_LENGTH}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onEnter}
        />
      </div>
      <ul id={listId} className="label-lines" aria-label={t('labels')}>
        {fitting.map((label) => (
          <li key={label}>
            <Checkbox
              className="fv"
              isSelected={stateOf(label) === 'all'}
              isMixed={stateOf(label) === 'some'}
              onChange={() => void set(label, stateOf(label) !== 'all')}
            >
              <span className="cjk trunc" title={label}>
                {label}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {canMake && (
        <button type="button" className="label-make" onClick={makeByButton}>
          <Icon of={Plus} size={14} />
          <span className="trunc">{t('makeLabel', { label: made })}</span>
        </button>
      )}
      {fitting.length === 0 && made === '' && <p className="dim">{t('noLabelsHint')}</p>}
    </div>
  );
}
