import { useRef, type RefObject } from 'react';
import { Button, Dialog, Popover } from 'react-aria-components';
import { IconButton, ToggleIconButton } from '../ui/Button.tsx';
import { Tip } from '../ui/Tip.tsx';
import type { Tool, ToolId } from './tools.ts';

/** Which tool's popover is open, and how that changes. */
export interface OpenTool {
  readonly openTool: ToolId | null;
  readonly onOpenTool: (id: ToolId | null) => void;
}

/** A tool as a button of the bar. */
export function ToolButton({ tool, ...open }: OpenTool & { readonly tool: Tool }) {
  const { icon, label, shortcut, keyShortcuts, isOn, run, className = '' } = tool;
  const isDisabled = tool.isDisabled ?? false;
  const common = { icon, label, shortcut, keyShortcuts, isDisabled, className };
  if (tool.popover !== undefined) return <PopoverTool tool={tool} {...open} />;
  if (isOn === undefined) return <IconButton {...common} onPress={() => run?.()} />;
  return <ToggleIconButton {...common} isOn={isOn} onChange={() => run?.()} />;
}

/** A tool whose press opens a popover under it. */
function PopoverTool({ tool, openTool, onOpenTool }: OpenTool & { readonly tool: Tool }) {
  const isOpen = openTool === tool.id;
  const anchor = useRef<HTMLButtonElement>(null);
  const open = (): void => {
    tool.run?.();
    onOpenTool(tool.id);
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
      <ToolPopover tool={tool} anchor={anchor} isOpen={isOpen} onClose={() => onOpenTool(null)} />
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
