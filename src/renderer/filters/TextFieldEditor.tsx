import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { joinQueries } from '../../shared/query/joinQueries.ts';
import { useActions } from '../state/store.ts';
import { fieldText, frontMatterText } from './filterFields.ts';
import { useAsked } from './useAsked.ts';

interface TextFieldEditorProps {
  readonly field: 'title' | 'author' | 'path' | 'frontMatter';
  readonly isNot: boolean;
  readonly onDone: () => void;
}

/** A field whose values are typed: a title, an author, a path, any key of the front matter. */
export function TextFieldEditor({ field, isNot, onDone }: TextFieldEditorProps) {
  const { t } = useTranslation('filters');
  const { setQuery } = useActions();
  const asked = useAsked();
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const isKey = field === 'frontMatter';
  const canAdd = (isKey ? key : value).trim() !== '';
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (asked === null || !canAdd) return;
    const typed = isKey ? frontMatterText(key, value) : fieldText(field, value);
    const text = joinQueries(asked.text, `${isNot ? '-' : ''}${typed}`);
    setQuery({ text, filters: asked.filters });
    onDone();
  };
  return (
    <form className="text-editor" onSubmit={add}>
      {isKey && (
        <div className="field s">
          <input
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field was chosen a moment ago: typing goes here
            autoFocus
            aria-label={t('key')}
            placeholder={t('key')}
            value={key}
            maxLength={200}
            onChange={({ target }) => setKey(target.value)}
          />
        </div>
      )}
      <div className="field s">
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- as above
          autoFocus={!isKey}
          aria-label={t(isKey ? 'keyValue' : 'contains')}
          placeholder={t(isKey ? 'keyValue' : 'contains')}
          value={value}
          maxLength={1_000}
          onChange={({ target }) => setValue(target.value)}
        />
      </div>
      <button type="submit" className="btn pri" disabled={!canAdd}>
        {t('addThis')}
      </button>
    </form>
  );
}
