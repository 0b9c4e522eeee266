import type { CoreChannel, Handlers, Input } from '../shared/contract.ts';
import { foldText } from '../shared/text/fold.ts';
import { prepareTerm, textHoldsTerm } from '../shared/text/matchText.ts';
import type { CoreParts } from './openArchives.ts';
import { searchArchive } from './searchAllArchives.ts';
import { listLabels } from './store/bookmarkLabels.ts';

type FindingChannel = Extract<CoreChannel, `values.${string}` | 'archives.search'>;

/** Answers what stands beside the search of the archive on screen. */
export function findingHandlers(parts: CoreParts): Handlers<FindingChannel> {
  return {
    'values.named': ({ archiveId, wanted, foldsVariants }) => {
      const reader = parts.open.find(archiveId)?.reader;
      if (reader === undefined) return wanted.map(() => null);
      const valuesOf = (field: Wanted['field']): readonly string[] =>
        field === 'label'
          ? listLabels(parts.library, archiveId).map(({ label }) => label)
          : reader.links.labels(field);
      const known = new Map<Wanted['field'], readonly string[]>();
      return wanted.map(({ field, typed }) => {
        const values = known.get(field) ?? valuesOf(field);
        known.set(field, values);
        return valueNamed(typed, values, !foldsVariants);
      });
    },
    'archives.search': (query) => searchArchive(parts, query),
  };
}

type Wanted = Input<'values.named'>['wanted'][number];

/** PURE. The one value that holds the term and equals it; null when there is none, or another one that holds it. */
export function valueNamed(
  typed: string,
  values: readonly string[],
  keepsVariants: boolean,
): string | null {
  const term = prepareTerm({ text: typed, isPrefix: false, keepsVariants });
  if (term.folded.trim() === '') return null;
  let holder: string | null = null;
  for (const value of values) {
    if (!textHoldsTerm(value, term)) continue;
    if (holder !== null) return null;
    holder = value;
  }
  return holder !== null && foldText(holder, keepsVariants).trim() === term.folded ? holder : null;
}
