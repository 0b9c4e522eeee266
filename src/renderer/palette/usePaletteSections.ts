import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../state/store.ts';
import type { PaletteQuery, PaletteRow, PaletteSection, Target } from './paletteModel.ts';
import { joinAnswers, matchNames, sectionsOf, type Answers, type Expanded } from './paletteRows.ts';
import { useAnswers } from './useAnswers.ts';
import { useLiveSearch } from './useLiveSearch.ts';
import { postName, usePaletteNames } from './usePaletteNames.ts';

/** A line whose sentence quotes what is typed. */
function quoting(target: Extract<Target, { readonly text: string }>, sentence: string): PaletteRow {
  const at = sentence.indexOf(target.text);
  const marks: PaletteRow['marks'] = at < 0 ? [] : [[at, at + target.text.length]];
  return { id: target.kind, text: sentence, marks, target };
}

/** The lines that search for what is typed; nothing without text or an archive, or where a scope has answers. */
function useSearchLines(): (
  query: PaletteQuery,
  sections: readonly PaletteSection[],
) => readonly PaletteSection[] {
  const { t } = useTranslation('palette');
  const hasArchive = useSession(() => true) ?? false;
  const hasPost = useSession(({ openPath }) => openPath !== null) ?? false;
  return useCallback(
    ({ text, scope }, sections) => {
      if (text === '' || !hasArchive || (scope !== null && sections.length > 0)) return [];
      const all = quoting({ kind: 'search-all', text }, t('searchAll', { text }));
      const find = quoting({ kind: 'find', text }, t('findInPost', { text }));
      return [{ group: 'search', rows: hasPost ? [all, find] : [all] }];
    },
    [hasArchive, hasPost, t],
  );
}

/** What the palette shows. */
interface Shown {
  /** What the sections answer: what is typed, or, while that is being answered, what was typed before. */
  readonly query: PaletteQuery;
  readonly sections: readonly PaletteSection[];
}

interface PaletteAnswers extends Shown {
  /** Posts that searching for what is typed finds; null while unknown. */
  readonly total: number | null;
  /** The sections for what is typed now, for a key that chooses among them. */
  readonly finish: () => readonly PaletteSection[];
}

/** Everything the palette shows for what is typed. */
export function usePaletteSections(query: PaletteQuery, expanded: Expanded): PaletteAnswers {
  const { few, values, keysOf } = usePaletteNames();
  const { hits, total } = useLiveSearch(query.text);
  const names = useMemo(() => {
    const known = new Set(few.map(({ id }) => id));
    // Posts whose titles were found in the whole archive, without those that are named anyway.
    const found = hits.map((post) => postName(post, keysOf)).filter(({ id }) => !known.has(id));
    return found.length === 0 ? few : [...few, ...found];
  }, [few, hits, keysOf]);
  const searchLines = useSearchLines();
  const { answers, finish } = useAnswers(query, values);
  const show = useCallback(
    (found: Answers): Shown => {
      const all = joinAnswers(matchNames(found.query, names), found);
      const sections = sectionsOf(all, expanded);
      return { query: found.query, sections: [...sections, ...searchLines(found.query, sections)] };
    },
    [names, expanded, searchLines],
  );
  const shown = useMemo(
    () => (answers === null ? { query, sections: [] } : show(answers)),
    [answers, query, show],
  );
  return {
    ...shown,
    total,
    finish: () => {
      const found = finish();
      return found === null || found === answers ? shown.sections : show(found).sections;
    },
  };
}
