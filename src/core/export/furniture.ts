import type { ExportOptions } from '../../shared/exportModel.ts';
import type { Post } from '../../shared/model.ts';
import { escapeHtml } from './exportText.ts';

/** What heads and feet are made of. */
export interface FurnitureInput {
  readonly posts: readonly Post[];
  /** Page of each post, from 1, ascending. */
  readonly pages: readonly number[];
  readonly pageCount: number;
  readonly options: ExportOptions;
  readonly archiveName: string;
  readonly contentsLabel: string;
  readonly styleSheets: readonly string[];
}

/**
 * A document with one sheet for every page of the book, holding nothing but that page's running head (source and date
 * of the post the page belongs to) and foot (archive, page of pages). Chromium draws it, `stampPages` lays it under
 * the book: Chromium's own header templates can neither name the post of a page nor use bundled fonts.
 */
export function buildFurniture(input: FurnitureInput): string {
  const links = input.styleSheets.map(
    (href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`,
  );
  const sheets: string[] = [];
  let place = -1;
  for (let page = 1; page <= input.pageCount; page++) {
    while (place + 1 < input.pages.length && (input.pages[place + 1] ?? Infinity) <= page) place++;
    sheets.push(sheet(input, page, place < 0 ? null : (input.posts[place] ?? null)));
  }
  return (
    `<!doctype html><html lang="und"><head><meta charset="utf-8"><title>-</title>${links.join('')}</head>` +
    `<body class="furniture ${input.options.typeface}">${sheets.join('')}</body></html>`
  );
}

function sheet(input: FurnitureInput, page: number, post: Post | null): string {
  const { options, archiveName, pageCount, contentsLabel } = input;
  const left = post === null ? archiveName : (post.source ?? archiveName);
  const right = post === null ? contentsLabel : (post.day ?? '');
  const head = options.hasHeader
    ? `<header><span>${escapeHtml(left)}</span><span>${escapeHtml(right)}</span></header>`
    : '';
  const foot = options.hasFooter
    ? `<footer><span>${escapeHtml(archiveName)}</span><span>${page} / ${pageCount}</span></footer>`
    : '';
  return `<div class="sheet">${head}${foot}</div>`;
}
