import { useTranslation } from 'react-i18next';
import { Segmented } from '../ui/Segmented.tsx';
import { usesRow } from '../../shared/formatOptions.ts';
import { OptionSwitch } from './OptionSwitch.tsx';
import type { RowsProps } from './rowProps.ts';

interface IncludeRowsProps extends RowsProps {
  /** False when nothing was searched for: there are no words to mark. */
  readonly hasQuery: boolean;
}

/** What of a post comes along. */
export function IncludeRows({ hasQuery, ...rows }: IncludeRowsProps) {
  const { t } = useTranslation('exporting');
  return (
    <div className="fr">
      <span className="name top">{t('include')}</span>
      <div className="choices">
        <OptionSwitch {...rows} name="hasHighlights" row="highlights">
          {t('highlights')}
        </OptionSwitch>
        <OptionSwitch {...rows} name="hasNotes" row="notes">
          {t('notes')}
        </OptionSwitch>
        <OptionSwitch {...rows} name="hasMetadata" row="metadata">
          {t('metadata')}
        </OptionSwitch>
        <OptionSwitch {...rows} name="hasOriginalLink" row="originalLink">
          {t('originalLink')}
        </OptionSwitch>
        <OptionSwitch {...rows} name="hasPictures" row="pictures">
          {t('pictures')}
        </OptionSwitch>
        <OptionSwitch {...rows} name="hasOutline" row="outline">
          {t('outline')}
        </OptionSwitch>
        {hasQuery && (
          <OptionSwitch {...rows} name="hasHits" row="hits">
            {t('hits')}
          </OptionSwitch>
        )}
      </div>
    </div>
  );
}

/** Where notes stand, what comes at the end, how much ink it takes. */
export function MoreRows(rows: RowsProps) {
  const { options, change } = rows;
  const { t } = useTranslation('exporting');
  return (
    <>
      {usesRow(rows, 'notesAt') && (
        <div className="fr">
          <span className="name">{t('notesAt')}</span>
          <Segmented
            label={t('notesAt')}
            value={options.notesAt}
            isDisabled={!options.hasNotes}
            options={[
              { value: 'margin', text: t('notesInMargin') },
              { value: 'end', text: rows.isAlone ? t('notesAfterPost') : t('notesAtEnd') },
            ]}
            onChange={(notesAt) => change({ notesAt })}
          />
        </div>
      )}
      {usesRow(rows, 'ink') && (
        <div className="fr">
          <span className="name">{t('ink')}</span>
          <Segmented
            label={t('ink')}
            value={options.ink}
            options={[
              { value: 'colour', text: t('inkColour') },
              { value: 'saving', text: t('inkSaving') },
            ]}
            onChange={(ink) => change({ ink })}
          />
        </div>
      )}
      {usesRow(rows, 'endnotes') && (
        <div className="fr">
          <span className="name top">{t('atEnd')}</span>
          <div className="choices">
            <OptionSwitch {...rows} name="hasEndnotes" row="endnotes">
              {t('endnotes')}
            </OptionSwitch>
            <OptionSwitch {...rows} name="hasSourceIndex" row="sourceIndex">
              {t('sourceIndex')}
            </OptionSwitch>
          </div>
        </div>
      )}
    </>
  );
}
