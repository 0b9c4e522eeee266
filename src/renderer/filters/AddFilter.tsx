import {
  Braces,
  CalendarDays,
  ChevronRight,
  CircleDot,
  FileText,
  Folder,
  Image,
  Newspaper,
  Plus,
  Shapes,
  Tag,
  Tags,
  Type,
  User,
  type LucideIcon,
} from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon.tsx';
import { FilterEditor } from './FilterEditor.tsx';
import { filterFields, type FilterField } from './filterFields.ts';

const icons: Readonly<Record<FilterField, LucideIcon>> = {
  source: Newspaper,
  category: Shapes,
  tag: Tag,
  label: Tags,
  date: CalendarDays,
  state: CircleDot,
  has: Image,
  title: Type,
  author: User,
  path: Folder,
  frontMatter: Braces,
};

interface AddFilterProps {
  /** The field shown; `choose` = all fields to choose from; null = closed. */
  readonly shown: FilterField | 'choose' | null;
  readonly onShow: (shown: FilterField | 'choose' | null) => void;
}

/** The "+ Filter" chip: a field, then its values. */
export function AddFilter({ shown, onShow }: AddFilterProps) {
  const { t } = useTranslation('filters');
  return (
    <DialogTrigger
      isOpen={shown !== null}
      onOpenChange={(isOpen) => onShow(isOpen ? 'choose' : null)}
    >
      <Button className="chip add" aria-label={t('addFilter')}>
        <Icon of={Plus} size={12} />
        <span className="lb">{t('filter')}</span>
      </Button>
      <Popover className="popover" placement="bottom start" offset={6}>
        <Dialog aria-label={t('addFilter')} className="filter-pop">
          {shown === null || shown === 'choose' ? (
            <FieldChoice onChoose={onShow} />
          ) : (
            <FilterEditor
              key={shown}
              field={shown}
              onBack={() => onShow('choose')}
              onDone={() => onShow(null)}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Up and down go from field to field, Home and End to the ends. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const place = stops.findIndex((stop) => stop === document.activeElement);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: (place + 1) % stops.length,
    ArrowUp: (place - 1 + stops.length) % stops.length,
    Home: 0,
    End: stops.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  stops[target]?.focus();
}

function FieldChoice({ onChoose }: { readonly onChoose: (field: FilterField) => void }) {
  const { t } = useTranslation('filters');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows are a shortcut between its buttons
    <ul className="pick" aria-label={t('allFields')} onKeyDown={moveFocus}>
      {filterFields.map((field) => (
        <li key={field}>
          <button type="button" onClick={() => onChoose(field)}>
            <Icon of={icons[field] ?? FileText} />
            <span>{t(`fields.${field}`)}</span>
            <span className="sp" />
            <Icon of={ChevronRight} size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}
