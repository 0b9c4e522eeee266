import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { noFilters } from '../../shared/defaults.ts';
import type { PostSummary } from '../../shared/model.ts';
import type { FacetValue, PostPage } from '../../shared/searchModel.ts';
import { commands, whyNot } from '../commands/commands.ts';
import { useReadings } from '../matching/useReadings.ts';
import { makeAhead } from '../matching/makeAhead.ts';
import { createKeyMaker, type KeyMaker } from '../matching/matchKeys.ts';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../state/queryKeys.ts';
import { useApi, useApp, useSession } from '../state/store.ts';
import { commandWordsEn } from '../../shared/commands/words/en.ts';
import { commandWordsZh } from '../../shared/commands/words/zh.ts';
import type { NamedPost, PaletteName } from './paletteModel.ts';

/** Titles that are known without asking: the newest posts. The others are found by `useTitleHits`. */
const NEWEST_POSTS = 500;

const everything = { text: '', filters: noFilters, sort: 'newest', offset: 0 } as const;

/** The newest posts and all sources and tags of the open archive; nothing while they are on their way. */
function useArchiveNames(): PostPage | undefined {
  const api = useApi();
  const archiveId = useSession((session) => session.archiveId);
  const revision = useSession((session) => session.revision) ?? 0;
  const foldsVariants = useApp(({ settings }) => settings.foldsVariants);
  const { data: page } = useQuery({
    queryKey: archiveId === null ? ['palette'] : queryKeys.palette(archiveId, revision),
    queryFn:
      archiveId === null
        ? skipToken
        : () =>
            api.ask('posts.search', {
              ...everything,
              archiveId,
              foldsVariants,
              limit: NEWEST_POSTS,
            }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    // Ten thousand tags: comparing them with the last answer takes longer than drawing them.
    structuralSharing: false,
  });
  return page;
}

const namedPost = ({ path, title, source, day }: PostSummary): NamedPost => ({
  path,
  title,
  source,
  day,
});

/** A post as an entry; one without a title goes by its file's name. */
export function postName(post: NamedPost, keysOf: KeyMaker): PaletteName {
  const text = post.title === '' ? (post.path.split('/').at(-1) ?? post.path) : post.title;
  return {
    id: `post:${post.path}`,
    group: 'posts',
    text,
    keys: keysOf(text),
    target: { kind: 'post', post },
  };
}

const valueName =
  (kind: 'source' | 'tag', keysOf: KeyMaker) =>
  ({ value, count }: FacetValue): PaletteName => ({
    id: `${kind}:${value}`,
    group: kind === 'source' ? 'sources' : 'tags',
    text: value,
    // Made when they are looked at: nothing typed shows no values, and there may be ten thousand.
    get keys() {
      return keysOf(value);
    },
    target: { kind, value, count },
  });

/** Posts of the palette: those that were open lately, then the newest, each once. */
function usePostNames(page: PostPage | undefined, keysOf: KeyMaker): readonly PaletteName[] {
  const recent = useSession(({ recentPosts }) => recentPosts);
  const openPath = useSession((session) => session.openPath);
  return useMemo(() => {
    const newest = new Map(page?.posts.map((post) => [post.path, namedPost(post)]));
    const opened = (recent ?? [])
      .filter(({ path }) => path !== openPath)
      .map(({ path, title }) => newest.get(path) ?? { path, title, source: null, day: null });
    const rest = [...newest.values()].filter(({ path }) =>
      opened.every((post) => post.path !== path),
    );
    return [...opened, ...rest].map((post) => postName(post, keysOf));
  }, [page, recent, openPath, keysOf]);
}

/** Sources and tags, those of most posts in the whole archive first. */
function useValueNames(page: PostPage | undefined, keysOf: KeyMaker): readonly PaletteName[] {
  const all = page?.facets;
  return useMemo(() => {
    const byCount = (left: FacetValue, right: FacetValue): number => right.count - left.count;
    return [
      ...(all?.sources ?? []).toSorted(byCount).map(valueName('source', keysOf)),
      ...(all?.tags ?? []).toSorted(byCount).map(valueName('tag', keysOf)),
    ];
  }, [all, keysOf]);
}

/** Saved searches of the open archive and the archives there are. */
function useKeptNames(keysOf: KeyMaker): readonly PaletteName[] {
  const api = useApi();
  const archives = useApp((state) => state.archives);
  const archiveId = useSession((session) => session.archiveId);
  const { data: saved } = useQuery({
    queryKey: archiveId === null ? ['savedSearches'] : queryKeys.savedSearches(archiveId),
    queryFn: archiveId === null ? skipToken : () => api.ask('searches.list', { archiveId }),
  });
  return useMemo(
    () => [
      ...(saved ?? []).map((search): PaletteName => ({
        id: `saved:${search.id}`,
        group: 'searches',
        text: search.name,
        keys: keysOf(search.name),
        target: { kind: 'saved', search },
      })),
      ...archives
        .filter(({ id }) => id !== archiveId)
        .map((archive): PaletteName => ({
          id: `archive:${archive.id}`,
          group: 'archives',
          text: archive.name,
          keys: keysOf(archive.name),
          target: { kind: 'archive', archive },
        })),
    ],
    [saved, archives, archiveId, keysOf],
  );
}

/** Commands, and once more those that were run last. */
function useCommandNames(keysOf: KeyMaker): readonly PaletteName[] {
  const { t, i18n } = useTranslation('commands');
  const state = useApp((whole) => whole);
  const recent = state.settings.recentCommands;
  const words = i18n.language === 'zh' ? commandWordsEn : commandWordsZh;
  const named = useMemo(
    () =>
      commands
        .filter(({ isInPalette }) => isInPalette !== false)
        .map((command) => ({
          command,
          text: t(command.id),
          keys: keysOf(t(command.id)),
          also: keysOf(words[command.id]),
        })),
    [t, words, keysOf],
  );
  return useMemo(() => {
    const all = named.map(({ command, text, keys, also }): PaletteName => ({
      id: `command:${command.id}`,
      group: 'commands',
      text,
      keys,
      also,
      target: { kind: 'command', command, reason: whyNot(command, state) },
    }));
    const last = recent.flatMap((id) => all.filter((name) => name.id === `command:${id}`));
    return [
      ...last.map((name): PaletteName => ({ ...name, id: `recent:${name.id}`, group: 'recent' })),
      ...all,
    ];
  }, [named, recent, state]);
}

/** Everything the palette can name, made ready for matching, and the maker of keys for what comes later. */
export function usePaletteNames(): {
  /** Commands, what is kept, posts: a few hundred. They change with whatever is done. */
  readonly few: readonly PaletteName[];
  /** Sources and tags: there may be ten thousand. */
  readonly values: readonly PaletteName[];
  readonly keysOf: KeyMaker;
} {
  const readings = useReadings();
  const keysOf = useMemo(() => createKeyMaker(readings), [readings]);
  const page = useArchiveNames();
  const posts = usePostNames(page, keysOf);
  const values = useValueNames(page, keysOf);
  useEffect(
    () =>
      makeAhead(
        values.map(({ text }) => text),
        keysOf,
      ),
    [values, keysOf],
  );
  const kept = useKeptNames(keysOf);
  const named = useCommandNames(keysOf);
  const few = useMemo(() => [...named, ...kept, ...posts], [named, kept, posts]);
  return { few, values, keysOf };
}
