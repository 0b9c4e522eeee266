import { ChevronDown, ChevronRight } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { CheckMark } from '../ui/CheckMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { TimeNode } from './timeTree.ts';

interface DateLineProps {
  readonly node: TimeNode;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onTick: () => void;
  readonly onOpen: () => void;
}

const CHECKED = { on: true, mixed: 'mixed', off: false } as const;

/** A line of the tree: it opens, it is ticked, and says how many posts it holds. */
export function DateLine({ node, isStop, onFocus, onTick, onOpen }: DateLineProps) {
  const format = useFormat();
  const name = useNodeName()(node);
  const { level, count, most, check, isOpen, position, siblings, value } = node;
  const look: CSSProperties & Record<'--p' | '--level', number> = {
    '--p': count / most,
    '--level': level - 1,
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree around it hears the keys
    <div
      role="treeitem"
      className={`date-line ${check === 'off' ? '' : 'on'} ${count === 0 ? 'zero' : ''}`}
      data-value={value}
      tabIndex={isStop ? 0 : -1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-checked={CHECKED[check]}
      aria-expanded={isOpen ?? undefined}
      style={look}
      onFocus={onFocus}
      onClick={onTick}
    >
      <span
        className="twist"
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          if (isOpen !== null) onOpen();
          event.currentTarget.closest<HTMLElement>('[role="treeitem"]')?.focus();
        }}
      >
        {isOpen !== null && <Icon of={isOpen ? ChevronDown : ChevronRight} size={12} />}
      </span>
      <CheckMark state={check} />
      <span className="trunc">{name}</span>
      <i className="fb" aria-hidden />
      <span className="num">{format.number(count)}</span>
    </div>
  );
}

/** "2010s", "2019", "March", "18 Mon": what stands above it is said there. */
function useNodeName(): (node: TimeNode) => string {
  const { t } = useTranslation('time');
  const format = useFormat();
  return ({ kind, value }) => {
    if (kind === 'decade') return t('decade', { year: `${value}0` });
    if (kind === 'year') return format.year(value);
    return kind === 'month' ? format.monthName(value) : format.dayOfMonth(value);
  };
}
