import type { Handlers } from '../shared/contract.ts';
import type { timeCalls } from '../shared/timeCalls.ts';
import type { CoreParts } from './openArchives.ts';

/** Answers how posts are spread over time. An archive that has no index yet has no posts. */
export function timeHandlers({ open }: CoreParts): Handlers<keyof typeof timeCalls> {
  return {
    'facets.days': ({ archiveId, month, ...query }) => {
      const found = open.find(archiveId);
      return found?.reader.time.days(query, month, found.marks) ?? [];
    },
    'trends.count': ({ archiveId, split, within, ...query }) => {
      const found = open.find(archiveId);
      return found?.reader.time.trends(query, { split, within }, found.marks) ?? noTrends;
    },
    'posts.onThisDay': ({ archiveId, ...day }) => {
      const found = open.find(archiveId);
      return found?.reader.time.onThisDay(day) ?? { total: 0, years: [] };
    },
  };
}

const noTrends = {
  grain: 'month',
  first: null,
  units: 0,
  lines: [],
  found: [],
  undated: 0,
  outside: 0,
  otherSources: 0,
} as const;
