import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { MenuList, type MenuGroup } from './MenuList.tsx';

/** Where a context menu opens, in CSS pixels of the window. */
export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}

interface ContextMenuProps {
  /** Null = closed. */
  readonly at: MenuPoint | null;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly onClose: () => void;
}

/** A menu at the pointer. Focus returns to where it was. */
export function ContextMenu({ at, label, groups, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        style={{ position: 'fixed', left: at?.x ?? 0, top: at?.y ?? 0, width: 1, height: 1 }}
      />
      <Popover
        className="popover"
        aria-label={label}
        triggerRef={anchor}
        isOpen={at !== null}
        placement="bottom start"
        offset={2}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <MenuList label={label} groups={groups} onClose={onClose} />
      </Popover>
    </>
  );
}
