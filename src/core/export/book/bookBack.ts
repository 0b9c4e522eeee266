import { backId } from './bookChapter.ts';
import { addressId, type BookFacts } from './bookFacts.ts';
import {
  chapterId,
  placeAddress,
  placeLinks,
  type BackRequest,
  type BookPages,
  type EndNote,
  type PrintedDocument,
} from './bookModel.ts';
import { noteIdsIn } from './bookNotes.ts';
import { bookPage, LEADER } from './bookPage.ts';
import type { BookTexts } from './bookText.ts';
import { escapeHtml } from '../exportText.ts';
import { shortAddress } from './shortAddress.ts';
import { shortTitle } from './shortTitle.ts';

/** The ids of what stands behind the posts, in order. */
export const BACK_SECTIONS = ['notes', 'addresses', 'sources'] as const;

type BackSection = (typeof BACK_SECTIONS)[number];

/** What a section at the end is called. */
export function backTitle(section: BackSection, texts: BookTexts): string {
  return { notes: texts.notes, addresses: texts.addresses, sources: texts.sourceIndex }[section];
}

/** Whether a book may have a section; of notes it is only known when every post was drawn. */
export function hasBackSection(section: BackSection, facts: BookFacts): boolean {
  const { options, notesPlace, isSingle, input } = facts;
  if (isSingle) return false;
  if (section === 'notes') return options.hasNotes && notesPlace === 'book';
  if (section === 'addresses') return facts.addressNumbers.size > 0;
  return options.hasSourceIndex && input.posts.some(({ source }) => source !== null);
}

/** Notes, addresses of originals, index of sources; null for none of them. */
export function backDocument(
  facts: BookFacts,
  { pages, endNotes }: BackRequest,
): PrintedDocument | null {
  const drawn = BACK_SECTIONS.filter((section) => hasBackSection(section, facts)).flatMap((id) => {
    const html = sectionHtml(id, { facts, pages, endNotes });
    return html === '' ? [] : [{ id, html }];
  });
  if (drawn.length === 0) return null;
  const { texts, options } = facts;
  const sections = drawn.map(({ id }) => id);
  const addresses = drawn.some(({ id }) => id === 'addresses')
    ? [...facts.addressNumbers.keys()].map(addressId)
    : [];
  const places = [...endNotes.flatMap(({ html }) => noteIdsIn(html)), ...addresses];
  const html = drawn.map(
    ({ id, html: inside }) =>
      `<section class="back back-${id}" id="${id}" lang="${escapeHtml(texts.lang)}">` +
      `<h1>${escapeHtml(backTitle(id, texts))}</h1><hr class="rule">${inside}</section>`,
  );
  const outline = sections.map((id) => ({ level: 1, title: backTitle(id, texts), id }));
  return {
    html: bookPage(facts, html.join('') + placeLinks([...sections, ...places])),
    outline: options.hasOutline ? outline : [],
    sections,
    places,
    endNotes: [],
  };
}

interface BackInput {
  readonly facts: BookFacts;
  readonly pages: BookPages;
  readonly endNotes: readonly EndNote[];
}

function sectionHtml(section: BackSection, input: BackInput): string {
  if (section === 'notes') return notesHtml(input);
  return section === 'addresses' ? addressesHtml(input) : sourcesHtml(input);
}

/** Notes by post, each under its title with the page it stands on. */
function notesHtml({ facts, pages, endNotes }: BackInput): string {
  return endNotes
    .map(({ post, html }) => {
      const known = facts.input.posts[post];
      return `<div class="note-group"><h2>${titleLink(post, { facts, pages })}</h2><div lang="${escapeHtml(known?.lang ?? 'und')}">${html}</div></div>`;
    })
    .join('');
}

function titleLink(post: number, { facts, pages }: Pick<BackInput, 'facts' | 'pages'>): string {
  const { title = '', lang = 'und' } = facts.input.posts[post] ?? {};
  const id = chapterId(post);
  return (
    `<a href="${placeAddress(id)}"><span class="name" lang="${escapeHtml(lang)}">${escapeHtml(shortTitle(title))}</span>${LEADER}` +
    `<b>${pages.pageOf.get(id) ?? ''}</b></a>`
  );
}

/** Addresses in the order of their numbers, with title and page; the number leads back to the post. */
function addressesHtml({ facts, pages }: BackInput): string {
  const lines = [...facts.addressNumbers].map(([post, number]) => {
    const { url } = facts.input.posts[post] ?? {};
    const address = escapeHtml(url ?? '');
    return (
      `<li id="${addressId(post)}"><a class="number" href="${placeAddress(backId(post))}">${number}</a>` +
      `<div>${titleLink(post, { facts, pages })}<a class="address" href="${address}">${escapeHtml(shortAddress(url ?? ''))}</a></div></li>`
    );
  });
  return lines.length === 0 ? '' : `<ol class="addresses">${lines.join('')}</ol>`;
}

/** Sources in the order of the alphabet (Chinese by its sounds), each with the pages that its posts begin on. */
function sourcesHtml({ facts, pages }: BackInput): string {
  const { posts } = facts.input;
  const bySource = new Map<string, number[]>();
  for (const [post, { source }] of posts.entries()) {
    if (source === null || source === '') continue;
    const own = bySource.get(source) ?? [];
    own.push(post);
    bySource.set(source, own);
  }
  const collator = new Intl.Collator(facts.input.language === 'zh' ? 'zh' : 'en');
  const lines = [...bySource]
    .toSorted(([a], [b]) => collator.compare(a, b))
    .map(([source, own]) => {
      const lang = posts[own[0] ?? 0]?.lang ?? 'und';
      const numbers = pageLinks(own, pages);
      return `<li><span class="name" lang="${escapeHtml(lang)}">${escapeHtml(source)}</span> <span class="pages">${numbers}</span></li>`;
    });
  return lines.length === 0 ? '' : `<ul class="sources">${lines.join('')}</ul>`;
}

/** Each page once, ascending; a page of several posts leads to the first of them. */
function pageLinks(own: readonly number[], { pageOf }: BookPages): string {
  const byPage = new Map<number, number>();
  for (const post of own) {
    const page = pageOf.get(chapterId(post));
    if (page !== undefined && !byPage.has(page)) byPage.set(page, post);
  }
  return [...byPage]
    .toSorted(([a], [b]) => a - b)
    .map(([page, post]) => `<a href="${placeAddress(chapterId(post))}">${page}</a>`)
    .join(', ');
}
