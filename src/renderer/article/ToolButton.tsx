import { useRef, useState, type RefObject } from 'react';
import { Button, Dialog, Popover } from 'react-aria-components';
import { IconButton, ToggleIconButton } from '../ui/Button.tsx';
import { Tip } from '../ui/Tip.tsx';
import type { Tool } from './tools.ts';

/** A tool as a button of the bar. */
export function ToolButton({ tool }: { readonly tool: Tool }) {
  const { icon, label, shortcut, keyShortcuts, isOn, run, className = '' } = tool;
  const isDisabled = tool.isDisabled ?? false;
  const common = { icon, label, shortcut, keyShortcuts, isDisabled, className };
  if (tool.popover !== undefined) return <PopoverTool tool={tool} />;
  if (isOn === undefined) return <IconButton {...common} onPress={() => run?.()} />;
  return <ToggleIconButton {...common} isOn={isOn} onChange={() => run?.()} />;
}

/** A tool whose press opens a popover under it. */
function PopoverTool({ tool }: { readonly tool: Tool }) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const open = (): void => {
    tool.run?.();
    setOpen(true);
  };
  return (
    <>
      <Tip text={tool.label} shortcut={tool.shortcut}>
        <Button
          ref={anchor}
          className={`ib ${tool.text === undefined ? '' : 'txt'} ${isOpen ? 'on' : ''} ${tool.className ?? ''}`}
          aria-label={tool.label}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          isDisabled={tool.isDisabled ?? false}
          onPress={open}
        >
          {tool.text ?? <tool.icon aria-hidden size={16} strokeWidth={1.4} absoluteStrokeWidth />}
        </Button>
      </Tip>
      <ToolPopover tool={tool} anchor={anchor} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

interface PopoverProperties {
  readonly tool: Tool;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What a tool shows under a button: its own, or the one of the menu it stands in. */
export function ToolPopover({ tool, anchor, isOpen, onClose }: PopoverProperties) {
  return (
    <Popover
      className="popover"
      placement="bottom start"
      offset={4}
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={(isStillOpen) => {
        if (!isStillOpen) onClose();
      }}
    >
      <Dialog aria-label={tool.label} className="tool-popover">
        {tool.popover?.(onClose)}
      </Dialog>
    </Popover>
  );
}
