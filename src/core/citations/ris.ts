import { isoDay } from './bibtex.ts';
import type { CslEntry, CslName } from './citedPost.ts';

const TYPES: Readonly<Record<CslEntry['type'], string>> = {
  'article-newspaper': 'NEWS',
  webpage: 'ELEC',
  document: 'GEN',
};

const nameText = (name: CslName): string =>
  'family' in name ? `${name.family}, ${name.given}` : name.literal;

const line = (tag: string, value: string | undefined): readonly string[] =>
  value === undefined || value === '' ? [] : [`${tag}  - ${value.replaceAll(/\s+/gu, ' ').trim()}`];

/**
 * One record of the RIS format (Research Information Systems), as Zotero, EndNote and Mendeley read it. Lines are never
 * broken: readers of RIS do not agree on how a value goes on, and an address would be cut.
 */
export function toRis(entry: CslEntry, keywords: readonly string[] = []): string {
  const day = entry.issued === undefined ? undefined : isoDay(entry.issued);
  const seen = entry.accessed === undefined ? undefined : isoDay(entry.accessed);
  return [
    `TY  - ${TYPES[entry.type]}`,
    ...line('ID', entry.id),
    ...line('TI', entry.title),
    ...(entry.author ?? []).flatMap((name) => line('AU', nameText(name))),
    ...line('T2', entry['container-title']),
    ...line('PY', day?.slice(0, 4)),
    ...line('DA', day?.replaceAll('-', '/')),
    ...line('UR', entry.URL),
    ...line('Y2', seen?.replaceAll('-', '/')),
    ...line('DB', entry.archive),
    ...line('AN', entry.archive_location),
    ...line('LA', entry.language),
    ...keywords.flatMap((word) => line('KW', word)),
    ...line('N1', entry.note),
    'ER  - ',
  ].join('\n');
}
