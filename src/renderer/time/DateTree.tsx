import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetValue, Filters } from '../../shared/searchModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions } from '../state/store.ts';
import { onlyTime, withoutTime, withTime } from './chosenTime.ts';
import { DateLine } from './DateLine.tsx';
import { parentOf, timeNodes, type TimeNode } from './timeTree.ts';
import { useDays } from './useDays.ts';
import './time.css';

interface DateTreeProps {
  readonly filters: Filters;
  readonly years: readonly FacetValue[];
  readonly months: readonly FacetValue[];
}

/** Lines of the top level that stand there at once. */
const FIRST = 6;

/** Years (decades where there are many), months and days with their posts: each can be ticked, opened, or both. */
export function DateTree(properties: DateTreeProps) {
  const { t } = useTranslation('time');
  const tree = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(false);
  const { all, tick, choose, setNodeOpen } = useTree(properties);
  const nodes = isWhole ? all : firstNodes(all);
  const [focused, setFocused] = useState<string | null>(null);
  if (nodes.length === 0) return null;
  const at = nodes.findIndex(({ value }) => value === focused);
  const here = Math.max(0, at);
  const goTo = (place: number): void => {
    const value = nodes[Math.max(0, Math.min(nodes.length - 1, place))]?.value;
    tree.current?.querySelector<HTMLElement>(`[data-value="${value}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const act = treeKey(event.key, { nodes, here, goTo, setNodeOpen, tick, choose });
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <>
      <div
        ref={tree}
        className="date-tree"
        role="tree"
        tabIndex={-1}
        aria-label={t('tree')}
        aria-multiselectable
        onKeyDown={onKeyDown}
      >
        {nodes.map((node, place) => (
          <DateLine
            key={node.value}
            node={node}
            isStop={place === here}
            onFocus={() => setFocused(node.value)}
            onTick={() => tick(node)}
            onOpen={() => setNodeOpen(node, node.isOpen !== true)}
          />
        ))}
      </div>
      <MoreLines all={all} isWhole={isWhole} onShow={() => setWhole(true)} />
    </>
  );
}

/** The lines, and what can be done with one. */
function useTree({ filters, years, months }: DateTreeProps) {
  const { setFilters } = useActions();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const daysOf = useDays([...open].filter((value) => value.length === 7));
  return {
    all: timeNodes({ years, months, daysOf, filters, open }),
    setNodeOpen: ({ value }: TimeNode, isOpen: boolean): void => {
      const others = [...open].filter((each) => each !== value);
      setOpen(new Set(isOpen ? [...others, value] : others));
    },
    tick: ({ value, check }: TimeNode): void =>
      setFilters((check === 'on' ? withoutTime : withTime)(filters, value, months)),
    choose: ({ value }: TimeNode): void => setFilters({ ...filters, ...onlyTime(value, months) }),
  };
}

/** The first lines of the top level with what is open in them; chosen ones stay. */
function firstNodes(all: readonly TimeNode[]): readonly TimeNode[] {
  let isIn = true;
  return all.filter(({ level, position, check }) => {
    if (level === 1) isIn = position <= FIRST || check !== 'off';
    return isIn;
  });
}

interface MoreLinesProps {
  readonly all: readonly TimeNode[];
  readonly isWhole: boolean;
  readonly onShow: () => void;
}

function MoreLines({ all, isWhole, onShow }: MoreLinesProps) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const count = all.filter(({ level }) => level === 1).length - topOf(firstNodes(all));
  if (isWhole || count <= 0) return null;
  return (
    <button type="button" className="date-more" onClick={onShow}>
      {t('moreValues', { count, shown: format.number(count) })}
    </button>
  );
}

const topOf = (nodes: readonly TimeNode[]): number =>
  nodes.filter(({ level }) => level === 1).length;

interface TreeHand {
  readonly nodes: readonly TimeNode[];
  readonly here: number;
  readonly goTo: (at: number) => void;
  readonly setNodeOpen: (node: TimeNode, isOpen: boolean) => void;
  readonly tick: (node: TimeNode) => void;
  readonly choose: (node: TimeNode) => void;
}

/** What a key does, as trees are used (WAI-ARIA, tree view pattern); Enter chooses a line alone. Null = nothing. */
function treeKey(key: string, hand: TreeHand): (() => void) | null {
  const { nodes, here, goTo, setNodeOpen, tick, choose } = hand;
  const node = nodes[here];
  if (node === undefined) return null;
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => goTo(here + 1),
    ArrowUp: () => goTo(here - 1),
    Home: () => goTo(0),
    End: () => goTo(nodes.length - 1),
    ArrowRight: () => {
      if (node.isOpen === false) setNodeOpen(node, true);
      else if (node.isOpen === true) goTo(here + 1);
    },
    ArrowLeft: () => {
      if (node.isOpen === true) setNodeOpen(node, false);
      else goTo(parentOf(nodes, here) ?? here);
    },
    ' ': () => tick(node),
    Enter: () => choose(node),
  };
  return actions[key] ?? null;
}
