import {
  Copy,
  ExternalLink,
  FileCode,
  FileSearch,
  FileText,
  FileType,
  FolderOpen,
  Quote,
  Search,
  TextQuote,
  ZoomIn,
} from 'lucide-react';
import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyKinds } from '../../shared/copyCalls.ts';
import type { Post } from '../../shared/model.ts';
import { selectedHtml } from '../commands/selectedPassage.ts';
import { useActions, useApi } from '../state/store.ts';
import { ContextMenu, type MenuPoint } from '../ui/ContextMenu.tsx';
import type { MenuEntry, MenuGroup } from '../ui/MenuList.tsx';
import { selectedLine } from './findState.ts';
import { readLink } from './linkTarget.ts';
import { linkAt, useFollowLink } from './useArticleLinks.ts';

/** What lies under the pointer. */
interface Spot extends MenuPoint {
  readonly selection: string;
  /** The same as HTML; null when there is none. */
  readonly html: string | null;
  /** A short selection of one line, fit to look for; empty when there is none. */
  readonly line: string;
  readonly link: HTMLAnchorElement | null;
  /** Path of a local picture in the archive; null when there is none. */
  readonly picture: string | null;
  readonly image: HTMLImageElement | null;
  /** Address of a picture that is not shown; null when there is none. */
  readonly address: string | null;
}

/** The menu at the pointer, for what lies there: a selection, a link, a picture. Nothing there, no menu. */
export const ArticleContextMenu = memo(function ArticleContextMenu({
  paper,
  post,
  onEnlarge,
}: {
  readonly paper: HTMLElement | null;
  readonly post: Post;
  readonly onEnlarge: (image: HTMLImageElement) => void;
}) {
  const { t } = useTranslation('article');
  const [spot, setSpot] = useState<Spot | null>(null);
  const groups = useGroups(spot, post, onEnlarge);
  useEffect(() => {
    if (paper === null) return undefined;
    const onContextMenu = (event: MouseEvent): void => {
      const found = spotAt(event, paper);
      if (found === null) return;
      event.preventDefault();
      setSpot(found);
    };
    paper.addEventListener('contextmenu', onContextMenu);
    return () => paper.removeEventListener('contextmenu', onContextMenu);
  }, [paper]);
  // A menu that is fading away would lose its entries first.
  if (spot === null) return null;
  return (
    <ContextMenu at={spot} label={t('contextMenu')} groups={groups} onClose={() => setSpot(null)} />
  );
});

function spotAt(event: MouseEvent, paper: HTMLElement): Spot | null {
  const { target, clientX: x, clientY: y } = event;
  if (!(target instanceof Element)) return null;
  const image = target.closest('img');
  const away = target.closest<HTMLElement>('.picture-away');
  const spot: Spot = {
    x,
    y,
    selection: selectedText(paper),
    html: selectedHtml(),
    line: selectedLine(paper),
    link: linkAt(target),
    picture: image?.dataset['path'] ?? null,
    image,
    address: away?.dataset['address'] ?? null,
  };
  const isEmpty =
    spot.selection === '' && spot.link === null && spot.picture === null && spot.address === null;
  return isEmpty ? null : spot;
}

function selectedText(paper: HTMLElement): string {
  const range = window.getSelection();
  const isInside = range !== null && !range.isCollapsed && paper.contains(range.anchorNode);
  return isInside ? range.toString() : '';
}

function useGroups(
  spot: Spot | null,
  post: Post,
  onEnlarge: (image: HTMLImageElement) => void,
): readonly MenuGroup[] {
  const selection = useSelectionEntries(spot);
  const link = useLinkEntries(spot, post);
  const picture = usePictureEntries(spot, onEnlarge);
  return [
    { id: 'selection', entries: selection },
    { id: 'link', entries: link },
    { id: 'picture', entries: picture },
  ];
}

function useSelectionEntries(spot: Spot | null): readonly MenuEntry[] {
  const { t } = useTranslation(['article', 'places']);
  const actions = useActions();
  if (spot === null || spot.selection === '') return [];
  const { selection, html, line } = spot;
  const copy: MenuEntry = {
    id: 'copy',
    text: t('copy'),
    icon: Copy,
    run: () => void actions.copyText(selection),
  };
  const cite: readonly MenuEntry[] = [
    {
      id: 'copy-with-source',
      text: t('places:copyWithSource'),
      icon: TextQuote,
      run: () => void actions.copyWithSource(selection),
    },
    ...copyKinds
      .filter((kind) => kind !== 'text')
      .map((kind) => ({
        id: `copy-${kind}`,
        text: t(`places:copyAs.${kind}`),
        icon: kind === 'markdown' ? FileCode : FileType,
        run: () => void actions.copyAs(kind, html),
      })),
    {
      id: 'cite',
      text: t('places:cite'),
      icon: Quote,
      run: () => void actions.copyCitation({ quote: selection }),
    },
  ];
  if (line === '') return [copy, ...cite];
  const text = line.length > 24 ? `${line.slice(0, 24)}…` : line;
  return [
    copy,
    ...cite,
    {
      id: 'search',
      text: t('searchFor', { text }),
      icon: Search,
      run: () => actions.setText(/\s/u.test(line) ? `"${line.replaceAll('"', ' ')}"` : line),
    },
    {
      id: 'find',
      text: t('findThis', { text }),
      icon: FileSearch,
      run: () => actions.find('focus'),
    },
  ];
}

function useLinkEntries(spot: Spot | null, post: Post): readonly MenuEntry[] {
  const { t } = useTranslation('article');
  const actions = useActions();
  const follow = useFollowLink(post);
  const link = spot?.link ?? null;
  if (link === null) return [];
  const address = link.getAttribute('href') ?? '';
  const target = readLink(address);
  const isOutside = target.kind === 'web' || target.kind === 'mail';
  return [
    // An address on the web may be that of a post: the post opens then.
    ...(target.kind === 'mail'
      ? []
      : [{ id: 'open', text: t('openLink'), icon: FileText, run: () => follow(link) }]),
    ...(isOutside
      ? [
          {
            id: 'open-outside',
            text: t('openOutside'),
            icon: ExternalLink,
            run: () => void actions.openLink(target.url),
          },
        ]
      : []),
    {
      id: 'copy-address',
      text: t('copyAddress'),
      icon: Copy,
      run: () => void actions.copyText(address),
    },
  ];
}

function usePictureEntries(
  spot: Spot | null,
  onEnlarge: (image: HTMLImageElement) => void,
): readonly MenuEntry[] {
  const { t } = useTranslation('article');
  const { t: tr } = useTranslation('reading');
  const actions = useActions();
  const api = useApi();
  if (spot === null) return [];
  const { x, y, picture, image, address } = spot;
  if (picture !== null) {
    const copyPicture = async (): Promise<void> => {
      const outcome = await api.call('clipboard.copyImage', { x, y });
      if (!outcome.ok) actions.notifyFailure(outcome.error);
    };
    return [
      ...(image === null
        ? []
        : [{ id: 'enlarge', text: tr('enlarge'), icon: ZoomIn, run: () => onEnlarge(image) }]),
      { id: 'picture', text: t('copyPicture'), icon: Copy, run: () => void copyPicture() },
      { id: 'path', text: t('copyPicturePath'), run: () => void actions.copyText(picture) },
      {
        id: 'folder',
        text: t('showPicture'),
        icon: FolderOpen,
        run: () => void actions.showInFolder(picture),
      },
    ];
  }
  if (address === null || address === '') return [];
  return [
    {
      id: 'address',
      text: t('copyAddress'),
      icon: Copy,
      run: () => void actions.copyText(address),
    },
  ];
}
