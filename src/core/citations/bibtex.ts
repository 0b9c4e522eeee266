import type { CslDate, CslEntry, CslName } from './citedPost.ts';

/** Characters that mean something to TeX. Backslash and braces are looked at first, so that what is written stays. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\{`,
  '}': String.raw`\}`,
  '&': String.raw`\&`,
  '%': String.raw`\%`,
  $: String.raw`\$`,
  '#': String.raw`\#`,
  _: String.raw`\_`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

const escapeTex = (text: string): string =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\{}&%$#_~^]/gu, (sign) => SPECIAL[sign] ?? sign);

/** Braces would end the field; in an address they are written as it may write them. Backslash is no part of one. */
const escapeAddress = (address: string): string =>
  address.replaceAll(/[{}\\]/gu, (sign) => encodeURIComponent(sign));

/** What is no person is put in braces, so that it is not cut into names. */
const nameText = (name: CslName): string =>
  'family' in name
    ? `${escapeTex(name.family)}, ${escapeTex(name.given)}`
    : `{${escapeTex(name.literal)}}`;

const keywordText = (word: string): string =>
  word.includes(',') ? `{${escapeTex(word)}}` : escapeTex(word);

const two = (part: number): string => String(part).padStart(2, '0');

/** `YYYY-MM-DD` of a CSL date. */
export const isoDay = (date: CslDate): string => {
  const [year = 0, ...rest] = date['date-parts'][0];
  return [String(year), ...rest.map(two)].join('-');
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Year and month for BibTeX; the whole day for biblatex, which prefers it. */
function dateLines({ issued }: CslEntry): readonly string[] {
  if (issued === undefined) return [];
  const [year = 0, month = 0] = issued['date-parts'][0];
  const name = MONTHS[month - 1];
  return [
    `  date = {${isoDay(issued)}},`,
    `  year = {${year}},`,
    ...(name === undefined ? [] : [`  month = ${name},`]),
  ];
}

const field = (name: string, value: string | undefined): readonly string[] =>
  value === undefined || value === '' ? [] : [`  ${name} = {${value}},`];

/**
 * One entry of a `.bib` file in UTF-8, for BibTeX and biblatex. The title is braced twice: its capitals stay. `keywords`
 * are biblatex's; a comma within one would part it.
 */
export function toBibtex(entry: CslEntry, keywords: readonly string[] = []): string {
  const type = entry.type === 'article-newspaper' ? 'article' : 'misc';
  const place =
    entry.archive === undefined ? undefined : `${entry.archive}: ${entry.archive_location ?? ''}`;
  const lines = [
    `@${type}{${entry.id},`,
    ...field('author', entry.author?.map(nameText).join(' and ')),
    ...field('title', `{${escapeTex(entry.title)}}`),
    ...field('journal', entry['container-title'] && escapeTex(entry['container-title'])),
    ...dateLines(entry),
    ...field('url', entry.URL && escapeAddress(entry.URL)),
    ...field('urldate', entry.accessed && isoDay(entry.accessed)),
    ...field('howpublished', place && escapeTex(place)),
    ...field('language', entry.language),
    ...field('keywords', keywords.map(keywordText).join(', ')),
    ...field('annote', entry.note && escapeTex(entry.note)),
    '}',
  ];
  return lines.join('\n');
}
