import { useTranslation } from 'react-i18next';
import { Checkbox } from '../ui/Checkbox.tsx';
import type { RowsProps } from './rowProps.ts';
import { TemplateField } from './TemplateField.tsx';

/** Lines of the page's head and foot, with the fields they may hold. */
export function FurnitureRows({ options, change }: RowsProps) {
  const { t } = useTranslation('exporting');
  return (
    <>
      <div className="fr">
        <Checkbox isSelected={options.hasHeader} onChange={(hasHeader) => change({ hasHeader })}>
          {t('header')}
        </Checkbox>
        <TemplateField
          label={t('headerLine')}
          value={options.header}
          isDisabled={!options.hasHeader}
          onChange={(header) => change({ header })}
        />
      </div>
      <div className="fr">
        <Checkbox isSelected={options.hasFooter} onChange={(hasFooter) => change({ hasFooter })}>
          {t('footer')}
        </Checkbox>
        <TemplateField
          label={t('footerLine')}
          value={options.footer}
          isDisabled={!options.hasFooter}
          onChange={(footer) => change({ footer })}
        />
      </div>
    </>
  );
}
