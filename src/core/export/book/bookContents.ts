import { BACK_SECTIONS, backTitle, hasBackSection } from './bookBack.ts';
import { coverPage, COVER_ID } from './bookCover.ts';
import type { BookFacts, BookPart } from './bookFacts.ts';
import {
  chapterId,
  contentsLineId,
  placeAddress,
  placeLinks,
  type BookPages,
  type ContentsLines,
  type PrintedDocument,
} from './bookModel.ts';
import { countOf } from './bookCount.ts';
import { bookPage, LEADER } from './bookPage.ts';
import { escapeHtml } from '../exportText.ts';
import { shortTitle } from './shortTitle.ts';
import { titleSegments } from '../titleSegments.ts';

/** The id of the contents. */
export const CONTENTS_ID = 'contents';

/** Stands where a page number will, in a column that is as wide for every number (`resources/print.css`). */
const STAND_IN = '0000';

/** In a book of so many posts page numbers may have five digits. */
const MANY_POSTS = 2500;

/** What stands together in the contents: posts, perhaps of a part with its name, or what stands at the end of the book. */
interface LineGroup {
  readonly part: BookPart | null;
  readonly isAfter: boolean;
  readonly rows: readonly Row[];
}

const linesOf = ({ part, rows }: LineGroup): number => rows.length + (part === null ? 0 : 1);

/** How many lines the contents have; 0 for a book without. */
export function contentsLineCount(facts: BookFacts): number {
  return facts.hasContents ? groupsOf(facts).reduce((sum, group) => sum + linesOf(group), 0) : 0;
}

/**
 * Cover and contents; null for a book that has neither. With `lines` these lines of the contents alone, each with an id that
 * is linked to; those from 0 on have cover and title before them.
 */
export function frontDocument(
  facts: BookFacts,
  pages: BookPages | null,
  lines: ContentsLines | null = null,
): PrintedDocument | null {
  const { hasCover, hasContents, options, texts, title } = facts;
  if (!hasCover && !hasContents) return null;
  const isBegun = lines === null || lines.from === 0;
  const begun = [...(hasCover ? [COVER_ID] : []), ...(hasContents ? [CONTENTS_ID] : [])];
  const sections = isBegun ? begun : [];
  const places = lines === null ? [] : lineIds(lines);
  const outline = sections.map((id) => ({
    level: 1,
    title: id === COVER_ID ? title : texts.contents,
    id,
  }));
  const cover = sections.includes(COVER_ID) ? coverPage(facts) : '';
  const below = hasContents ? contents(facts, { pages, lines }) : '';
  return {
    html: bookPage(facts, cover + below + placeLinks([...sections, ...places])),
    outline: options.hasOutline ? outline : [],
    sections,
    places,
    endNotes: [],
  };
}

const lineIds = ({ from, to }: ContentsLines): readonly string[] =>
  Array.from({ length: to - from }, (_, at) => contentsLineId(from + at));

interface Wanted {
  readonly pages: BookPages | null;
  readonly lines: ContentsLines | null;
}

function contents(facts: BookFacts, wanted: Wanted): string {
  const { texts, input, hasCover, title } = facts;
  const { from, to } = wanted.lines ?? { from: 0, to: Number.POSITIVE_INFINITY };
  const { posts, sources } = countOf(input);
  const summary = texts.summary(posts, sources.length);
  const head = hasCover
    ? `<h1>${escapeHtml(texts.contents)}</h1><hr class="rule">`
    : `<h1>${escapeHtml(title)}</h1><hr class="rule"><p class="meta">${escapeHtml(summary)}</p><h2>${escapeHtml(texts.contents)}</h2>`;
  let line = 0;
  const drawn = groupsOf(facts).map((group) => {
    const first = line;
    line += linesOf(group);
    return line <= from || first >= to ? '' : groupHtml(group, { ...wanted, first });
  });
  const classes = `contents${from > 0 ? ' continued' : ''}${posts >= MANY_POSTS ? ' many' : ''}`;
  const id = from > 0 ? '' : ` id="${CONTENTS_ID}"`;
  return `<nav class="${classes}"${id} lang="${escapeHtml(texts.lang)}">${from > 0 ? '' : head}${drawn.join('')}</nav>`;
}

function groupsOf(facts: BookFacts): readonly LineGroup[] {
  const { parts, input, texts } = facts;
  const rows = (posts: readonly number[]): readonly Row[] =>
    posts.flatMap((post) => postRow(post, facts) ?? []);
  const back = BACK_SECTIONS.filter((id) => hasBackSection(id, facts)).map((id) => ({
    id,
    title: backTitle(id, texts),
    lang: texts.lang,
    beside: '',
  }));
  return [
    ...(parts === null
      ? [{ part: null, isAfter: false, rows: rows([...input.posts.keys()]) }]
      : parts.map((part) => ({ part, isAfter: false, rows: rows(part.posts) }))),
    ...(back.length === 0 ? [] : [{ part: null, isAfter: true, rows: back }]),
  ];
}

/** The wanted lines of a group of which the first has the number `first`. */
function groupHtml(
  { part, isAfter, rows }: LineGroup,
  { pages, lines, first }: Wanted & { readonly first: number },
): string {
  const isWanted = (line: number): boolean =>
    lines === null || (line >= lines.from && line < lines.to);
  const markOf = (line: number): string => (lines === null ? '' : ` id="${contentsLineId(line)}"`);
  const firstRow = first + (part === null ? 0 : 1);
  const drawn = rows.flatMap((each, at) =>
    isWanted(firstRow + at) ? [rowHtml(each, pages, markOf(firstRow + at))] : [],
  );
  const list =
    drawn.length === 0 ? '' : `<ol${isAfter ? ' class="after"' : ''}>${drawn.join('')}</ol>`;
  if (part === null) return list;
  const heading = isWanted(first) ? partHeading(part, pages, markOf(first)) : '';
  return `<section>${heading}${list}</section>`;
}

function partHeading({ id, title, lang }: BookPart, pages: BookPages | null, mark: string): string {
  return (
    `<h2${mark}><a href="${placeAddress(id)}"><span class="name" lang="${escapeHtml(lang)}">${escapeHtml(title)}</span>` +
    `<b>${pageNumber(id, pages)}</b></a></h2>`
  );
}

function postRow(post: number, facts: BookFacts): Row | null {
  const known = facts.input.posts[post];
  if (known === undefined) return null;
  // What the part says already stands not beside each of its posts.
  const beside =
    facts.options.parts === 'source' && facts.parts !== null ? known.day : known.source;
  const { title, lang } = known;
  return { id: chapterId(post), title, lang, beside: beside ?? '' };
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly beside: string;
}

function rowHtml({ id, title, lang, beside }: Row, pages: BookPages | null, mark: string): string {
  const isGone = pages !== null && !pages.pageOf.has(id);
  const small = beside === '' ? '' : `<small>${escapeHtml(beside)}</small>`;
  return (
    // A line that turns out to lead nowhere keeps its room: the contents may not become shorter.
    `<li${mark}${isGone ? ' class="gone"' : ''}><a href="${placeAddress(id)}">` +
    `<span class="name" lang="${escapeHtml(lang)}">${titleSegments(shortTitle(title), lang)}</span>${LEADER}${small}` +
    `<b>${pageNumber(id, pages)}</b></a></li>`
  );
}

function pageNumber(id: string, pages: BookPages | null): string {
  return pages === null ? STAND_IN : String(pages.pageOf.get(id) ?? '');
}
