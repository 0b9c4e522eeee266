import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';

interface TipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly children: ReactElement;
}

/** Long enough (ms) to move the pointer over the gap to the tooltip, which then stays (WCAG 1.4.13). */
const CLOSE_DELAY = 200;

/** A tooltip on one control: its name and its key. */
export const Tip = ({ text, shortcut, children }: TipProps) => (
  <TooltipTrigger delay={600} closeDelay={CLOSE_DELAY}>
    {children}
    <Tooltip className="tooltip" offset={6}>
      <span>{text}</span>
      {shortcut !== undefined && <span className="dim">{shortcut}</span>}
    </Tooltip>
  </TooltipTrigger>
);
