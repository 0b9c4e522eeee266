import { Check } from 'lucide-react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Charset } from '../../shared/charsets.ts';
import { charsets } from '../../shared/charsets.ts';
import { Icon } from '../ui/Icon.tsx';

interface CharsetListProps {
  readonly value: Charset | null;
  /** Shown first, likeliest first. */
  readonly likely: readonly Charset[];
  readonly onChange: (charset: Charset) => void;
}

/** The charsets to choose from; arrow keys choose, so that the text beside the list follows them. */
export function CharsetList({ value, likely, onChange }: CharsetListProps) {
  const { t } = useTranslation('charsets');
  const others = charsets.filter((charset) => !likely.includes(charset));
  const sections = [
    { id: 'likely', head: t('likely'), charsets: likely },
    { id: 'others', head: t('others'), charsets: others },
  ].filter((section) => section.charsets.length > 0);
  return (
    <ListBox
      className="menu charset-list"
      aria-label={t('charset')}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const found = keys === 'all' ? undefined : charsets.find((one) => keys.has(one));
        if (found !== undefined) onChange(found);
      }}
    >
      {sections.map((section) => (
        <ListBoxSection key={section.id} id={section.id}>
          <Header className="menu-head">{section.head}</Header>
          <Collection items={section.charsets.map((id) => ({ id }))}>
            {({ id }) => (
              <ListBoxItem id={id} textValue={t(`names.${id}`)}>
                {({ isSelected }) => (
                  <>
                    <span className="menu-check">{isSelected && <Icon of={Check} />}</span>
                    <span className="menu-text">{t(`names.${id}`)}</span>
                  </>
                )}
              </ListBoxItem>
            )}
          </Collection>
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
