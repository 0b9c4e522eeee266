import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';

interface TipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly children: ReactElement;
}

/** A tooltip on one control: its name and its key. */
export const Tip = ({ text, shortcut, children }: TipProps) => (
  <TooltipTrigger delay={600} closeDelay={0}>
    {children}
    <Tooltip className="tooltip" offset={6}>
      <span>{text}</span>
      {shortcut !== undefined && <span className="dim">{shortcut}</span>}
    </Tooltip>
  </TooltipTrigger>
);
