import type { CslDate, CslEntry, CslName } from './citedPost.ts';

/** Characters that mean something to TeX. */
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

/**
 * BibTeX and Biber count braces to find the end of a field, whether a backslash stands before them or not: those without
 * a partner are spelled out, in a way that fewer programs know.
 */
const LONE: Readonly<Record<string, string>> = {
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
};

/** Signs of which TeX's fonts make another one where two of them meet: dashes, quotation marks. */
const MEETING = /(?<=(?<sign>[-'`,<>]))(?=\k<sign>)/gu;

function escapeTex(text: string): string {
  const signs = isBalanced(text) ? SPECIAL : { ...SPECIAL, ...LONE };
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\{}&%$#_~^]/gu, (sign) => signs[sign] ?? sign)
    .replaceAll(MEETING, '{}');
}

function isBalanced(text: string): boolean {
  let open = 0;
  for (const [brace] of text.matchAll(/[{}]/gu)) {
    open += brace === '{' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

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
    // biblatex has no type for newspapers; readers of both know this field.
    ...field('entrysubtype', type === 'article' ? 'newspaper' : undefined),
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
