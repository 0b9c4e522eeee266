import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { noFilters } from '../../shared/defaults.ts';
import { isUnder } from '../../shared/labels.ts';
import type { PostId } from '../../shared/model.ts';
import type { Filters, Sort } from '../../shared/searchModel.ts';
import { useLabels } from '../labels/useLabels.ts';
import { useSavedSearches } from '../searches/useSavedSearches.ts';
import { askedOf } from '../state/askedQuery.ts';
import { sourceKey, type ExportSource } from '../state/exportSource.ts';
import type { DialogState } from '../state/dialogModel.ts';
import { useApi, useApp, useSession } from '../state/store.ts';

/** A source as the dialog offers it. */
interface OfferedSource {
  readonly key: string;
  readonly source: ExportSource;
  readonly text: string;
}

/** The posts of an export, as they are known now. */
export interface ExportPosts {
  readonly source: ExportSource;
  readonly offered: readonly OfferedSource[];
  /** Null until they are known. */
  readonly ids: readonly PostId[] | null;
  /** The name that the source gives a book; empty when it gives none. */
  readonly name: string;
  /** What was searched for; null when nothing was. */
  readonly query: string | null;
  /** Whether the search takes Traditional and Simplified characters for the same. */
  readonly foldsVariants: boolean;
  readonly hasFailed: boolean;
}

type Opened = Extract<DialogState, { kind: 'export' }>;

/** What `posts.ids` is asked for a source; `given` and `open` need not ask. */
interface Question {
  readonly text: string;
  readonly filters: Filters;
  readonly sort: Sort;
}

/** The sources of the open archive and the posts of the chosen one, counted anew when the index or marks change. */
export function useExportPosts(opened: Opened, chosen: ExportSource): ExportPosts {
  const api = useApi();
  const archiveId = useSession((session) => session.archiveId);
  // A new object with every change of the index or of a mark.
  const changed = useSession((session) => session.counts);
  const openId = useSession((session) => session.openId);
  const foldsVariants = useApp(({ settings }) => settings.foldsVariants);
  const offered = useOffered(opened);
  const { question, name } = useQuestion(chosen);
  const known = useMemo(() => {
    if (chosen.kind === 'given') return opened.ids;
    return chosen.kind === 'open' && openId !== null ? [openId] : null;
  }, [chosen.kind, opened.ids, openId]);
  const answer = useQuery({
    queryKey: ['export-ids', archiveId, question, foldsVariants, changed],
    queryFn: () => {
      if (archiveId === null || question === null) throw new Error('Nothing is asked.');
      return api.ask('posts.ids', { archiveId, ...question, foldsVariants });
    },
    enabled: known === null && archiveId !== null && question !== null,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const here = useSession((session) => session.text) ?? '';
  const words = question?.text ?? (opened.source.kind === 'given' ? here : '');
  return {
    source: chosen,
    offered,
    ids: known ?? answer.data ?? null,
    name,
    query: words.trim() === '' ? null : words,
    foldsVariants,
    hasFailed: answer.isError,
  };
}

/** What a source asks of the archive, and the name that it gives. */
function useQuestion(source: ExportSource): {
  readonly question: Question | null;
  readonly name: string;
} {
  const labels = useLabels();
  const searches = useSavedSearches();
  const text = useSession((session) => session.text);
  const filters = useSession((session) => session.filters);
  const valuesNamed = useSession((session) => session.valuesNamed);
  const sort = useSession((session) => session.sort) ?? 'newest';
  return useMemo(() => {
    const bookmarks: Filters = { ...noFilters, list: 'bookmarked' };
    switch (source.kind) {
      case 'given':
      case 'open':
        return { question: null, name: '' };
      case 'result': {
        if (text === null || filters === null || valuesNamed === null) {
          return { question: null, name: '' };
        }
        return { question: { ...askedOf({ text, filters, valuesNamed }), sort }, name: '' };
      }
      case 'bookmarks':
        return { question: { text: '', filters: bookmarks, sort }, name: '' };
      case 'label': {
        const under = labels.map(({ label }) => label).filter((one) => isUnder(one, source.label));
        const own = under.length === 0 ? [source.label] : under;
        const question = { text: '', filters: { ...bookmarks, labels: own }, sort };
        return { question, name: source.label.split('/').at(-1) ?? source.label };
      }
      default: {
        const search = searches.find(({ id }) => id === source.id);
        if (search === undefined) return { question: null, name: '' };
        const { text: typed, filters: kept, sort: order } = search;
        return { question: { text: typed, filters: kept, sort: order }, name: search.name };
      }
    }
  }, [source, labels, searches, text, filters, valuesNamed, sort]);
}

/** What can be exported from where the reader is. */
function useOffered(opened: Opened): readonly OfferedSource[] {
  const { t } = useTranslation('exporting');
  const labels = useLabels();
  const searches = useSavedSearches();
  const openId = useSession((session) => session.openId);
  const bookmarked = useSession((session) => session.counts.bookmarked) ?? 0;
  const isList = useApp(({ role }) => role !== 'reader');
  const given = opened.ids;
  const isOpenGiven = given.length === 1 && given[0] === openId;
  const sources: OfferedSource[] = [];
  const offer = (source: ExportSource, text: string): void =>
    void sources.push({ key: sourceKey(source), source, text });
  if (given.length > 0) {
    offer({ kind: 'given' }, given.length > 1 ? t('sourceSelected') : t('sourceOne'));
  }
  if (openId !== null && !isOpenGiven) offer({ kind: 'open' }, t('sourceOpen'));
  if (!isList) return sources;
  offer({ kind: 'result' }, t('sourceResult'));
  if (bookmarked > 0) offer({ kind: 'bookmarks' }, t('sourceBookmarks'));
  for (const { label } of labels) offer({ kind: 'label', label }, t('sourceLabel', { label }));
  for (const { id, name } of searches) offer({ kind: 'search', id }, t('sourceSearch', { name }));
  return withFolder(sources, opened.source, (label) => t('sourceLabel', { label }));
}

/** A folder of labels that is no label itself is offered where its menu opened the dialog. */
function withFolder(
  sources: readonly OfferedSource[],
  source: ExportSource,
  name: (label: string) => string,
): readonly OfferedSource[] {
  if (source.kind !== 'label' || sources.some(({ key }) => key === sourceKey(source))) {
    return sources;
  }
  return [...sources, { key: sourceKey(source), source, text: name(source.label) }];
}
