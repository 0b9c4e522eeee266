import type { CoreChannel, Handlers } from '../shared/contract.ts';
import { keepHighlightLists } from './annotations/listHighlights.ts';
import { annotationsOf } from './annotations/postAnnotations.ts';
import { exportHighlights } from './library/exportHighlights.ts';
import type { CoreParts } from './openArchives.ts';
import {
  deleteLabel,
  listLabels,
  renameLabel,
  restoreLabel,
  setLabels,
} from './store/bookmarkLabels.ts';
import {
  addHighlight,
  attachHighlight,
  changeHighlight,
  removeHighlights,
  restoreHighlights,
} from './store/highlights.ts';
import { setNote } from './store/postNotes.ts';
import {
  forgetSearches,
  listSearches,
  orderSearches,
  recentSearches,
  rememberSearch,
  removeSearch,
  restoreSearch,
  saveSearch,
} from './store/savedSearches.ts';

type AnnotationChannel = Extract<
  CoreChannel,
  `annotations.${string}` | `highlights.${string}` | `notes.${string}` | `labels.${string}`
>;
type SearchChannel = Extract<CoreChannel, `searches.${string}`>;

/** Answers everything about what readers write into an archive. */
export function annotationHandlers({ library, open }: CoreParts): Handlers<AnnotationChannel> {
  const lists = keepHighlightLists(library);
  return {
    'annotations.ofPost': ({ archiveId, path }) => annotationsOf(library, archiveId, path),
    'highlights.add': (wanted) => addHighlight(library, open.get(wanted.archiveId).reader, wanted),
    'highlights.change': ({ archiveId, id, pen, note }) =>
      changeHighlight(library, { archiveId, id }, { pen, note }),
    'highlights.remove': ({ archiveId, ids }) => ({
      removed: removeHighlights(library, archiveId, ids),
    }),
    'highlights.restore': ({ archiveId, ids }) => restoreHighlights(library, archiveId, ids),
    'highlights.attach': ({ archiveId, id, path, anchor }) =>
      attachHighlight(library, open.get(archiveId).reader, {
        key: { archiveId, id },
        path,
        anchor,
      }),
    'highlights.list': (query) =>
      lists.page(open.find(query.filter.archiveId)?.reader ?? null, query),
    'highlights.exportTo': (request) =>
      exportHighlights(library, open.find(request.archiveId)?.reader ?? null, request),
    'notes.set': (wanted) => setNote(library, open.find(wanted.archiveId)?.reader ?? null, wanted),
    'labels.list': ({ archiveId }) => listLabels(library, archiveId),
    'labels.set': (wanted) => ({
      changed: setLabels(library, open.get(wanted.archiveId).reader, wanted),
    }),
    'labels.rename': ({ archiveId, ...names }) => ({
      changed: renameLabel(library, archiveId, names),
    }),
    'labels.delete': ({ archiveId, label }) => ({
      changed: deleteLabel(library, archiveId, label),
    }),
    'labels.restore': ({ archiveId, label }) => ({
      changed: restoreLabel(library, archiveId, label),
    }),
  };
}

/** Answers everything about saved and recent searches. */
export function savedSearchHandlers({ library }: CoreParts): Handlers<SearchChannel> {
  return {
    'searches.list': ({ archiveId }) => listSearches(library, archiveId),
    'searches.save': ({ archiveId, search }) => saveSearch(library, archiveId, search),
    'searches.remove': ({ archiveId, id }) => {
      removeSearch(library, archiveId, id);
      return undefined;
    },
    'searches.restore': ({ archiveId, id }) => restoreSearch(library, archiveId, id),
    'searches.order': ({ archiveId, ids }) => {
      orderSearches(library, archiveId, ids);
      return undefined;
    },
    'searches.recent': ({ archiveId }) => recentSearches(library, archiveId),
    'searches.remember': ({ archiveId, text }) => {
      rememberSearch(library, archiveId, text);
      return undefined;
    },
    'searches.forget': ({ archiveId, text }) => {
      forgetSearches(library, archiveId, text);
      return undefined;
    },
  };
}
