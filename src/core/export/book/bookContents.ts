import { BACK_SECTIONS, backTitle, hasBackSection } from './bookBack.ts';
import { coverPage, COVER_ID } from './bookCover.ts';
import type { BookFacts, BookPart } from './bookFacts.ts';
import {
  chapterId,
  placeAddress,
  placeLinks,
  type BookPages,
  type PrintedDocument,
} from './bookModel.ts';
import { countOf } from './bookCount.ts';
import { bookPage, LEADER } from './bookPage.ts';
import { escapeHtml } from '../exportText.ts';
import { titleSegments } from '../titleSegments.ts';

/** The id of the contents. */
export const CONTENTS_ID = 'contents';

/** Stands where a page number will, in a column that is as wide for every number. */
const STAND_IN = '0000';

/** Cover and contents; null for a book that has neither. */
export function frontDocument(facts: BookFacts, pages: BookPages | null): PrintedDocument | null {
  const { hasCover, hasContents, options, texts, title } = facts;
  if (!hasCover && !hasContents) return null;
  const html = (hasCover ? coverPage(facts) : '') + (hasContents ? contents(facts, pages) : '');
  const sections = [...(hasCover ? [COVER_ID] : []), ...(hasContents ? [CONTENTS_ID] : [])];
  const outline = sections.map((id) => ({
    level: 1,
    title: id === COVER_ID ? title : texts.contents,
    id,
  }));
  return {
    html: bookPage(facts, html + placeLinks(sections)),
    outline: options.hasOutline ? outline : [],
    sections,
    places: [],
    endNotes: [],
  };
}

function contents(facts: BookFacts, pages: BookPages | null): string {
  const { texts, parts, input, hasCover, title } = facts;
  const { posts, sources } = countOf(input);
  const summary = texts.summary(posts, sources.length);
  const head = hasCover
    ? `<h1>${escapeHtml(texts.contents)}</h1><hr class="rule">`
    : `<h1>${escapeHtml(title)}</h1><hr class="rule"><p class="meta">${escapeHtml(summary)}</p><h2>${escapeHtml(texts.contents)}</h2>`;
  const rows =
    parts === null
      ? `<ol>${input.posts.map((_, post) => postRow(post, facts, pages)).join('')}</ol>`
      : parts.map((part) => partRows(part, facts, pages)).join('');
  const back = BACK_SECTIONS.filter((id) => hasBackSection(id, facts)).map((id) =>
    row({ id, title: backTitle(id, texts), lang: texts.lang, beside: '' }, pages),
  );
  const after = back.length === 0 ? '' : `<ol class="after">${back.join('')}</ol>`;
  return `<nav class="contents" id="${CONTENTS_ID}" lang="${escapeHtml(texts.lang)}">${head}${rows}${after}</nav>`;
}

function partRows(
  { id, title, lang, posts }: BookPart,
  facts: BookFacts,
  pages: BookPages | null,
): string {
  const heading =
    `<h2><a href="${placeAddress(id)}"><span class="name" lang="${escapeHtml(lang)}">${escapeHtml(title)}</span>` +
    `<b>${pageNumber(id, pages)}</b></a></h2>`;
  return `<section>${heading}<ol>${posts.map((post) => postRow(post, facts, pages)).join('')}</ol></section>`;
}

function postRow(post: number, facts: BookFacts, pages: BookPages | null): string {
  const known = facts.input.posts[post];
  if (known === undefined) return '';
  // What the part says already stands not beside each of its posts.
  const beside =
    facts.options.parts === 'source' && facts.parts !== null ? known.day : known.source;
  const { title, lang } = known;
  return row({ id: chapterId(post), title, lang, beside: beside ?? '' }, pages);
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly beside: string;
}

function row({ id, title, lang, beside }: Row, pages: BookPages | null): string {
  const isGone = pages !== null && !pages.pageOf.has(id);
  const small = beside === '' ? '' : `<small>${escapeHtml(beside)}</small>`;
  return (
    // A line that turns out to lead nowhere keeps its room: the contents may not become shorter.
    `<li${isGone ? ' class="gone"' : ''}><a href="${placeAddress(id)}">` +
    `<span class="name" lang="${escapeHtml(lang)}">${titleSegments(title, lang)}</span>${LEADER}${small}` +
    `<b>${pageNumber(id, pages)}</b></a></li>`
  );
}

function pageNumber(id: string, pages: BookPages | null): string {
  return pages === null ? STAND_IN : String(pages.pageOf.get(id) ?? '');
}
