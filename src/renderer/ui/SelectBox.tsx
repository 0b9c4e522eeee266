import { Check, ChevronsUpDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { Icon } from './Icon.tsx';

interface SelectBoxProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
  readonly className?: string;
  readonly isDisabled?: boolean;
}

/** A drop-down with one chosen value. */
export function SelectBox<T extends string>({
  label,
  value,
  options,
  onChange,
  className = '',
  isDisabled = false,
}: SelectBoxProps<T>) {
  return (
    <Select
      aria-label={label}
      className={className}
      isDisabled={isDisabled}
      value={value}
      onChange={(key) => {
        const option = options.find((known) => known.value === key);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Button className="field s select">
        <SelectValue className="trunc" />
        <Icon of={ChevronsUpDown} />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.text}>
              {({ isSelected }) => (
                <>
                  <span className="menu-check">{isSelected && <Icon of={Check} />}</span>
                  {option.text}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
