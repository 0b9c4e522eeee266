import {
  ALargeSmall,
  ArrowLeft,
  ChevronDown,
  ChevronUp,
  Search,
  Star,
  TableOfContents,
  Tag,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Post } from '../../shared/model.ts';
import { useShortcut } from '../commands/useShortcut.ts';
import { useMarkingTools } from '../marking/useMarkingTools.ts';
import { LabelPicker } from '../labels/LabelPicker.tsx';
import { cameByLink } from '../state/places.ts';
import type { Role } from '../state/model.ts';
import { useActions, useApp, useSession } from '../state/store.ts';
import { usePlaceTools } from '../places/usePlaceTools.tsx';
import { Outline } from './Outline.tsx';
import type { OutlineStore } from './outline.ts';
import type { Tool } from './tools.ts';
import { useTrendsTool } from '../trends/useTrendsTool.ts';
import { TypeChoices } from './TypePopover.tsx';

/** What the tools of the article's head are made for. */
export interface ToolsPlace {
  /** Null while none is here. */
  readonly post: Post | null;
  readonly isFindOpen: boolean;
  readonly onCloseFind: () => void;
  readonly outline: OutlineStore;
}

/** All tools of the article's head; `TOOL_ORDER` says where each stands. */
export function useArticleTools(place: ToolsPlace): readonly Tool[] {
  const role = useApp((state) => state.role);
  return [
    ...useWayTools(),
    ...useBookmarkTool(place),
    ...useMarkingTools(place.post),
    ...useTextTools(place),
    ...useTrendsTool(),
    ...usePlaceTools(place.post),
  ].filter(({ id }) => isAtHome(role, id));
}

/** Tools that need the list beside the post; a window of its own and the second pane have none. */
const OF_LIST: readonly Tool['id'][] = ['previous', 'next', 'trends'];

const isAtHome = (role: Role, id: Tool['id']): boolean => role === 'main' || !OF_LIST.includes(id);

/** Back along links (only after one was followed), previous and next post. */
function useWayTools(): readonly Tool[] {
  const { t } = useTranslation('article');
  const actions = useActions();
  const back = useShortcut('go-back');
  const previous = useShortcut('previous-post');
  const next = useShortcut('next-post');
  const hasBack = useSession(cameByLink) ?? false;
  return [
    ...(hasBack
      ? [{ id: 'back', icon: ArrowLeft, label: t('back'), ...back, run: actions.goBack } as const]
      : []),
    {
      id: 'previous',
      icon: ChevronUp,
      label: t('previousPost'),
      ...previous,
      run: () => void actions.moveBy(-1),
    },
    {
      id: 'next',
      icon: ChevronDown,
      label: t('nextPost'),
      ...next,
      run: () => void actions.moveBy(1),
    },
  ];
}

/** The star, and the labels of a bookmark. */
function useBookmarkTool({ post }: ToolsPlace): readonly Tool[] {
  const { t } = useTranslation(['article', 'library']);
  const actions = useActions();
  const keys = useShortcut('bookmark');
  const labels = useShortcut('labels');
  return [
    {
      id: 'bookmark',
      icon: Star,
      className: 'star',
      label: t('bookmark'),
      ...keys,
      isOn: post?.isBookmarked ?? false,
      isDisabled: post === null,
      run: () => void actions.toggleOpenBookmark(),
    },
    // Labels sort bookmarks: there is nothing to sort before there is one.
    ...(post?.isBookmarked === true
      ? [
          {
            id: 'labels',
            icon: Tag,
            label: t('library:labels'),
            ...labels,
            popover: () => <LabelPicker ids={[post.id]} />,
          } as const,
        ]
      : []),
  ];
}

/** Type, find, and the outline where there is one. */
function useTextTools({ post, isFindOpen, onCloseFind, outline }: ToolsPlace): readonly Tool[] {
  const { t } = useTranslation('article');
  const { t: tr } = useTranslation('reading');
  const actions = useActions();
  const find = useShortcut('find-in-post');
  const hasOutline = useStore(outline, (state) => state.entries.length > 0);
  return [
    {
      id: 'type',
      icon: ALargeSmall,
      text: 'Aa',
      label: t('type'),
      popover: () => <TypeChoices />,
    },
    {
      id: 'find',
      icon: Search,
      label: t('find'),
      ...find,
      isOn: isFindOpen,
      isDisabled: post === null,
      run: () => (isFindOpen ? onCloseFind() : actions.find('focus')),
    },
    ...(hasOutline
      ? [
          {
            id: 'outline',
            icon: TableOfContents,
            label: tr('outline'),
            popover: (close: () => void) => <Outline store={outline} onClose={close} />,
          } as const,
        ]
      : []),
  ];
}
