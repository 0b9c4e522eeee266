import { skipToken, useQuery } from '@tanstack/react-query';
import { useShallow } from 'zustand/react/shallow';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/result.ts';
import type { SavedSearch } from '../../shared/savedSearches.ts';
import { keysOf } from '../../shared/commands/commands.ts';
import type { Command } from '../commands/command.ts';
import { shortcutText } from '../commands/shortcutText.ts';
import { useShortcut } from '../commands/useShortcut.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { isReadable } from '../library/isReadable.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useApi, useApp, useSession } from '../state/store.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { shownPath } from '../ui/shownPath.ts';
import type { NamedPost, Target } from './paletteModel.ts';

/** What stands at the right of a line: what it is about, and its key. */
export function LineDetail({
  target,
  total,
}: {
  readonly target: Target;
  readonly total: number | null;
}) {
  switch (target.kind) {
    case 'command':
      return <CommandDetail command={target.command} reason={target.reason} />;
    case 'archive':
      return <ArchiveDetail folder={target.archive.folder} isAway={!isReadable(target.archive)} />;
    case 'saved':
      return <SavedDetail search={target.search} />;
    case 'source':
    case 'tag':
      return <ValueDetail {...target} />;
    case 'post':
      return <PostDetail post={target.post} />;
    case 'search-all':
      return <SearchDetail total={total} />;
    case 'find':
      return <FindKey />;
    case 'more':
      return null;
    default:
      return assertNever(target);
  }
}

/** So many posts; nothing while unknown. */
function Posts({ count }: { readonly count: number | null | undefined }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  if (count === null || count === undefined) return null;
  return <span>{t('posts', { count, shown: format.number(count) })}</span>;
}

function CommandDetail({
  command,
  reason,
}: Pick<Extract<Target, { kind: 'command' }>, 'command' | 'reason'>) {
  const { t } = useTranslation('palette');
  const format = useFormat();
  // Made anew at each look: told apart by what is in it.
  const detail = useApp(useShallow((state) => command.detail?.(state) ?? null));
  return (
    <>
      {reason !== null && <span>{t(`reasons.${reason}`)}</span>}
      {reason === null && detail?.kind === 'selected' && (
        <span>{t('selected', { count: detail.count, shown: format.number(detail.count) })}</span>
      )}
      {reason === null && detail?.kind === 'text' && <span>{detail.text}</span>}
      <CommandKey command={command} />
    </>
  );
}

function CommandKey({ command }: { readonly command: Command }) {
  const platform = useApp(({ app }) => app.platform);
  const key = useApp(({ settings }) => keysOf(command, settings.keys)[0]);
  return key === undefined ? null : <Kbd keys={shortcutText(key, platform)} />;
}

function ArchiveDetail({ folder, isAway }: { readonly folder: string; readonly isAway: boolean }) {
  const { t } = useTranslation('palette');
  const home = useApp(({ app }) => app.homeFolder);
  return (
    <span className="trunc">{isAway ? t('reasons.archive-away') : shownPath(folder, home)}</span>
  );
}

function SavedDetail({ search }: { readonly search: SavedSearch }) {
  const api = useApi();
  const archiveId = useSession((session) => session.archiveId);
  const revision = useSession((session) => session.revision) ?? 0;
  const foldsVariants = useApp(({ settings }) => settings.foldsVariants);
  const { text, filters, sort } = search;
  const asked = { text, filters, sort, foldsVariants };
  const { data: counted } = useQuery({
    queryKey: queryKeys.count({ archiveId, ...asked }, revision),
    queryFn: archiveId === null ? skipToken : () => api.ask('posts.count', { archiveId, ...asked }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return <Posts count={counted?.total} />;
}

/** As many posts as choosing the value shows now, with all else that is asked. */
function ValueDetail({ kind, value }: Extract<Target, { kind: 'source' | 'tag' }>) {
  const values = useSession(({ result }) => {
    const facets = result?.head.facets;
    return kind === 'source' ? facets?.sources : facets?.tags;
  });
  // Ten thousand values are looked through for an answer, not for each change of the window.
  const count = useMemo(
    () => values?.find((known) => known.value === value)?.count ?? 0,
    [values, value],
  );
  return <Posts count={count} />;
}

function PostDetail({ post }: { readonly post: NamedPost }) {
  const format = useFormat();
  return (
    <span className="trunc">
      {[post.source, post.day === null ? null : format.fullDay(post.day)]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}

function SearchDetail({ total }: { readonly total: number | null }) {
  const platform = useApp(({ app }) => app.platform);
  return (
    <>
      <Posts count={total} />
      <Kbd keys={shortcutText('Mod+Enter', platform)} />
    </>
  );
}

function FindKey() {
  const { shortcut } = useShortcut('find-in-post');
  return shortcut === undefined ? null : <Kbd keys={shortcut} />;
}
