import { useTranslation } from 'react-i18next';
import { Segmented } from '../ui/Segmented.tsx';
import { usesRow } from '../../shared/formatOptions.ts';
import { OptionSwitch } from './OptionSwitch.tsx';
import type { RowsProps } from './rowProps.ts';

interface BookRowsProps extends RowsProps {
  /** The title of a book that was given none. */
  readonly usualTitle: string;
}

/** Title, cover, contents, parts: what makes a book of posts. */
export function BookRows({ usualTitle, ...rows }: BookRowsProps) {
  const { options, change } = rows;
  const { t } = useTranslation('exporting');
  return (
    <>
      <TextRow
        name={t('bookTitle')}
        value={options.title}
        placeholder={usualTitle}
        onChange={(title) => change({ title })}
      />
      {usesRow(rows, 'subtitle') && (
        <TextRow
          name={t('subtitle')}
          value={options.subtitle}
          placeholder=""
          onChange={(subtitle) => change({ subtitle })}
        />
      )}
      {usesRow(rows, 'cover') && (
        <div className="fr">
          <span className="name" />
          <div className="choices">
            <OptionSwitch {...rows} name="hasCover" row="cover">
              {t('cover')}
            </OptionSwitch>
            <OptionSwitch {...rows} name="hasContents" row="contents">
              {t('contents')}
            </OptionSwitch>
          </div>
        </div>
      )}
      <BuildRows {...rows} />
    </>
  );
}

/** Parts, and where posts begin. */
function BuildRows(rows: RowsProps) {
  const { options, change } = rows;
  const { t } = useTranslation('exporting');
  return (
    <>
      {usesRow(rows, 'parts') && (
        <div className="fr">
          <span className="name">{t('parts')}</span>
          <Segmented
            label={t('parts')}
            value={options.parts}
            options={[
              { value: 'none', text: t('noParts') },
              { value: 'source', text: t('partsBySource') },
              { value: 'month', text: t('partsByMonth') },
            ]}
            onChange={(parts) => change({ parts })}
          />
        </div>
      )}
      {usesRow(rows, 'starts') && (
        <div className="fr">
          <span className="name">{t('starts')}</span>
          <Segmented
            label={t('starts')}
            value={options.starts}
            options={[
              { value: 'page', text: t('startsPage') },
              { value: 'running', text: t('startsRunning') },
            ]}
            onChange={(starts) => change({ starts })}
          />
        </div>
      )}
    </>
  );
}

interface TextRowProps {
  readonly name: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onChange: (value: string) => void;
}

/** A line of text: the title, say. */
export const TextRow = ({ name, value, placeholder, onChange }: TextRowProps) => (
  <div className="fr">
    <span className="name">{name}</span>
    <div className="field s">
      <input
        aria-label={name}
        className="cjk"
        value={value}
        placeholder={placeholder}
        maxLength={500}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  </div>
);
