import { Ellipsis, Share } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../shared/model.ts';
import { useShortcut } from '../commands/useShortcut.ts';
import { PaletteButton } from '../palette/PaletteButton.tsx';
import { exportMeant } from '../state/exportMeant.ts';
import { useActions, useApp, useAppContext, useSession } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/MenuList.tsx';
import { ToolButton, ToolPopover, type OpenTool } from './ToolButton.tsx';
import { placeTools, type Tool, type ToolId } from './tools.ts';
import { useArticleTools, type ToolsPlace } from './useArticleTools.tsx';
import { useMoreGroups } from './useMoreGroups.ts';

/** The button of the command palette stands in heads from this width on, and takes so much (pixels). */
const PALETTE_FROM = 640;
const PALETTE = 132;

/** The head of the article pane; it also drags the window. What does not fit stands in its menu. */
export function ArticleToolbar(place: ToolsPlace) {
  const { post } = place;
  const { t } = useTranslation('article');
  const bar = useRef<HTMLDivElement>(null);
  const width = useRoom(bar);
  const tools = useArticleTools(place);
  // A window with one post, and the second post, have no palette of their own.
  const isMain = useApp(({ role }) => role === 'main');
  const hasPalette = isMain && width >= PALETTE_FROM;
  const { groups, left } = placeTools(tools, hasPalette ? width - PALETTE : width);
  const open = useOpenTool(tools);
  return (
    <div className="top" role="toolbar" aria-label={t('tools')} ref={bar}>
      {groups.map((group, at) => (
        <ToolGroup key={group[0]?.id ?? at} group={group} isFirst={at === 0} {...open} />
      ))}
      <span className="sp" />
      {hasPalette && <PaletteButton />}
      <ExportTool />
      <MoreMenu post={post} left={left} {...open} />
    </div>
  );
}

interface GroupProperties extends OpenTool {
  readonly group: readonly Tool[];
  readonly isFirst: boolean;
}

function ToolGroup({ group, isFirst, ...open }: GroupProperties) {
  return (
    <>
      {!isFirst && <span className="vr" />}
      {group.map((tool) => (
        <ToolButton key={tool.id} tool={tool} {...open} />
      ))}
    </>
  );
}

/** Which popover of the bar is open; a command may open the outline's. */
function useOpenTool(tools: readonly Tool[]): OpenTool {
  const { t } = useTranslation('reading');
  const { store } = useAppContext();
  const { notify } = useActions();
  const [openTool, setOpenTool] = useState<ToolId | null>(null);
  const hasOutline = tools.some(({ id }) => id === 'outline');
  useEffect(
    () =>
      store.subscribe(({ session }, { session: old }) => {
        const reading = session?.reading ?? null;
        if (reading?.wish !== 'outline' || reading === (old?.reading ?? null)) return;
        if (hasOutline) setOpenTool('outline');
        else notify({ kind: 'text', text: t('noOutline') });
      }),
    [store, hasOutline, notify, t],
  );
  return { openTool, onOpenTool: setOpenTool };
}

/** Pixels inside an element's padding, as they change. */
function useRoom(ref: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const watcher = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setRoom(Math.floor(entry.contentRect.width));
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [ref]);
  return room;
}

function ExportTool() {
  const { t } = useTranslation('article');
  const actions = useActions();
  const keys = useShortcut('export-selection');
  const hasArchive = useSession(() => true) ?? false;
  return (
    <IconButton
      icon={Share}
      label={t('export')}
      {...keys}
      isDisabled={!hasArchive}
      onPress={() => void exportMeant(actions)}
    />
  );
}

interface MoreProperties extends OpenTool {
  readonly post: Post | null;
  /** Tools that found no room in the bar. */
  readonly left: readonly Tool[];
}

function MoreMenu({ post, left, openTool, onOpenTool }: MoreProperties) {
  const { t } = useTranslation('article');
  const { t: tc } = useTranslation('common');
  const groups = useMoreGroups(post);
  const anchor = useRef<HTMLSpanElement>(null);
  const opened = left.find(({ id, popover }) => id === openTool && popover !== undefined);
  const hasChecks = left.some(({ isOn }) => isOn !== undefined);
  const entries = left.map((tool) => entryOf(tool, { hasChecks, open: onOpenTool }));
  return (
    <span ref={anchor} className="more-anchor">
      <MenuButton
        label={t('more')}
        groups={[{ id: 'tools', checks: 'any', entries }, ...groups]}
        placement="bottom end"
      >
        <IconButton
          icon={Ellipsis}
          label={tc('more')}
          isDisabled={post === null && left.length === 0}
        />
      </MenuButton>
      {opened !== undefined && (
        <ToolPopover tool={opened} anchor={anchor} isOpen onClose={() => onOpenTool(null)} />
      )}
    </span>
  );
}

interface EntryChoice {
  /** Whether any line beside it has a check: then all keep room for one. */
  readonly hasChecks: boolean;
  readonly open: OpenTool['onOpenTool'];
}

/** A tool as a line of the menu. */
function entryOf(tool: Tool, { hasChecks, open }: EntryChoice): MenuEntry {
  const { id, label, icon, shortcut, isOn, isDisabled = false } = tool;
  return {
    id: `tool-${id}`,
    text: label,
    icon,
    shortcut,
    isDisabled,
    ...(isOn === undefined ? { hasTickRoom: hasChecks } : { isChecked: isOn }),
    run: () => {
      tool.run?.();
      if (tool.popover !== undefined) open(tool.id);
    },
  };
}
