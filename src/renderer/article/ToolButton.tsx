import {
  memo,
  useCallback,
  useLayoutEffect,
  useRef,
  type ComponentProps,
  type RefObject,
} from 'react';
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
export function ToolButton({ tool, openTool, onOpenTool }: OpenTool & { readonly tool: Tool }) {
  const { run } = tool;
  const newest = useRef(run);
  useLayoutEffect(() => {
    newest.current = run;
  });
  const press = useCallback(() => newest.current?.(), []);
  if (tool.popover !== undefined) {
    return <PopoverTool tool={tool} openTool={openTool} onOpenTool={onOpenTool} />;
  }
  const { icon, label, shortcut, keyShortcuts, isOn, className = '' } = tool;
  const isDisabled = tool.isDisabled ?? false;
  const common = { icon, label, shortcut, keyShortcuts, isDisabled, className };
  return <PressTool {...common} isOn={isOn} onPress={press} />;
}

interface PressProperties extends Pick<
  ComponentProps<typeof IconButton>,
  'icon' | 'label' | 'shortcut' | 'keyShortcuts' | 'isDisabled' | 'className'
> {
  /** Undefined for what is no toggle. */
  readonly isOn: boolean | undefined;
  readonly onPress: () => void;
}

/** Drawn again only when it looks another way: every post makes the tools anew, and a button with its tip is dear. */
const PressTool = memo(({ isOn, onPress, ...common }: PressProperties) =>
  isOn === undefined ? (
    <IconButton {...common} onPress={onPress} />
  ) : (
    <ToggleIconButton {...common} isOn={isOn} onChange={onPress} />
  ),
);
PressTool.displayName = 'PressTool';

/** Whether a popover's tool looks as it did; one that is open is drawn every time, with its newest content. */
function looksSame(
  before: OpenTool & { readonly tool: Tool },
  now: OpenTool & { readonly tool: Tool },
): boolean {
  const isOpen = ({ openTool, tool }: typeof now): boolean => openTool === tool.id;
  if (isOpen(before) || isOpen(now) || before.onOpenTool !== now.onOpenTool) return false;
  const [left, right] = [before.tool, now.tool];
  // What a press does besides opening belongs to the post.
  if (left.run !== undefined || right.run !== undefined) return false;
  return LOOKS.every((look) => left[look] === right[look]);
}

const LOOKS = ['id', 'icon', 'label', 'text', 'shortcut', 'isDisabled', 'className'] as const;

/** A tool whose press opens a popover under it. */
const PopoverTool = memo(function PopoverTool({
  tool,
  openTool,
  onOpenTool,
}: OpenTool & { readonly tool: Tool }) {
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
}, looksSame);

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
