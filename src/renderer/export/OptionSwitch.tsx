import type { ReactNode } from 'react';
import type { ExportOptions } from '../../shared/exportModel.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { usesRow, type OptionRow } from '../../shared/formatOptions.ts';
import type { RowsProps } from './rowProps.ts';

/** Options that are on or off. */
type SwitchName = {
  [Name in keyof ExportOptions]: ExportOptions[Name] extends boolean ? Name : never;
}[keyof ExportOptions];

interface OptionSwitchProps extends RowsProps {
  readonly name: SwitchName;
  readonly row: OptionRow;
  readonly children: ReactNode;
}

/** A tick box for one option; nothing where the format has no use for it. */
export function OptionSwitch({ name, row, children, ...props }: OptionSwitchProps) {
  const { options, change } = props;
  if (!usesRow(props, row)) return null;
  return (
    <Checkbox isSelected={options[name]} onChange={(isOn) => change({ [name]: isOn })}>
      {children}
    </Checkbox>
  );
}
