import { BACK_SECTIONS, backTitle } from './bookBack.ts';
import { CONTENTS_ID } from './bookContents.ts';
import { COVER_ID } from './bookCover.ts';
import type { BookFacts } from './bookFacts.ts';
import {
  postOfChapter,
  type BookPost,
  type FurnitureRequest,
  type SheetPage,
} from './bookModel.ts';
import { escapeHtml } from '../exportText.ts';
import { fieldsIn, parseHeadTemplate, type HeadCell, type HeadField } from './headTemplate.ts';

/** What a head or foot can say of a section. */
interface SectionFacts {
  readonly source: string;
  readonly date: string;
  readonly title: string;
  /** Of a post; any other section has a name only. */
  readonly isPost: boolean;
  readonly lang: string;
}

/**
 * One `.sheet` for each page, holding nothing but that page's head and foot by their templates; null when the book has
 * neither. The cover has none. A page names the first section that begins on it, else the one that goes on. What is too
 * long for its place ends in an ellipsis by the style sheet; page numbers are never cut.
 */
export function furnitureDocument(
  facts: BookFacts,
  { sheets, pageCount }: FurnitureRequest,
): string | null {
  const { options, input } = facts;
  const head = options.hasHeader ? parseHeadTemplate(options.header) : [];
  const foot = options.hasFooter ? parseHeadTemplate(options.footer) : [];
  if (head.length === 0 && foot.length === 0) return null;
  const factsOf = sectionFacts(facts);
  const links = input.furnitureStyles.map(
    (href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`,
  );
  const drawn = sheets.map((sheet) => {
    const id = sectionOf(sheet);
    if (id === COVER_ID) return '<div class="sheet"></div>';
    const section = (id === null ? null : factsOf(id)) ?? nameless(facts);
    const drawing = { facts, section, page: sheet.page, pageCount };
    return `<div class="sheet">${line('header', head, drawing)}${line('footer', foot, drawing)}</div>`;
  });
  const classes = `furniture ${options.typeface}${options.ink === 'saving' ? ' ink-saving' : ''}`;
  return (
    `<!doctype html><html lang="${escapeHtml(facts.lang)}"><head><meta charset="utf-8"><title>-</title>${links.join('')}</head>` +
    `<body class="${classes}">${drawn.join('')}</body></html>`
  );
}

const sectionOf = ({ begun, running }: SheetPage): string | null => begun[0] ?? running;

const nameless = ({ title, lang }: BookFacts): SectionFacts => ({
  source: title,
  date: '',
  title: '',
  isPost: false,
  lang,
});

/** What is said of a section by its id, null for one that is not known; of a post only when it is asked for. */
function sectionFacts(facts: BookFacts): (id: string) => SectionFacts | null {
  const { input, parts, texts, title } = facts;
  const named = (name: string, lang: string): SectionFacts => ({
    source: title,
    date: '',
    title: name,
    isPost: false,
    lang,
  });
  const others = new Map([
    [CONTENTS_ID, named(texts.contents, texts.lang)],
    ...(parts ?? []).map((part) => [part.id, named(part.title, part.lang)] as const),
    ...BACK_SECTIONS.map((id) => [id, named(backTitle(id, texts), texts.lang)] as const),
  ]);
  const ofPost = (post: BookPost): SectionFacts => ({
    source: post.source ?? title,
    date: post.day === null ? '' : texts.formatDate(post.day),
    title: post.title,
    isPost: true,
    lang: post.lang,
  });
  return (id) => {
    const post = input.posts[postOfChapter(id) ?? -1];
    return post === undefined ? (others.get(id) ?? null) : ofPost(post);
  };
}

interface Drawing {
  readonly facts: BookFacts;
  readonly section: SectionFacts;
  readonly page: number;
  readonly pageCount: number;
}

function line(name: 'header' | 'footer', cells: readonly HeadCell[], drawing: Drawing): string {
  if (cells.length === 0) return '';
  const { section } = drawing;
  const fields = fieldsIn(cells);
  const drawn = cells.map((cell) => {
    const parts = cell.map((part) => {
      if (part.kind === 'text') return textSpan(part.text);
      return fieldSpan(part.field, valueOf(part.field, fields, drawing), section.lang);
    });
    return `<div>${tidied(parts).join('')}</div>`;
  });
  return `<${name} class="cells${cells.length}">${drawn.join('')}</${name}>`;
}

/** Longer words of a template than this give way like values. */
const SHORT_TEXT = 12;

/** A piece of a head, empty when its field has nothing to say. */
interface Span {
  readonly html: string;
  readonly isText: boolean;
  /** A comma, a dash or the like: no words, nor one of two brackets. */
  readonly isSeparator: boolean;
}

const textSpan = (text: string): Span => ({
  html: `<span class="${text.length > SHORT_TEXT ? 'yields first' : 'stays'}">${escapeHtml(text)}</span>`,
  isText: true,
  isSeparator: /^[^\p{L}\p{N}\p{Ps}\p{Pe}]+$/u.test(text),
});

function fieldSpan(field: HeadField, value: string, lang: string): Span {
  if (value === '') return { html: '', isText: false, isSeparator: false };
  const isFixed = field === 'page' || field === 'pages' || field === 'date';
  const isLong = field === 'title' || field === 'book';
  const langOf = field === 'title' || field === 'source' ? ` lang="${escapeHtml(lang)}"` : '';
  return {
    html: `<span class="${isFixed ? 'stays' : isLong ? 'yields first' : 'yields'}"${langOf}>${escapeHtml(value)}</span>`,
    isText: false,
    isSeparator: false,
  };
}

/**
 * Without the words beside a field that is empty: no comma may be left over at an edge. Where something is shown on both
 * sides, what parts them stays once.
 */
function tidied(spans: readonly Span[]): readonly string[] {
  const kept: Span[] = [];
  let gap: Span[] = [];
  const close = (isEnd: boolean): void => {
    const isWhole = gap.every(({ html }) => html !== '');
    if (isWhole) kept.push(...gap);
    else if (!isEnd && kept.some(({ isText }) => !isText) && gap.some(({ isText }) => isText))
      kept.push(gap.findLast(({ isSeparator }) => isSeparator) ?? textSpan(' '));
    gap = [];
  };
  for (const span of spans) {
    if (span.isText || span.html === '') gap.push(span);
    else {
      close(false);
      kept.push(span);
    }
  }
  close(true);
  return kept.map(({ html }) => html);
}

/**
 * A section that is no post has a name only: it stands for the title; where the template asks for none, for the date, or
 * else the source, so that every page says what it is.
 */
function valueOf(field: HeadField, fields: ReadonlySet<HeadField>, drawing: Drawing): string {
  const { facts, section, page, pageCount } = drawing;
  if (field === 'page') return String(page);
  if (field === 'pages') return String(pageCount);
  if (field === 'archive') return facts.input.archiveName;
  if (field === 'book') return facts.title;
  if (section.isPost || field === 'title') return section[field];
  if (field === 'date') return fields.has('title') ? '' : section.title;
  return fields.has('title') || fields.has('date') ? section.source : section.title;
}
