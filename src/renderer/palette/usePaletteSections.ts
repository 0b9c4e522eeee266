import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../state/store.ts';
import type {
  PaletteGroup,
  PaletteName,
  PaletteQuery,
  PaletteRow,
  PaletteSection,
  Target,
} from './paletteModel.ts';
import { paletteSections } from './paletteRows.ts';
import { useLiveSearch } from './useLiveSearch.ts';
import { postName, usePaletteNames } from './usePaletteNames.ts';

/** Posts whose titles were found in the whole archive, without those that are named anyway. */
function withHits(
  names: readonly PaletteName[],
  known: ReadonlySet<string>,
  hits: readonly PaletteName[],
): readonly PaletteName[] {
  const added = hits.filter(({ id }) => !known.has(id));
  return added.length === 0 ? names : [...names, ...added];
}

/** A line whose sentence quotes what is typed. */
function quoting(target: Extract<Target, { readonly text: string }>, sentence: string): PaletteRow {
  const at = sentence.indexOf(target.text);
  const marks: PaletteRow['marks'] = at < 0 ? [] : [[at, at + target.text.length]];
  return { id: target.kind, text: sentence, marks, target };
}

/** Everything the palette shows for what is typed; `total` = posts that searching for it finds, null while unknown. */
export function usePaletteSections(
  query: PaletteQuery,
  expanded: Readonly<Partial<Record<PaletteGroup, number>>>,
): { readonly sections: readonly PaletteSection[]; readonly total: number | null } {
  const { t } = useTranslation('palette');
  const { names, keysOf } = usePaletteNames();
  const { text, scope } = query;
  const { hits, total } = useLiveSearch(text);
  const hasArchive = useSession(() => true) ?? false;
  const hasPost = useSession(({ openPath }) => openPath !== null) ?? false;
  const known = useMemo(() => new Set(names.map(({ id }) => id)), [names]);
  const sections = useMemo(() => {
    const titles = hits.map((post) => postName(post, keysOf));
    return paletteSections({ query, names: withHits(names, known, titles), expanded });
  }, [query, names, known, hits, keysOf, expanded]);
  const search = useMemo((): PaletteSection | null => {
    if (text === '' || !hasArchive || (scope !== null && sections.length > 0)) return null;
    const all = quoting({ kind: 'search-all', text }, t('searchAll', { text }));
    const find = quoting({ kind: 'find', text }, t('findInPost', { text }));
    return { group: 'search', rows: hasPost ? [all, find] : [all] };
  }, [text, scope, sections, hasArchive, hasPost, t]);
  return { sections: search === null ? sections : [...sections, search], total };
}
