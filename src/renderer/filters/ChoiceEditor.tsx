import { useTranslation } from 'react-i18next';
import type { PostFeature, PostState } from '../../shared/query/queryNode.ts';
import type { StateName } from '../../shared/searchModel.ts';
import { toggleValue } from '../state/filters.ts';
import { useActions } from '../state/store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { hasField, toggleField } from './filterFields.ts';
import { useAsked } from './useAsked.ts';
import { stateNames } from './useValueLabel.ts';

const STATES: readonly PostState[] = [...stateNames, 'duplicate', 'problem', 'page'];
const FEATURES: readonly PostFeature[] = ['image', 'table', 'code', 'highlight', 'note'];

const isFacet = (state: PostState): state is StateName => stateNames.some((name) => name === state);

interface ChoiceEditorProps {
  readonly field: 'state' | 'has';
  readonly isNot: boolean;
}

/** States or contents of posts to tick, or to leave out. */
export function ChoiceEditor({ field, isNot }: ChoiceEditorProps) {
  return field === 'state' ? <States isNot={isNot} /> : <Features isNot={isNot} />;
}

function States({ isNot }: { readonly isNot: boolean }) {
  const { t } = useTranslation('filters');
  const { setQuery } = useActions();
  const asked = useAsked();
  if (asked === null) return null;
  const { text, filters } = asked;
  const isOn = (state: PostState): boolean =>
    isNot || !isFacet(state)
      ? hasField(text, fieldOf('is', state, isNot))
      : filters.states.includes(state);
  const toggle = (state: PostState): void =>
    setQuery(
      isNot || !isFacet(state)
        ? { text: toggleField(text, fieldOf('is', state, isNot)), filters }
        : { text, filters: toggleValue(filters, 'states', state) },
    );
  return (
    <ul className="facet choices">
      {STATES.map((state) => (
        <li key={state}>
          <Checkbox className="fv" isSelected={isOn(state)} onChange={() => toggle(state)}>
            {t(`anyState.${state}`)}
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}

function Features({ isNot }: { readonly isNot: boolean }) {
  const { t } = useTranslation('filters');
  const { setQuery } = useActions();
  const asked = useAsked();
  if (asked === null) return null;
  const { text, filters } = asked;
  return (
    <ul className="facet choices">
      {FEATURES.map((feature) => {
        const typed = fieldOf('has', feature, isNot);
        return (
          <li key={feature}>
            <Checkbox
              className="fv"
              isSelected={hasField(text, typed)}
              onChange={() => setQuery({ text: toggleField(text, typed), filters })}
            >
              {t(`features.${feature}`)}
            </Checkbox>
          </li>
        );
      })}
    </ul>
  );
}

const fieldOf = (name: 'is' | 'has', value: string, isNot: boolean): string =>
  `${isNot ? '-' : ''}${name}:${value}`;
