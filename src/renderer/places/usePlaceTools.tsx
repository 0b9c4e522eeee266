import { AppWindow, ArrowRightLeft, Columns2, Quote, Volume2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../shared/model.ts';
import type { Tool } from '../article/tools.ts';
import { useShortcut } from '../commands/useShortcut.ts';
import { pickVoice } from '../speech/voices.ts';
import { useActions, useApp, useSession } from '../state/store.ts';
import { MenuList } from '../ui/MenuList.tsx';
import { useCiteGroups } from './citeEntries.ts';

/** Cite, read aloud, second pane and window, as tools of the article's head. */
export function usePlaceTools(post: Post | null): readonly Tool[] {
  const cite = useCiteTool(post);
  const voice = useVoiceTool(post);
  const panes = usePaneTools(post);
  return [cite, ...voice, ...panes];
}

/** The ways to cite; the one used last has a check. */
function CiteChoices({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('places');
  return <MenuList label={t('citeAs')} groups={useCiteGroups(onDone)} onClose={onDone} />;
}

function useCiteTool(post: Post | null): Tool {
  const { t } = useTranslation('places');
  return {
    id: 'cite',
    icon: Quote,
    label: t('cite'),
    isDisabled: post === null,
    popover: (close) => <CiteChoices onDone={close} />,
  };
}

/** Only where a voice of this computer speaks the post's language. */
function useVoiceTool(post: Post | null): readonly Tool[] {
  const { t } = useTranslation('places');
  const { toggleReadAloud, stopReadAloud } = useActions();
  const keys = useShortcut('read-aloud');
  const isSpeaking = useApp(({ speech }) => speech !== null);
  const hasVoice = useApp(
    ({ voices, settings, role }) =>
      role !== 'second' &&
      post !== null &&
      pickVoice(post.lang, voices, settings.speechVoices) !== null,
  );
  if (!hasVoice) return [];
  return [
    {
      id: 'read-aloud',
      icon: Volume2,
      label: t('readAloud'),
      ...keys,
      isOn: isSpeaking,
      run: isSpeaking ? stopReadAloud : toggleReadAloud,
    },
  ];
}

/** The second pane and the window of its own; a window with one post has neither. */
function usePaneTools(post: Post | null): readonly Tool[] {
  const { t } = useTranslation('places');
  const { toggleCompare, swapSides, openInWindow } = useActions();
  const role = useApp((state) => state.role);
  const isCompared = useSession(({ comparedPath }) => comparedPath !== null) ?? false;
  const compare = useShortcut('compare');
  const inWindow = useShortcut('open-in-window');
  if (role === 'reader') return [];
  const pane: Tool = {
    id: 'second-pane',
    icon: Columns2,
    label: t('compare'),
    ...compare,
    isOn: isCompared,
    isDisabled: post === null,
    run: toggleCompare,
  };
  const close: Tool = {
    id: 'close-second',
    icon: X,
    label: t('closeCompare'),
    ...compare,
    run: toggleCompare,
  };
  const swap: Tool = { id: 'swap', icon: ArrowRightLeft, label: t('swap'), run: swapSides };
  const own: Tool = {
    id: 'window',
    icon: AppWindow,
    label: t('openInWindow'),
    ...inWindow,
    isDisabled: post === null,
    run: () => void openInWindow(),
  };
  return role === 'second' ? [own, swap, close] : [pane, own];
}
